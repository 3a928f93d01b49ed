"""Each kind of row is told from the others without any colour, and nothing but words is under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from rich.style import Style

from roundtable_tui.text.cells import set_ambiguous_wide
from roundtable_tui.text.cells import width as width_of
from roundtable_tui.tui.page.block import Block, Kind
from roundtable_tui.tui.page.geometry import geometry
from roundtable_tui.tui.page.page import HEADINGS, Page
from roundtable_tui.tui.widgets.row_painter import RowPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "窓口の待ち時間は平均で47分でした。\n行列は、別のところで生まれていました。"


@pytest.fixture
def wide_terminal() -> Iterator[None]:
    set_ambiguous_wide(True)
    yield
    set_ambiguous_wide(False)


def painted(block: Block, *, width: int = 80) -> list[str]:
    page = Page([block], geometry(width, 4, 80))
    painter = RowPainter(page, lambda name: Style(), Style(), {})
    return [painter.strip(row, (), None).text for row in page.rows(0) if row.role == "text"]


def block_of(kind: Kind) -> Block:
    labels = {"speech": "青木", "note": "※"}
    return Block(kind, WORDS, labels.get(kind, ""), section=(1,) if kind == "heading" else ())


@pytest.mark.parametrize("width", [40, 80])
def test_speech_narration_figures_notes_and_headings_have_signs_of_their_own(width: int) -> None:
    kinds: tuple[Kind, ...] = ("speech", "narration", "figure", "note", "heading", "item", "cast", "link", "lead")
    begins = {kind: painted(block_of(kind), width=width)[0].partition("窓口")[0].strip() for kind in kinds}
    assert len({*begins.values()}) == len(kinds), begins
    assert begins["lead"] == ""


def test_the_bar_of_a_speech_goes_on_and_the_sign_of_a_narration_does_not() -> None:
    assert all("▎" in line for line in painted(block_of("speech")))
    assert ["―" in line for line in painted(block_of("narration"))] == [True, False]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_words_begin_in_the_column_of_their_kind_and_paragraphs_one_full_width_cell_further(kind: Kind) -> None:
    first, second = painted(block_of(kind))[:2]
    begin, indented = first.index("窓"), second.index("行")
    # What stands before the words is narrow, but for the label of a speech and the sign of an item.
    wide = {"speech": 2, "item": 1}.get(kind, 0)
    assert indented - begin == (0 if kind in HEADINGS else 2 + wide)


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("width", [40, 80])
def test_signs_that_are_two_cells_wide_move_no_words(width: int) -> None:
    for kind in ("speech", "narration", "figure", "note", "cast", "link"):
        first, second = painted(block_of(kind), width=width)[:2]
        begins = {width_of(line.partition(word)[0]) for line, word in ((first, "窓"), (second, "行")) if word in line}
        assert max(begins) - min(begins) in (0, 2)
        assert width_of(first) == width


def test_an_indent_is_no_part_of_the_words() -> None:
    block = block_of("speech")
    page = Page([block], geometry(80, 4, 80))
    painter = RowPainter(page, lambda name: Style(), Style(), {})
    row = next(row for row in page.rows(0) if row.indent)
    line = painter.strip(row, (), None).text
    begin = width_of(line.partition("行")[0])
    assert painter.touched(row, begin)[0] == painter.touched(row, begin - 1)[0] == row.start == WORDS.index("行")
    assert painter.touched(row, begin + 2)[0] == row.start + 1
