"""The rows that a search found, small enough for all of a large library, and their order."""

from __future__ import annotations

from array import array
from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roundtable_tui.library.order import Age
    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.patterns.fit import Fit


class Found:
    """Rows with their pieces and fits. `complete` says that there are no others."""

    def __init__(self) -> None:
        self.complete = False
        self._rows = array("q")
        self._pieces = array("l")
        self._fits = array("l")
        self._numbers: dict[Fit, int] = {}
        self.counts: Counter[tuple[int, int | None]] = Counter()
        """How many rows each piece and voice (None for nobody) has."""

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, row: int, piece: int, voice: int | None, fit: Fit) -> None:
        """Add a row that fits so."""
        self._rows.append(row)
        self._pieces.append(piece)
        self._fits.append(self._numbers.setdefault(fit, len(self._numbers)))
        self.counts[piece, voice] += 1

    def rows(self) -> Iterator[tuple[int, int]]:
        """Yield the number of every row and of its piece, in the order that they were found in."""
        return zip(self._rows, self._pieces, strict=True)

    def pieces(self) -> set[int]:
        """Return the numbers of the pieces that the rows are of."""
        return {piece for piece, _ in self.counts}

    def best(self, limit: int | None, order: Order, ages: Mapping[int, Age]) -> list[tuple[int, Fit]]:
        """Return the first `limit` rows (all for None) with their fits.

        By `relevance` the better fit comes first, then the later talk; by `date` the later talk. Rows of a piece that
        fit alike are in reading order. `ages` has every piece.
        """
        fits = list(self._numbers)
        places = sorted(range(len(fits)), key=fits.__getitem__)
        rank = {number: place for place, number in enumerate(places)} if order == "relevance" else {}
        by_age = sorted(self.pieces(), key=ages.__getitem__, reverse=True)
        newness = {piece: place for place, piece in enumerate(by_age)}
        keys = (
            (rank.get(fit, 0), newness[piece], row, fit)
            for row, piece, fit in zip(self._rows, self._pieces, self._fits, strict=True)
        )
        first = sorted(keys) if limit is None else nsmallest(limit, keys)
        return [(row, fits[fit]) for _, _, row, fit in first]
