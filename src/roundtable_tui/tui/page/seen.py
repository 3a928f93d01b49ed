"""Which turns end on the screen, and which of them count as read."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.state.spans import merged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.state.spans import Spans
    from roundtable_tui.tui.page.page import Page, Row
    from roundtable_tui.tui.page.stops import Stops


class Ended(NamedTuple):
    """The numbers of the first turn that does not end above the screen, and of the last one that ends on it.

    Where `last` is less than `first`, no turn ends on the screen.
    """

    first: int
    last: int


def ended(page: Page, rows: Sequence[Row], stops: Stops) -> Ended:
    """Return which turns end in `rows`, the rows of `page` on the screen; there is at least one."""
    blocks = page.blocks
    top, bottom = rows[0].block, rows[-1].block
    if blocks[top].turn:
        first = blocks[top].turn
    else:
        after = bisect_left(stops.turns, top)
        first = blocks[stops.turns[after]].turn if after < len(stops.turns) else len(stops.turns) + 1
    last = stops.turn_at(bottom)
    following = blocks[bottom + 1].turn if bottom + 1 < len(blocks) else 0
    going_on = rows[-1] != page.rows(bottom)[-1] or following == last
    return Ended(first, last - 1 if last and blocks[bottom].turn == last and going_on else last)


class Seen:
    """What counts as read in one piece: a turn whose end rested on the screen, or was scrolled past at the top.

    What a jump goes past was not read. `spans` are the turns that were read, `fresh` those that were not kept yet.
    """

    def __init__(self, spans: Spans = ()) -> None:
        self.spans = spans
        self.fresh: Spans = ()
        self._shown: Ended | None = None

    def scrolled(self, shown: Ended) -> bool:
        """Take note of what is on the screen after scrolling; return whether a turn came to be read."""
        before, self._shown = self._shown, shown
        return before is not None and self._add(before.first, shown.first - 1)

    def jumped(self) -> None:
        """Take note that what comes on the screen next does not follow what was on it."""
        self._shown = None

    def rested(self, shown: Ended) -> bool:
        """Take note that `shown` was on the screen for a while; return whether a turn came to be read."""
        self._shown = shown
        return self._add(shown.first, shown.last)

    def kept(self) -> None:
        """Take note that all was kept."""
        self.fresh = ()

    def _add(self, first: int, last: int) -> bool:
        whole = merged([*self.spans, (first, last)])
        if whole == self.spans:
            return False
        self.spans = whole
        self.fresh = merged([*self.fresh, (first, last)])
        return True
