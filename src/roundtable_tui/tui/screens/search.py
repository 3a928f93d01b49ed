"""The search: one box over every back issue, with results as you type."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.search.hit import Hit
from roundtable_tui.search.query import QueryError, parse_query
from roundtable_tui.tui.command_target import CommandTarget, bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.widgets.hit_list import HitList
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.search.engine import Order, Results
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.session import Session

SHOWN = 100
"""Hits that the list holds; the count tells how many there are."""

SHOW_EVERY = 0.3
"""Seconds between two lists of hits while the library is still being read."""


class SearchScreen(CommandTarget, ModalScreen[Hit | None]):
    """Asks for a query and returns the hit that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SearchScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 94%; max-width: 130; height: 90%; background: $background; border: round $primary;
            border-title-color: $primary; padding: 0 1; }
        & HitList { height: 1fr; }
    }
    SearchScreen.-narrow > Vertical { width: 100%; height: 100%; border: none; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._order: Order = "relevance"
        self._wanted = False
        self._results: Results | None = None
        self._reading = True

    def compose(self) -> ComposeResult:
        """Compose the box, the count, the hits and the keys."""
        with Vertical():
            yield QueryInput(
                self._session.query, placeholder=_('words, "a phrase", -without, speaker:name'), id="query"
            )
            yield StatusLine(id="count")
            yield HitList(id="hits")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the last search again, its query selected so that typing replaces it."""
        self.set_class(self.app.size.width < 100, "-narrow")
        self.query_one(Vertical).border_title = _("Search every back issue")
        box = self.query_one(QueryInput)
        box.focus()
        box.action_select_all()
        last = self._session.results
        if last is not None:
            self.call_after_refresh(self._show, last, self._session.hit_number)
        self._filling = self.set_interval(SHOW_EVERY, self._search_again)
        self.run_worker(self._fill, thread=True, exclusive=True, group="fill")

    def on_input_changed(self, event: QueryInput.Changed) -> None:
        """Search for what stands in the box now."""
        self._wanted = False
        last = self._session.results
        if last is None or event.value != last.query.text:
            self._search(event.value)

    def on_input_submitted(self) -> None:
        """Open the hit under the cursor."""
        self.do_search_choose()

    # Searching

    def _search(self, text: str) -> None:
        count = self.query_one("#count", StatusLine)
        try:
            query = parse_query(text)
        except QueryError as error:
            count.show(_("column {column}: {message}").format(column=error.column, message=_(error.message)))
            return
        if not query:
            self._results = None
            self.query_one(HitList).show_hits(())
            count.show("")
            self.workers.cancel_group(self, "search")
            return
        self.run_worker(partial(self._find, query, self._order), thread=True, exclusive=True, group="search")

    def _find(self, query: Query, order: Order) -> None:
        """Search in a thread; results that are no longer asked for are dropped."""
        worker = get_current_worker()
        results = self._session.engine.search(query, limit=SHOWN, order=order, cancelled=lambda: worker.is_cancelled)
        if not worker.is_cancelled and not results.stopped:
            self.app.call_from_thread(self._arrived, query, results)

    def _arrived(self, query: Query, results: Results) -> None:
        """Show results, unless something else stands in the box by now."""
        if is_open(self) and query.text == self.query_one(QueryInput).value:
            same = self._results is not None and self._results.query == query
            self._show(results, self._chosen if same else 0)
            if self._wanted:
                self._open()

    def _fill(self) -> None:
        """Read, in a thread, what the engine has not read yet."""
        worker = get_current_worker()
        failure = ""
        try:
            self._session.engine.fill(cancelled=lambda: worker.is_cancelled)
        except OSError as error:
            failure = error.strerror or str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._filled, failure)

    def _filled(self, failure: str) -> None:
        self._filling.stop()
        self._reading = False
        if not is_open(self):
            return
        self._search(self.query_one(QueryInput).value)
        if failure:
            self.app.notify(plain(_("The library cannot be read: {reason}").format(reason=failure)), markup=False)

    def _search_again(self) -> None:
        """Search again for what stands in the box, since more has been read; a search under way is not disturbed."""
        if is_open(self) and not any(worker.group == "search" and worker.is_running for worker in self.workers):
            self._search(self.query_one(QueryInput).value)

    @property
    def _chosen(self) -> int:
        """The number of the hit under the cursor, from 0."""
        hit = self.query_one(HitList).hit
        return self._results.hits.index(hit) if hit is not None and self._results is not None else 0

    def _show(self, results: Results, chosen: int) -> None:
        self._results = results
        self.query_one(HitList).show_hits(results.hits, chosen)
        pieces = len({hit.piece.id for hit in results.hits})
        words = _("{hits} hits in {pieces} pieces").format(hits=results.total, pieces=pieces)
        if results.total > len(results.hits):
            words = _("{hits} hits, the first {shown} shown").format(hits=results.total, shown=len(results.hits))
        if not results.total and self._reading:
            words = _("Searching…")
        elif not results.total:
            words = _("Nothing found for {query}").format(query=plain(results.query.text))
        if results.searched < results.pieces:
            words += "  " + _("reading {done} of {all} pieces").format(done=results.searched, all=results.pieces)
        order = _("by date") if self._order == "date" else _("by relevance")
        self.query_one("#count", StatusLine).show(words, order)

    # Commands

    def do_search_down(self) -> None:
        """Go to the next hit."""
        self.query_one(HitList).move_cursor(1)

    def do_search_up(self) -> None:
        """Go to the hit before."""
        self.query_one(HitList).move_cursor(-1)

    def do_search_page_down(self) -> None:
        """Go a screen of hits down."""
        self.query_one(HitList).do_list_page_down()

    def do_search_page_up(self) -> None:
        """Go a screen of hits up."""
        self.query_one(HitList).do_list_page_up()

    def do_search_order(self) -> None:
        """Change between relevance and date."""
        self._order = "date" if self._order == "relevance" else "relevance"
        self._search(self.query_one(QueryInput).value)

    def do_search_choose(self) -> None:
        """Return the hit under the cursor; where the hits are still those of other words, the first one to come."""
        if self._results is not None and self._results.query.text == self.query_one(QueryInput).value:
            self._open()
        else:
            self._wanted = True

    def _open(self) -> None:
        hit = self.query_one(HitList).hit
        if hit is not None and self._results is not None:
            self._session.query = self._results.query.text
            self._session.results = self._results
            self._session.hit_number = self._chosen
            self.dismiss(hit)

    def do_search_close(self) -> None:
        """Return without a hit."""
        self.dismiss(None)

    def on_row_list_chosen(self) -> None:
        """Open a hit that was clicked."""
        self._open()
