"""Who says it most: the hits of a search in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import CommandTarget, bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.searching.found import hits_counted
from roundtable_tui.tui.searching.offers import Offer
from roundtable_tui.tui.widgets.count_list import CountList
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.search.query import Query
    from roundtable_tui.search.tally import Tally
    from roundtable_tui.tui.session import Session


class CountingScreen(CommandTarget, ModalScreen[Offer | None]):
    """Counts every hit of `query` in a thread; returns the row that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("counts")]
    DEFAULT_CSS = """
    CountingScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 90%; max-width: 100; height: 90%; background: $surface; border: round $primary;
            border-title-color: $primary; padding: 0 1; }
        & CountList { height: 1fr; }
    }
    """

    def __init__(self, session: Session, query: Query) -> None:
        super().__init__()
        self._session = session
        self._query = query

    def compose(self) -> ComposeResult:
        """Compose the sum, the rows and the keys."""
        with Vertical():
            yield StatusLine(_("Counting…"), id="sum")
            yield CountList(id="counts")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin to count."""
        self.query_one(Vertical).border_title = _("Who says it most")
        self.query_one(CountList).focus()
        self.run_worker(self._count, thread=True)

    def _count(self) -> None:
        """Count in a thread."""
        worker = get_current_worker()
        tally = self._session.engine.tally(self._query, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted, tally)

    def _counted(self, tally: Tally) -> None:
        if is_open(self):
            self.query_one("#sum", StatusLine).show(f"{plain(self._query.text.strip())}: {hits_counted(tally.total)}")
            self.query_one(CountList).show_tally(tally)

    def on_row_list_chosen(self, event: CountList.Chosen) -> None:
        """Return the row that was chosen."""
        self.dismiss(event.rows.items[event.index])

    def do_counts_choose(self) -> None:
        """Return the row under the cursor."""
        self.query_one(CountList).choose()

    def do_counts_close(self) -> None:
        """Go back to the hits."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Go back when what lies behind is clicked."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)
