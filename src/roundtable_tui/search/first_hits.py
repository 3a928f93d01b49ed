"""The first hits in a piece that a reader sees, where presenting all of them takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.index.reader import Reader


class FirstHits(NamedTuple):
    """Asks for some of the hits of a piece before all of them: those from turn number `turn` on, `most` at most.

    `arrived` is told how many there are in all, how many of those come before the first one given, and the hits given,
    in reading order. It is not called where there are no more than `most`.
    """

    turn: int
    arrived: Callable[[int, int, tuple[Hit, ...]], None]
    most: int = 60

    def start(self, rows: Sequence[int], reader: Reader) -> int:
        """Return where in `rows`, row numbers in reading order, those begin; the beginning where none are behind."""
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            if self._is_before(rows, middle, reader):
                low = middle + 1
            else:
                high = middle
        return low if low < len(rows) else 0

    def _is_before(self, rows: Sequence[int], at: int, reader: Reader) -> bool:
        """Whether the row at `at` lies before the turn; one outside turns lies where the next turn does."""
        for number in rows[at:]:
            found = reader.rows((number,))
            if found and found[0].turn is not None:
                return found[0].turn < self.turn
        return False
