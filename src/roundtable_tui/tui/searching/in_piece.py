"""What was found in the open piece, and which hit of it the reader is at."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from roundtable_tui.tui.page.spots import marks_at, spot_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.page.marks import Spans
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.page.spots import Spot
    from roundtable_tui.tui.reading import Reading


class FoundInPiece:
    """The `spots` of `query` in `reading`, in the order of the page; `at` is the number of the one shown.

    Where they are not all, `before` are left out in front of them, and there are `total` at least. `wrapped` says that
    the last step went over an end of the piece.
    """

    def __init__(
        self, query: Query, reading: Reading, spots: tuple[Spot, ...], before: int = 0, total: int | None = None
    ) -> None:
        self.query = query
        self.reading = reading
        self.spots = spots
        self.complete = total is None
        self.total = len(spots) if total is None else total
        self._before = before
        self.marks: Mapping[int, Spans] = marks_at(spots)
        self.at = 0
        self.wrapped = False

    @property
    def spot(self) -> Spot:
        """The spot shown; there is one."""
        return self.spots[self.at]

    @property
    def number(self) -> int:
        """The number of the spot shown, from 1, among all."""
        return self._before + self.at + 1

    def go_from(self, place: Place) -> None:
        """Go to the first spot at or after `place`; where none follows, to the first of the piece."""
        self.at = spot_from(self.spots, place)
        self.wrapped = self.at == len(self.spots)
        self.at = 0 if self.wrapped else self.at

    def go_to(self, spot: Spot) -> None:
        """Go to `spot`, or to the one that follows where it would stand."""
        self.at = min(bisect_left(self.spots, spot), len(self.spots) - 1)
        self.wrapped = False

    def step(self, step: int) -> None:
        """Go `step` spots on, over an end of the piece to the other."""
        wanted = self.at + step
        self.at = wanted % len(self.spots)
        self.wrapped = wanted != self.at
