"""How far a line reaches: the most characters of a text, from an offset on, that a number of cells holds.

Nearly every paragraph is kanji and kana of two cells with short runs of narrower characters between them, and for
those a line end is arithmetic on the runs it crosses: no work is done for a character. Any other paragraph has the
widths of its characters summed once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.text import graphemes
from roundtable_tui.text.cells import char_width, surely_wide, width
from roundtable_tui.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    Full = Callable[[int, int], int]


def reach(text: str) -> tuple[Full, Collection[int]]:
    """Return a function that says where a line of `text` is full, and the offsets at which `text` may be cut at all.

    The function takes the offset where a line starts and the cells it has, and returns the greatest offset such that
    what stands between takes no more cells: the start itself where not even one character fits. It has to be asked
    from the start of the text onwards, as lines follow each other. Its offsets (code points) may lie inside a
    grapheme; the cuts are the boundaries of graphemes.
    """
    runs = _runs(text)
    if runs is None:
        return _summed(text), frozenset(graphemes.boundaries(text))
    return _counted(len(text), runs), range(len(text) + 1)


def _runs(text: str) -> list[tuple[int, int, int]] | None:
    """Return the runs of characters that are not surely wide: start, end, cells of each character.

    None if a character in them is no grapheme of its own or if they are not all alike.
    """
    runs = []
    start = 0
    for end, behind in [*(found.span() for found in surely_wide().finditer(text)), (len(text), 0)]:
        if start < end:
            each = _cells_of_each(text[start:end])
            if not each:
                return None
            runs.append((start, end, each))
        start = behind
    return runs


def _cells_of_each(run: str) -> int:
    """Return the cells that every character of `run` takes if all are alike and graphemes of their own, else 0."""
    if run.isascii() and run.isprintable():
        return 1
    each, rest = divmod(width(run), len(run))
    return each if not rest and each <= 2 and is_ordinary(run) else 0


def _counted(length: int, runs: list[tuple[int, int, int]]) -> Full:
    """Return the function for a text of `length` characters of two cells, except in `runs`."""
    if not runs:
        return lambda start, cells: min(start + cells // 2, length)
    runs.append((length, length, 1))
    passed = 0

    def full(start: int, cells: int) -> int:
        nonlocal passed
        while runs[passed][1] <= start < length:
            passed += 1
        index = passed
        left = cells
        place = start
        while place < length:
            first, end, each = runs[index]
            wide = first - place
            if wide > 0:
                if 2 * wide > left:
                    return place + left // 2
                left -= 2 * wide
                place = first
            room = left // each
            if end - place > room:
                return place + room
            left -= each * (end - place)
            place = end
            index += 1
        return length

    return full


def _summed(text: str) -> Full:
    """Return the function for any text."""
    from bisect import bisect_right
    from itertools import accumulate

    edges = list(accumulate(map(char_width, text), initial=0))
    return lambda start, cells: bisect_right(edges, edges[start] + cells) - 1
