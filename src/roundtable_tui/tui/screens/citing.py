"""The dialog that exports the hits of a search as a Markdown list of citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.screens.saving import SavingScreen
from roundtable_tui.tui.searching.found import Found
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.binding import BindingType

    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.searching.quoting import Quoted
    from roundtable_tui.tui.session import Session


class CitingScreen(SavingScreen):
    """Collects every hit of `query` in a thread, each turn whole, and asks where to write them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, session: Session, query: Query, order: Order) -> None:
        super().__init__()
        self._session = session
        self._query = query
        self._order = order
        self._quoted: Quoted | None = None
        self._text = ""
        self._accepted = False

    def above(self) -> StatusLine:
        """Return the line that says what is exported."""
        return StatusLine(_("The hits of {query} as a list of citations").format(query=plain(self._query.text.strip())))

    def on_mount(self) -> None:
        """Begin to collect."""
        self.say(_("Collecting the hits…"))
        self.run_worker(self._collect, thread=True)

    def name_offered(self) -> str:
        """Return a name made from the query."""
        from roundtable_tui.export.names import safe_file_name

        return safe_file_name(_("search {query}").format(query=self._query.text.strip()), ".md")

    def text(self) -> str:
        """Return the list."""
        return self._text

    def _collect(self) -> None:
        """Find and read, in a thread, all that is quoted."""
        from roundtable_tui.export.citations import citations
        from roundtable_tui.tui.searching.quoting import quoted

        worker = get_current_worker()

        def progress(done: int) -> None:
            if not worker.is_cancelled:
                message = _("Collecting the hits: {done} of {total}").format(done=done, total=results.total)
                self.app.call_from_thread(self._tell, message)

        results = self._session.engine.search(self._query, order=self._order, cancelled=lambda: worker.is_cancelled)
        found = Found(results, self._order)
        made = quoted(found, self._session.library, progress, lambda: worker.is_cancelled)
        title = _("{query}: {count} citations").format(query=self._query.text.strip(), count=len(made.quotations))
        text = citations(title, made.quotations)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._collected, made, text)

    def _tell(self, message: str) -> None:
        if is_open(self):
            self.say(message)

    def _collected(self, made: Quoted, text: str) -> None:
        if not is_open(self):
            return
        self._quoted, self._text = made, text
        message = _("{count} citations").format(count=len(made.quotations))
        if made.changed:
            message += "  " + _("{count} hits are left out: their files changed").format(count=made.changed)
        self.say(message)
        if self._accepted:
            super().do_dialog_accept()

    def do_dialog_accept(self) -> None:
        """Write the list as soon as it is collected."""
        if self._quoted is None:
            self._accepted = True
        elif self._quoted.quotations:
            super().do_dialog_accept()
