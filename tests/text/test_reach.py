"""How far a line reaches, counted by arithmetic on runs or summed, is what adding up the widths one by one says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text import graphemes
from roundtable_tui.text.cells import width
from roundtable_tui.text.reach import reach

PIECES = [
    "あ",
    "漢字",
    "。",
    "　",
    "a",
    "Abc",
    "1,234",
    "……",
    "―",
    "①é",
    "ｱ",
    "한",
    "🐢",
    "\t",
    "か\u3099",
    "\u0301",
    "\u00ad",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=20).map("".join)


def reached(text: str, start: int, cells: int) -> int:
    end = start
    while end < len(text) and width(text[start : end + 1]) <= cells:
        end += 1
    return end


@given(TEXTS, st.lists(st.integers(0, 12), max_size=12))
def test_a_line_reaches_as_far_as_its_cells_hold(text: str, lines: list[int]) -> None:
    full, _ = reach(text)
    start = 0
    for cells in lines:
        assert full(start, cells) == reached(text, start, cells)
        start = min(full(start, cells) + 1, len(text))


@given(TEXTS)
def test_the_cuts_are_the_boundaries_of_graphemes(text: str) -> None:
    _, cuts = reach(text)
    assert sorted(cuts) == list(graphemes.boundaries(text))
