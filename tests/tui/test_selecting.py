"""Selecting with the keyboard and with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from roundtable_tui.text import cells
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

FIRST = "橋ができる前は、渡し舟でした。\n朝の一便に乗りおくれると、学校に遅刻します。"


def screen_of(pilot: Pilot[int]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def selected(pilot: Pilot[int]) -> str:
    """Return the selected words, block by block with | between, straight from the blocks."""
    view = screen_of(pilot).view
    if view.selected is None:
        return "nothing"
    spans = [(block.text, view.selected.span(number, len(block.text))) for number, block in enumerate(view.blocks)]
    return "|".join(text[slice(*span)] for text, span in spans if span is not None)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("x", "橋"),
        ("x right", "橋が"),
        ("x left", ""),
        ("x x left left left", "ころ|橋"),
        ("x shift+right shift+right", "橋ができる前"),
        ("x shift+right ctrl+left", "橋"),
        ("x right_curly_bracket", FIRST),
        ("x right_curly_bracket right_curly_bracket left_curly_bracket", f"{FIRST}"),
        ("x x left_square_bracket", "渡し舟のころ|橋"),
        ("x j k", "橋"),
        ("x escape", "nothing"),
        ("right left shift+right ctrl+c", "nothing"),
    ],
)
async def test_keys_that_move_move_the_end_of_the_selection(
    reader: Reader, settle: Settle, keys: str, words: str
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*keys.split())
        await settle(pilot)
        assert selected(pilot) == words


async def test_esc_ends_the_selection_and_keys_scroll_again(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 12)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        top = view.top
        await pilot.press("x", "j")
        assert view.top == top
        assert "\n" in selected(pilot)
        await pilot.press("escape", "j")
        await settle(pilot)
        assert selected(pilot) == "nothing"
        assert view.top > top


async def test_the_page_follows_the_end_of_the_selection(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        await pilot.press("x", *["j"] * 12)
        assert view.selected is not None
        shown = [(row.block, row.start) for row in view.visible_rows()]
        assert any(block == view.selected.head.block for block, _start in shown)
        await pilot.press("x", "g")
        assert view.top == Place(0, 0)


async def test_a_selection_goes_with_the_piece_that_it_was_made_in(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("x", "right_parenthesis")
        await settle(pilot)
        assert selected(pilot) == "nothing"
        await pilot.press("j")
        assert not screen_of(pilot).extending


def cell_of(pilot: Pilot[int], words: str, half: int = 0) -> tuple[int, int]:
    """Return the cell of the view, column and row, that shows the first half of the first character of `words`."""
    view = screen_of(pilot).view
    for y in range(view.size.height):
        text = "".join(segment.text for segment in view.render_line(y))
        if words in text:
            return cells.width(text[: text.index(words)]) + half, y
    raise AssertionError(words)


async def drag(pilot: Pilot[int], start: tuple[int, int], *to: tuple[int, int]) -> None:
    await pilot.mouse_down("#view", offset=start)
    for cell in to:
        await pilot.hover("#view", offset=cell)
    await pilot.mouse_up("#view", offset=to[-1])


@pytest.mark.parametrize("half", [0, 1])
async def test_both_halves_of_a_wide_character_select_it(reader: Reader, settle: Settle, half: int) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        start, end = cell_of(pilot, "祖父", half), cell_of(pilot, "舟をこい", half)
        await drag(pilot, start, end)
        assert selected(pilot) == "祖父が、その舟"
        await drag(pilot, end, start)
        assert selected(pilot) == "祖父が、その舟"


async def test_a_drag_over_several_turns_selects_from_character_to_character(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await drag(pilot, cell_of(pilot, "一便"), cell_of(pilot, "音。"))
        assert selected(pilot).startswith("一便に乗りおくれると、学校に遅刻します。|わたしの祖父が")
        assert selected(pilot).endswith("時代です。|川の音")


async def test_cells_beside_the_text_select_no_character_of_another_row(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        _x, y = cell_of(pilot, "わたしの祖父")
        row = screen_of(pilot).view.visible_rows()[y]
        text = screen_of(pilot).view.blocks[row.block].text
        await drag(pilot, (0, y), (57, y))
        assert selected(pilot) == text[row.start : row.end]
        await drag(pilot, (57, y), (1, y + 1))
        assert selected(pilot) == ""


async def test_a_click_ends_a_selection_two_take_the_word_and_three_the_turn(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        cell = cell_of(pilot, "父が")
        await pilot.click("#view", offset=cell, times=2)
        assert selected(pilot) == "祖父"
        await pilot.click("#view", offset=cell, times=3)
        assert selected(pilot).endswith("電話もない時代です。")
        await pilot.click("#view", offset=(1, 0))
        assert selected(pilot) == "nothing"


async def test_a_drag_beyond_the_edge_scrolls_and_goes_into_no_other_pane(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(120, 10)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        top = view.top
        await pilot.mouse_down("#view", offset=(40, 2))
        await pilot.hover("StatusBar", offset=(0, 0))
        for _ in range(400):
            if view.top > top:
                break
            await pilot.pause(0.01)
        assert view.top > top
        assert view.selected is not None
        await pilot.mouse_up("StatusBar", offset=(0, 0))
        await settle(pilot)
        last = view.visible_rows()[-1]
        assert view.selected.end <= Place(last.block, max(0, last.end))
        stopped = view.top
        await pilot.pause(0.15)
        assert view.top == stopped


async def test_the_wheel_while_dragging_selects_on(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        await pilot.mouse_down("#view", offset=(20, 1))
        await pilot.hover("#view", offset=(30, 4))
        before = selected(pilot)
        await pilot._post_mouse_events([events.MouseScrollDown], "#view", offset=(30, 4))
        await settle(pilot)
        assert len(selected(pilot)) > len(before)
        await pilot.mouse_up("#view", offset=(30, 4))


async def test_the_end_of_a_drag_on_a_link_does_not_follow_it(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        x, y = cell_of(pilot, "003-2")
        await drag(pilot, (x, y), (x + 3, y))
        await settle(pilot)
        assert selected(pilot) == "003-"
        assert screen_of(pilot).reading.transcript.id == "003-1"  # type: ignore[union-attr]


async def test_what_the_mouse_selected_is_extended_by_keys(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await drag(pilot, cell_of(pilot, "祖父"), cell_of(pilot, "父が"))
        await pilot.press("right")
        assert selected(pilot) == "祖父"
        await pilot.press("x", "right")
        assert selected(pilot) == "祖父が"


async def test_the_selection_is_shown_and_survives_another_width(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await drag(pilot, cell_of(pilot, "祖父"), cell_of(pilot, "父が"))
        words = selected(pilot)
        view = screen_of(pilot).view
        _x, y = cell_of(pilot, "祖父")
        styles = {segment.text: segment.style for segment in view.render_line(y)}
        assert styles["祖父"] != styles[next(text for text in styles if text.startswith("が"))]
        await pilot.resize_terminal(44, 30)
        await settle(pilot)
        assert selected(pilot) == words
