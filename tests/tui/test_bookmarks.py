"""Bookmarks are set at the words being read, with a note; they are listed, found, changed, removed and exported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roundtable_tui.tui.screens.bookmarks import BookmarksScreen
from roundtable_tui.tui.screens.noting import NotingScreen
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SIGN = "★"
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


async def set_one(pilot: Pilot[Any], settle: Settle, note: str) -> None:
    """Set a bookmark with `note` at the words being read."""
    await settle(pilot)
    await pilot.press("m")
    await settle(pilot)
    assert isinstance(pilot.app.screen, NotingScreen)
    await pilot.press(*note, "enter")
    await settle(pilot)


async def open_list(pilot: Pilot[Any], settle: Settle) -> BookmarksScreen:
    await settle(pilot)
    await pilot.press("M")
    await settle(pilot)
    assert isinstance(pilot.app.screen, BookmarksScreen)
    return pilot.app.screen


def notes_of(screen: BookmarksScreen) -> list[str]:
    return [mark.bookmark.note for mark in screen.listed.items]


async def test_a_bookmark_is_set_with_a_note_and_shown_in_the_margin(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert any("水野  見積もりは三億円" in line for line in look(app))
        await pilot.press(*"引用する", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "A bookmark is set" in app.screen.status.message
        signed = [line for line in look(app) if SIGN in line]
        assert len(signed) == 1
        assert "見積もりは三億円" in signed[0]
        # It stays with its words on a narrow screen, where it lies inside a line, and in the next run.
        await pilot.press("q")
    app = reader("")
    async with app.run_test(size=(44, 24)) as pilot:
        await settle(pilot)
        assert [SIGN in line for line in look(app) if "見積もりは三億円" in line] == [True]


async def test_escape_leaves_everything_as_it_was(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m", *"なし", "escape")
        await settle(pilot)
        assert not any(SIGN in line for line in look(app))
        assert notes_of(await open_list(pilot, settle)) == []
        assert any("No bookmark yet" in line for line in look(app))


async def test_at_the_same_words_the_note_is_changed_and_the_bookmark_removed(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await set_one(pilot, settle, "一")
        await set_one(pilot, settle, "二")
        screen = await open_list(pilot, settle)
        assert notes_of(screen) == ["一二"]
        await pilot.press("escape")
        await pilot.resize_terminal(44, 20)
        await settle(pilot)
        await pilot.press("m", "ctrl+r")
        assert isinstance(app.screen, NotingScreen)  # there is a note: it asks again
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert not any(SIGN in line for line in look(app))
        assert notes_of(await open_list(pilot, settle)) == []


async def test_bookmarks_of_every_issue_are_listed_and_filtered_and_lead_there(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(120, 30)) as pilot:
        await set_one(pilot, settle, "値段")
        await pilot.press("<", "]")
        await set_one(pilot, settle, "")
        await pilot.press(">", ")", "}")
        await set_one(pilot, settle, "よる")
        screen = await open_list(pilot, settle)
        shown = "\n".join(look(app))
        assert notes_of(screen) == ["よる", "", "値段"]
        for words in (
            "No. 3 part 1  2024-05-10  橋の話①  § 橋をかける › 橋のねだん",
            "水野  見積もりは三億円",
            "★ 値段",
        ):
            assert words in shown
        assert "heading  土を積む" in shown
        await pilot.press(*"堤防")  # the title of a piece
        await settle(pilot)
        assert notes_of(screen) == [""]
        await pilot.press("escape", *"ねだん")
        await settle(pilot)
        assert notes_of(screen) == ["値段"]
        assert "1 of 3 bookmarks" in "\n".join(look(app))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen._open_id == "003-1"
        assert "見積もりは三億円" in look(app)[1]
        await pilot.press("H")
        await settle(pilot)
        assert app.screen._open_id == "003-2"


async def test_notes_are_changed_and_bookmarks_removed_in_the_list(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await set_one(pilot, settle, "値段")
        await pilot.press("}")
        await set_one(pilot, settle, "")
        screen = await open_list(pilot, settle)
        await pilot.press("down", "ctrl+t", *"は", "enter")
        await settle(pilot)
        assert notes_of(screen) == ["", "値段は"]
        await pilot.press("up", "ctrl+r")
        await settle(pilot)
        assert notes_of(screen) == ["値段は"]
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert notes_of(screen) == ["値段は"]
        assert any("Again removes" in line for line in look(app))
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert notes_of(screen) == []
        await pilot.press("escape")
        await settle(pilot)
        assert not any(SIGN in line for line in look(app))


async def test_the_listed_bookmarks_are_exported_as_citations_with_their_notes(
    reader: Reader, settle: Settle, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    app = reader("003-1:4")
    async with app.run_test(size=(110, 30)) as pilot:
        await set_one(pilot, settle, "値段")
        await pilot.press(")", "G", "g")
        await set_one(pilot, settle, "二つ目")
        await open_list(pilot, settle)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    text = (out / "bookmarks.md").read_text(encoding="utf-8")
    assert text.startswith("# Bookmarks\n")
    assert "> 見積もりは三億円でした。議会は三回、否決しました。" in text
    assert "- **水野**（水野 汐、川べり町 土木課長）" in text
    assert "\n\n  値段\n" in text
    assert "003-1:4 橋をかける › 橋のねだん" in text
    assert text.index("二つ目") < text.index("\n  値段\n")


async def test_a_bookmark_goes_with_its_words_and_says_when_they_are_gone(
    reader: Reader, look: Look, settle: Settle, folder: Path
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await set_one(pilot, settle, "値段")
        file = folder / "003-1.yaml"
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace("- 水野: |", "- 金子: はじめに。\n          - 水野: |"), encoding="utf-8")
        (screen := app.screen)._look()  # type: ignore[attr-defined]
        await settle(pilot)
        assert [SIGN in line for line in look(app) if "見積もりは三億円" in line] == [True]
        assert isinstance(screen, ReaderScreen)
        file.write_text(
            whole.replace("見積もりは三億円でした。議会は三回、否決しました。", "それは秘密。"), encoding="utf-8"
        )
        listed = await open_list(pilot, settle)
        assert listed.listed.items[0].block is None
        shown = "\n".join(look(app))
        assert "no longer in the file" in shown
        assert "見積もりは三億円" in shown
        await pilot.press("escape")
        file.unlink()
        await open_list(pilot, settle)
        shown = "\n".join(look(app))
        assert "not in this library" in shown
        assert "橋の話①" in shown


async def test_a_note_is_never_taken_for_markup_or_a_command(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("m")
        await settle(pilot)
        noting = app.screen
        assert isinstance(noting, NotingScreen)
        box = noting.query_one("#note")
        box.replace_value("[red]\x1b[2J[/]")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await open_list(pilot, settle)
        shown = "\n".join(look(app))
        assert "[red]␛[2J[/]" in shown
        assert "\x1b" not in shown


async def test_nothing_of_a_hostile_library_reaches_the_terminal_from_the_lists(
    reader: Reader, look: Look, settle: Settle, hostile_library: Path
) -> None:
    app = reader("all", root=hostile_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("[", "}", "}", "}"):
            await pilot.press(key)
            await set_one(pilot, settle, "x")
        for keys in (["M"], ["escape", "h"], ["escape", "i", "slash", "w"]):
            await pilot.press(*keys)
            await settle(pilot)
            shown = "".join(look(app))
            assert not OBEYED.search(shown)
            assert "owned" in shown
