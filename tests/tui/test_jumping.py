"""Whatever goes elsewhere in the text is gone back from, and forward to again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.page.page import Place

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def where(pilot: Pilot[Any]) -> tuple[str, Place]:
    return screen_of(pilot)._open_id, screen_of(pilot).view.place


async def back_and_forward(pilot: Pilot[Any], settle: Settle, before: tuple[str, Place]) -> None:
    """Check that one step leads back to `before` and one forward to where we are."""
    await settle(pilot)
    after = where(pilot)
    assert after != before
    await pilot.press("H")
    assert where(pilot) == before
    await pilot.press("L")
    assert where(pilot) == after


async def test_every_jump_is_gone_back_from_in_one_step(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        for keys in ("]", "}", "}", "{", "[", "G", "g", ")", "(", "<", ">", "i j enter", "(", "o G enter", "w enter"):
            before = where(pilot)
            await pilot.press(*keys.split())
            await back_and_forward(pilot, settle, before)
        # A search and its hits, in this piece and in another.
        before = where(pilot)
        await pilot.press("s", *"チャット", "enter")
        await back_and_forward(pilot, settle, before)
        before = where(pilot)
        await pilot.press("n")
        await back_and_forward(pilot, settle, before)
        # The bar at the right, and a link.
        await pilot.press("escape", "g")
        await settle(pilot)
        before = where(pilot)
        await pilot.click("#position", offset=(0, 7))
        await back_and_forward(pilot, settle, before)
        await pilot.press("<", ">", "G")
        await settle(pilot)
        before = where(pilot)
        row = next(y for y, line in enumerate(look(app)) if "002 堤防の話" in line and y > 8)
        await pilot.click("#view", offset=(20, row - 1))
        await back_and_forward(pilot, settle, before)


async def test_scrolling_is_no_jump_but_is_come_back_to(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("j", "space", "b", "d", "u", "j")
        assert not screen_of(pilot).can_jump_back()
        scrolled = where(pilot)
        await pilot.press("]", "j", "j")
        further = where(pilot)
        await pilot.press("alt+left")
        assert where(pilot) == scrolled
        await pilot.press("alt+right")
        assert where(pilot) == further


async def test_many_jumps_are_gone_back_from_one_by_one_to_the_beginning(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        left = []
        for key in ("]", "]", ")", "(", "G", "{", "{", "<"):
            left.append(where(pilot))
            await pilot.press(key)
        for place in reversed(left):
            await pilot.press("H")
            assert where(pilot) == place
        await pilot.press("H")
        assert where(pilot) == left[0]
        assert not screen_of(pilot).can_jump_back()
        await pilot.press("L", "G")
        assert screen_of(pilot).can_jump_back()
        assert not screen_of(pilot).can_jump_forward()


async def test_a_drag_of_the_bar_is_one_jump(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        before = where(pilot)
        await pilot.mouse_down("#position", offset=(0, 3))
        for y in (5, 7, 9):
            await pilot._post_mouse_events([events.MouseMove], "#position", offset=(0, y))
        await pilot.mouse_up("#position", offset=(0, 9))
        await back_and_forward(pilot, settle, before)
        assert screen_of(pilot).jumps.behind == 1


async def test_the_jumps_are_there_again_in_the_next_run(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        await pilot.press("]")
        left = where(pilot)
        await pilot.press("<", "q")
    app = reader("")
    async with app.run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        assert screen_of(pilot)._open_id == "002"
        await pilot.press("H")
        await settle(pilot)
        assert where(pilot) == left


async def test_a_place_in_an_edited_file_is_gone_back_to_at_its_words(
    reader: Reader, settle: Settle, folder: Path
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("<")
        await settle(pilot)
        file = folder / "003-1.yaml"
        text = file.read_text(encoding="utf-8").replace("- 水野: |", "- 金子: はじめに。\n          - 水野: |")
        file.write_text(text, encoding="utf-8")
        await pilot.press("H")
        await settle(pilot)
        screen = screen_of(pilot)
        assert screen.view.blocks[screen.view.top.block].text.startswith("見積もりは三億円")


async def test_a_piece_that_is_gone_is_left_out_on_the_way_back(reader: Reader, settle: Settle, folder: Path) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        first = where(pilot)
        await pilot.press(")", "<")
        await settle(pilot)
        assert screen_of(pilot)._open_id == "002"
        (folder / "003-2.yaml").unlink()
        await pilot.press("H")
        await settle(pilot)
        assert screen_of(pilot)._open_id == "002"
        assert "003-2 is not in this library" in screen_of(pilot).status.message
        await pilot.press("H")
        await settle(pilot)
        assert where(pilot) == first


async def test_finding_while_typing_is_one_jump_and_none_when_it_is_left(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        before = where(pilot)
        await pilot.press("slash", *"舟")
        await settle(pilot)
        await pilot.press("down", "down", "escape")
        await settle(pilot)
        assert where(pilot) == before
        assert not screen_of(pilot).can_jump_back()
        await pilot.press("slash", *"舟の切", "enter")
        await settle(pilot)
        assert screen_of(pilot).jumps.behind == 1
        await back_and_forward(pilot, settle, before)
