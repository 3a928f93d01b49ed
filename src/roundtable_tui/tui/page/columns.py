"""Things in a row shared out among columns: several cells for each, or several things for a cell."""

from __future__ import annotations

WIDEST = 12
"""Cells of one thing."""


class Columns:
    """So many things, one at least, in `room` cells: each column is `wide` cells, of which `thick` are drawn."""

    def __init__(self, things: int, room: int) -> None:
        self._things = max(1, things)
        self.columns = max(1, min(self._things, room))
        self.wide = max(1, min(WIDEST, room // self.columns))
        self.thick = self.wide - 1 if self.wide > 1 else 1

    def items(self, column: int) -> range:
        """Return the numbers of the things in `column`, one at least."""
        return range(-(-column * self._things // self.columns), -(-(column + 1) * self._things // self.columns))

    def column(self, item: int) -> int:
        """Return the column of thing number `item`."""
        return item * self.columns // self._things
