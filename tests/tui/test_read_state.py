"""What was read of each piece and section is known, shown without colour, and may be set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.state.progress import Share
from roundtable_tui.text import cells
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.library_pane import LibraryPane
from roundtable_tui.tui.widgets.read_sign import sign_column

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundtable_tui.tui.screens.remembering.READ_AFTER", 0.001)


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


async def rest(pilot: Pilot[Any], settle: Settle) -> None:
    """Wait until what is on the screen counts as read."""
    await settle(pilot)
    screen = screen_of(pilot)
    for _wait in range(3000):
        shown = screen._ended()
        if shown is None or shown.last < shown.first or (shown.first, shown.last) in _inside(screen):
            return
        await pilot.pause(0.01)
    raise AssertionError("what is on the screen never counted as read")


def _inside(screen: ReaderScreen) -> set[tuple[int, int]]:
    return {(a, b) for first, last in screen._seen.spans for a in range(first, last + 1) for b in range(a, last + 1)}


def sign_of(look: Look, app: RoundtableApp, number: str) -> str:
    """Return the sign that the library shows beside the piece with that number."""
    found = (line.split() for line in look(app) if line.split()[1:2] == [number])
    return next(found)[0]


@pytest.mark.usefixtures("quick")
async def test_what_rests_on_the_screen_is_read_and_the_lists_say_so(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1#1")
    async with app.run_test(size=(120, 14)) as pilot:
        await rest(pilot, settle)
        assert sign_of(look, app, "3-1") in "◔◑"
        assert sign_of(look, app, "3-2") == "○"
        await pilot.press("}", "}", "}")
        await rest(pilot, settle)
        assert sign_of(look, app, "3-1") in "◑◕"
        await pilot.press("g", *["space"] * 8)
        await rest(pilot, settle)
        assert sign_of(look, app, "3-1") == "●"
        contents = app.screen.query_one(ContentsPane)
        assert contents._read == {section.path for section in contents.items}
        await pilot.press("q")
    app = reader("002")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert sign_of(look, app, "3-1") == "●"


async def test_what_was_scrolled_past_is_read_and_what_was_jumped_over_is_not(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 9)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        for _key in range(20):
            await pilot.press("j")
        await settle(pilot)
        first = screen._ended()
        assert first is not None
        assert first.first > 1
        assert screen._seen.spans == ((1, first.first - 1),)
        await pilot.press("]")
        await settle(pilot)
        assert screen._seen.spans == ((1, first.first - 1),)
        await pilot.press("k", "k", "k")
        await settle(pilot)
        assert screen._seen.spans == ((1, first.first - 1),)


@pytest.mark.usefixtures("quick")
async def test_an_edit_before_it_moves_what_was_read_along(reader: Reader, settle: Settle, folder: Path) -> None:
    app = reader("003-1:6")
    async with app.run_test(size=(80, 9)) as pilot:
        await rest(pilot, settle)
        screen = screen_of(pilot)
        ((first, last),) = screen._seen.spans
        assert first == 6
        file = folder / "003-1.yaml"
        text = file.read_text(encoding="utf-8").replace("- 水野: |", "- 金子: はじめに。\n          - 水野: |")
        file.write_text(text, encoding="utf-8")
        screen._look()
        await settle(pilot)
        assert screen._seen.spans[0] == (first + 1, last + 1)


async def test_a_piece_is_marked_read_and_unread_in_the_library(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await pilot.press("i", "g", "r")
        await settle(pilot)
        assert sign_of(look, app, "3-1") == "●"
        await pilot.press("j", "r", "r")
        await settle(pilot)
        assert sign_of(look, app, "3-2") == "○"
        await pilot.press("q")
    app = reader("002")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert (sign_of(look, app, "3-1"), sign_of(look, app, "3-2")) == ("●", "○")
        await pilot.press("i", "g", "r")
        await settle(pilot)
        assert sign_of(look, app, "3-1") == "○"


async def test_two_readers_at_once_add_up_what_they_read(reader: Reader, settle: Settle) -> None:
    one, two = reader("003-1"), reader("003-1")
    async with one.run_test(size=(80, 24)) as first:
        await settle(first)
        async with two.run_test(size=(80, 24)) as second:
            await settle(second)
            screen_of(first)._seen._add(1, 2)
            screen_of(second)._seen._add(5, 8)
            screen_of(second).keep_place()
            screen_of(first).keep_place()
            shares = screen_of(second)._progress.shares(two.session.library.root)
    assert shares["003-1"] == (6, 8)


async def test_problems_and_unread_are_told_without_colour(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert any(line.strip().startswith("○ ") and "! 001" in line for line in look(app))
        assert app.screen.query_one(LibraryPane).items


async def test_the_library_is_filtered_by_typing(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(LibraryPane)
        everything = [*pane.items]

        def ids() -> list[str]:
            return [item.id for item in pane.items if not isinstance(item, str)]

        await pilot.press("i", "slash")
        await settle(pilot)
        for typed, left in (
            ("堤防", ["002"]),
            ("mizuno 3", []),
            ("水野 2024", ["003-1", "003-2"]),
            ("川べり 話②", ["003-2"]),
        ):
            await pilot.press("ctrl+u", *typed)
            await settle(pilot)
            assert ids() == left
        assert pane.items[0] == "川べり座談会"
        await pilot.press("enter")
        await settle(pilot)
        assert screen_of(pilot)._open_id == "003-2"
        assert screen_of(pilot).view.has_focus
        await pilot.press("i", "slash", "escape")
        await settle(pilot)
        assert [*pane.items] == everything
        assert pane.has_focus
        await pilot.press("slash", *"猫")
        await settle(pilot)
        assert "none is called that" in "\n".join(look(app))
        await pilot.press("enter", "ctrl+u")
        await pilot.press(*"橋の話", "down", "enter")
        await settle(pilot)
        assert screen_of(pilot)._open_id == "003-2"


@pytest.mark.usefixtures("quick")
async def test_what_a_lens_hides_does_not_count_as_read(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("F", "G", "g", *["space"] * 6)
        await settle(pilot)
        screen = screen_of(pilot)
        assert screen.view.folded
        before = screen._seen.spans
        await pilot.press("g", *["space"] * 6)
        await settle(pilot)
        assert screen._seen.spans == before


def test_the_signs_stand_in_one_column_also_where_some_are_wide() -> None:
    shares = [None, *(Share(seen, 8) for seen in range(9))]
    assert {cells.width(sign_column(share)) for share in shares} == {2}
    cells.set_ambiguous_wide(True)
    try:
        assert {cells.width(sign_column(share)) for share in shares} == {3}
    finally:
        cells.set_ambiguous_wide(False)
    assert [sign_column(share)[0] for share in shares] == [*"○○◔◔◑◑◑◕◕●"]


async def test_the_library_is_drawn_again_only_where_a_sign_on_the_screen_changes(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        pane = app.screen.query_one(LibraryPane)
        drawn: list[bool] = []
        monkeypatch.setattr(pane, "refresh", lambda *_, **__: drawn.append(True))
        pane.show_shares({"003-1": Share(1, 100)})
        assert len(drawn) == 1
        for seen in range(2, 30):
            pane.show_shares({"003-1": Share(seen, 100)})
        assert len(drawn) == 1
        pane.show_shares({"003-1": Share(100, 100)})
        assert len(drawn) == 2


async def test_what_cannot_be_kept_now_is_kept_later(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 9)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        with monkeypatch.context() as busy:
            busy.setattr(type(app.session.store), "change", lambda _store, _work: False)
            for _key in range(20):
                await pilot.press("j")
            await pilot.press("]")
            await settle(pilot)
            screen.keep_place()
            fresh = screen._seen.fresh
            assert fresh
        screen.keep_place()
        assert not screen._seen.fresh
        assert screen.reading is not None
        assert screen._progress.read(app.session.library.root, screen.reading.transcript) == fresh
    app = reader("")
    async with app.run_test(size=(80, 9)) as pilot:
        await settle(pilot)
        assert screen_of(pilot).jumps.behind == 1


async def test_the_history_is_left_as_soon_as_it_is_opened(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press(*["h", "escape"] * 4)
        await settle(pilot)
        assert app.screen is screen
        assert app.failure is None
