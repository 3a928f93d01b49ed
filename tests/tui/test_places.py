"""The reader stays on the same word, whatever happens to the screen, the sidebar, the file or the program."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SIZES = ((120, 40), (80, 24), (200, 60), (40, 10), (100, 30), (72, 12), (60, 6))


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def word_of(pilot: Pilot[Any]) -> tuple[str, str]:
    """Return the words that are kept in the first line, and the kind of block; they must really be in that line."""
    view = screen_of(pilot).view
    block = view.blocks[view.top.block]
    row = next(view.page.forward(view.top))
    assert row.block == view.top.block
    assert row.start <= view.top.offset < max(row.end, row.start + 1) or view.top.offset < 0
    return block.kind, block.text[max(0, view.top.offset) :]


def write_into(file: Path, random: Random) -> None:
    """Edit the file, but not the words of the turns that stand in it."""
    text = file.read_text(encoding="utf-8")
    new = f"          - 金子: 書き足した{random.randint(0, 9999)}番目の話です。\n"
    where = "          - 水野: |\n" if random.random() < 0.5 else "          - 水野: 見積もり"
    file.write_text(text.replace(where, new + where, 1), encoding="utf-8")


@pytest.mark.parametrize("seed", range(3))
async def test_the_reader_stays_on_the_same_word(reader: Reader, settle: Settle, folder: Path, seed: int) -> None:
    """Resizing, the measure, the sidebar, and edits elsewhere, in any order, at any place of the page."""
    random = Random(seed)
    app = reader("003-1")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        for _place in range(3):
            block = random.randrange(len(view.blocks))
            view.top = view.page.clamp(Place(block, random.randint(-1, len(view.blocks[block].text))))
            before = word_of(pilot)
            for _change in range(5):
                change = random.choice(["size", "-", "+", "backslash", "edit"])
                if change == "size":
                    await pilot.resize_terminal(*random.choice(SIZES))
                elif change == "edit":
                    write_into(folder / "003-1.yaml", random)
                    screen_of(pilot)._look()
                else:
                    await pilot.press(change)
                await settle(pilot)
                assert word_of(pilot) == before, change


@pytest.mark.parametrize("kind", ["lead", "note", "cast", "heading", "speech", "figure", "closing", "credit", "link"])
async def test_closing_and_opening_again_comes_back_to_the_same_word_whatever_the_width(
    reader: Reader, settle: Settle, kind: str
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        await pilot.press("-", "-", "-", "-")
        block = max(index for index, block in enumerate(view.blocks) if block.kind == kind)
        rows = [row for row in view.page.rows(block) if row.role == "text"]
        view.go(Place(block, rows[-1].start))
        before = word_of(pilot)
        await pilot.press("q")
    app = reader("")
    async with app.run_test(size=(44, 12)) as pilot:
        await settle(pilot)
        assert word_of(pilot) == before


async def test_a_hit_that_was_opened_stays_on_the_screen_when_it_becomes_narrower_and_lower(
    reader: Reader, settle: Settle
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        hit = Place(view.page.blocks.index(next(b for b in view.blocks if "切符売り場" in b.text)), 10)
        view.go(hit, above=13)
        for size in ((44, 12), (40, 8), (120, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            rows = view.visible_rows()
            assert any(row.block == hit.block and row.start <= hit.offset < row.end for row in rows)
            assert view.reading_place().block == hit.block


async def test_an_edit_inside_the_turn_being_read_leaves_the_reader_at_its_words(
    reader: Reader, settle: Settle, folder: Path
) -> None:
    app = reader("003-1:8")
    async with app.run_test(size=(44, 12)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        block = view.top.block
        view.go(Place(block, view.blocks[block].text.index("切符売り場")))
        words = "切符売り場が残っています。"
        view.top = Place(block, view.blocks[block].text.index("切符売り場"))
        file = folder / "003-1.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("橋のたもとに、舟の切符", "橋のたもとの古い小屋に、今も舟の切符"), encoding="utf-8"
        )
        screen_of(pilot)._look()
        await settle(pilot)
        assert word_of(pilot) == ("speech", words)
