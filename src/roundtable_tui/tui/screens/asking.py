"""Asking the engine while a query is typed: a quick answer at once, the whole one when typing pauses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.screen import ModalScreen
from textual.worker import get_current_worker

from roundtable_tui.search.hit import Hit
from roundtable_tui.tui.command_target import CommandTarget, is_open
from roundtable_tui.tui.searching.found import WHOLE, Found
from roundtable_tui.tui.searching.typed import parse_typed
from roundtable_tui.tui.widgets.hit_list import HitList
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from textual.timer import Timer

    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.searching.editing import Written
    from roundtable_tui.tui.searching.typed import Typed
    from roundtable_tui.tui.session import Session

QUICK_SECONDS = 0.004
"""What the first answer to a key may take."""

QUICK_HITS = 40
"""Hits of the first answer: more than a screen shows."""

PAUSE = 0.15
"""Seconds without a key after which everything else about the query is found out."""


class AskingScreen(CommandTarget, ModalScreen[Hit | None]):
    """Searches for what stands in the box. Nothing here waits for the engine; answers to an earlier query are dropped.

    `found` is the last answer shown. `typed` is the filter that is half typed in the box; it does not count yet where
    it says nothing, or nothing that can be understood. `problem` is why, or why the whole query cannot be understood.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.order: Order = "relevance"
        self.found: Found | None = None
        self.query_now: Query | None = None
        self.typed: Written | None = None
        self.problem = ""
        self.asked = ""
        self._answered = False
        self._paused = False
        self._pause: Timer | None = None

    @property
    def box(self) -> QueryInput:
        """The box."""
        return self.query_one("#query", QueryInput)

    @property
    def listed(self) -> HitList:
        """The list of hits."""
        return self.query_one(HitList)

    # What the screens above this one do with it

    def show_found(self, found: Found, *, same: bool) -> None:
        """Show `found`; `same` is whether it answers the query that the hits on the screen answer already."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Show that nothing is searched for."""
        raise NotImplementedError

    def show_error(self) -> None:
        """Say why the query cannot be understood."""
        raise NotImplementedError

    def settled(self) -> None:
        """Go on once the whole answer is shown and typing has paused."""
        raise NotImplementedError

    # Asking

    def meant(self, text: str) -> Typed:
        """Return what `text`, which stands in the box, means."""
        return parse_typed(text, self.box.cursor_position)

    def ask(self, text: str) -> None:
        """Search for the query `text`."""
        self.stop_asking()
        self.asked = text
        typed = self.meant(text)
        self.typed, self.problem = typed.half, typed.problem
        query = self.query_now = typed.query
        if query is None:
            self.show_error()
            return
        if query:
            self._find(query, QUICK_HITS, QUICK_SECONDS)
        else:
            self.found = None
            self._answered = True
            self.show_nothing()
        self._pause = self.set_timer(PAUSE, self._rest)

    def ask_again(self) -> None:
        """Search again for the same, because there may be more to find; an answer under way is not disturbed."""
        if is_open(self) and (self._answered or self.query_now is None):
            self.ask(self.box.value)

    def stop_asking(self) -> None:
        """Drop every answer that is still to come."""
        if self._pause is not None:
            self._pause.stop()
        self._answered = self._paused = False
        for group in ("search", "about"):
            self.workers.cancel_group(self, group)

    def _find(self, query: Query, limit: int, within: float | None) -> None:
        work = partial(self._search, query, self.order, limit, within)
        self.run_worker(work, thread=True, exclusive=True, group="search")

    def _search(self, query: Query, order: Order, limit: int, within: float | None) -> None:
        """Search in a thread."""
        worker = get_current_worker()
        results = self.session.engine.search(
            query, limit=limit, order=order, within=within, cancelled=lambda: worker.is_cancelled
        )
        if not worker.is_cancelled and not results.stopped:
            # Grouping a thousand hits takes some milliseconds, too.
            self.app.call_from_thread(self._arrived, query, Found(results, order), within is None)

    def _arrived(self, query: Query, found: Found, whole: bool) -> None:
        """Show an answer, unless something else is asked by now."""
        if not is_open(self) or query is not self.query_now or found.order != self.order:
            return
        if not found.hits and not found.results.complete:
            # Nothing was found yet: the hits of the query before stay until there is an answer.
            self._find(query, WHOLE, None)
            return
        before = self.found
        same = before is not None and before.results.query.text == query.text and before.order == found.order
        if same and before is not None:
            found.unfolded |= before.unfolded
        self.found = found
        self._answered = True
        self.show_found(found, same=same)
        if self._paused:
            self._complete(whole)

    def _rest(self) -> None:
        """Typing has paused."""
        self._paused = True
        if self._answered and is_open(self):
            self._complete(whole=False)

    def hurry(self) -> None:
        """Ask for the whole answer now, as if typing had paused."""
        if self._pause is not None:
            self._pause.stop()
        if not self._paused:
            self._rest()

    def _complete(self, whole: bool) -> None:
        """Ask for what the quick answer left out, or go on if that was all."""
        query, found = self.query_now, self.found
        if query and found is not None and not found.all_here and not whole:
            self._find(query, WHOLE, None)
        else:
            self.settled()

    def fetch_more(self) -> None:
        """Ask for more hits, if there are more than were fetched and typing has paused."""
        found = self.found
        busy = any(worker.group == "search" and worker.is_running for worker in self.workers)
        if self.query_now and found is not None and self._paused and not found.all_here and not busy:
            self._find(self.query_now, max(WHOLE, 10 * len(found.hits)), None)

    @property
    def up_to_date(self) -> bool:
        """Whether the hits on the screen answer what stands in the box."""
        query = self.query_now
        return query is not None and self._answered and self.asked == self.box.value and self.found is not None
