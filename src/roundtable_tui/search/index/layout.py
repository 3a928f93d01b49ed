"""Which numbers the rows of a piece get: the newer the talk, the higher."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.index.schema import TOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.order import Age


class Range(NamedTuple):
    """The rows [first, last) of the piece numbered `piece`."""

    age: Age
    piece: int
    first: int
    last: int


class Layout:
    """Where the rows of every piece lie.

    A piece goes between the next older and the next newer one, with some room to grow, and above all where there is
    none: then it is found as early as if it were new, and its place among the hits is by its date all the same.
    """

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = sorted(ranges)
        self._highest = max((each.last for each in self._ranges), default=TOP)
        self._of = {each.piece: each for each in self._ranges}

    def place(self, age: Age, piece: int, count: int) -> int:
        """Return the first of `count` numbers for a piece, which has them from now on; it has no others."""
        at = bisect_left(self._ranges, (age,))
        room = count // 2 + 16
        older = self._ranges[at - 1].last if at else None
        newer = self._ranges[at].first if at < len(self._ranges) else None
        if newer is None or (older is not None and newer - older < count):
            first = self._highest + room
        elif older is None:
            first = newer - room - count
        else:
            first = max(newer - room - count, older + (newer - older - count) // 2)
        own = Range(age, piece, first, first + count)
        insort(self._ranges, own)
        self._of[piece] = own
        self._highest = max(self._highest, own.last)
        return first

    def remove(self, piece: int) -> None:
        """Free the numbers of a piece, if it has any."""
        own = self._of.pop(piece, None)
        if own is not None:
            del self._ranges[bisect_left(self._ranges, own)]
