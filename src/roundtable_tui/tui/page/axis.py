"""A piece laid out along a line: which code points of it each column of a chart stands for."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.tui.page.page import START, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.tui.page.block import Block


class Bound(NamedTuple):
    """Where a section begins: the `column`, its path and its heading."""

    column: int
    path: tuple[int, ...]
    heading: str


class Axis:
    """The texts of `blocks` one after another over `columns` columns: so many as there is `room` for, and never more
    than the piece has code points, so that each stands for one at least.
    """

    def __init__(self, blocks: Sequence[Block], room: int) -> None:
        self._blocks = blocks
        self._starts = [0, *accumulate(len(block.text) for block in blocks)]
        self.total = self._starts[-1]
        self.columns = max(1, min(room, self.total))

    def bounds(self, column: int) -> tuple[int, int]:
        """Return the code points [start, end) of the piece that `column` stands for."""
        return self.total * column // self.columns, self.total * (column + 1) // self.columns

    def position(self, place: Place) -> int:
        """Return how many code points of the piece lie before `place`."""
        return self._starts[place.block] + max(0, place.offset) if self._blocks else 0

    def column(self, place: Place) -> int:
        """Return the column in which the code point at `place` lies; the last one for the end of the piece."""
        if not self.total:
            return 0
        return min(((self.position(place) + 1) * self.columns - 1) // self.total, self.columns - 1)

    def place(self, column: int) -> Place:
        """Return where the code points of `column` begin."""
        if not self.total:
            return Place(0)
        start = self.bounds(column)[0]
        block = bisect_right(self._starts, start) - 1
        return Place(block, start - self._starts[block] or START)

    def inside(self, block: int) -> tuple[int, int]:
        """Return the first and the last column that show some of block number `block`, which is not empty."""
        last = Place(block, max(0, len(self._blocks[block].text) - 1))
        return self.column(Place(block)), self.column(last)

    def sections(self) -> list[Bound]:
        """Return where each section begins, in reading order."""
        return [
            Bound(self.column(Place(number)), block.section, block.text)
            for number, block in enumerate(self._blocks)
            if block.kind == "heading"
        ]
