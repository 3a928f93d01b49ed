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
        self._by_age = sorted(ranges)
        self._places = sorted((each.first, each.last) for each in self._by_age)
        self._of = {each.piece: each for each in self._by_age}

    def place(self, age: Age, piece: int, count: int) -> int:
        """Return the first of `count` numbers for a piece, which has them from now on; it has no others."""
        at = bisect_left(self._by_age, (age,))
        first = None
        if at < len(self._by_age):
            first = self._below(self._by_age[at].first, count)
            if first is None and at:
                first = self._above(self._by_age[at - 1].last, count)
        if first is None:
            first = (self._places[-1][1] if self._places else TOP) + _room(count)
        own = Range(age, piece, first, first + count)
        insort(self._by_age, own)
        insort(self._places, (own.first, own.last))
        self._of[piece] = own
        return first

    def remove(self, piece: int) -> None:
        """Free the numbers of a piece, if it has any."""
        own = self._of.pop(piece, None)
        if own is not None:
            del self._by_age[bisect_left(self._by_age, own)]
            del self._places[bisect_left(self._places, (own.first, own.last))]

    def _below(self, newer: int, count: int) -> int | None:
        """Return where `count` rows fit directly below the rows that begin at `newer`; None where they do not."""
        at = bisect_left(self._places, (newer,))
        free = newer - (self._places[at - 1][1] if at else 0) - count
        return None if free < 0 else newer - count - min(_room(count), free // 2)

    def _above(self, older: int, count: int) -> int | None:
        """Return where `count` rows fit directly above the rows that end before `older`; None where they do not."""
        at = bisect_left(self._places, (older,))
        free = (self._places[at][0] if at < len(self._places) else older + 2 * count) - older - count
        return None if free < 0 else older + free // 2


def _room(count: int) -> int:
    """Return how much a piece of `count` rows may grow before it has to move."""
    return count // 2 + 16
