"""What was read before, the newest first, to go on reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.state.visits import Visits
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.narrowing import folded_text
from roundtable_tui.tui.screens.filtering import FilteringScreen
from roundtable_tui.tui.widgets.visit_list import Visited, VisitList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from roundtable_tui.tui.session import Session


class HistoryScreen(FilteringScreen[Visited]):
    """Lists what was read in the library; returns what was chosen, or None.

    The cursor begins at what was read before the piece `open_piece`, which is open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]

    def __init__(self, session: Session, open_piece: str) -> None:
        super().__init__()
        self.caption = _("Continue reading")
        self.placeholder = _("words of the title, a date …")
        self._session = session
        self._open = open_piece

    def make_list(self) -> VisitList:
        """Return the list."""
        return VisitList(id="visits")

    def words(self, shown: int, total: int) -> str:
        """Return how many pieces were read."""
        if not total:
            return _("Nothing was read yet.")
        return _("{count} pieces").format(count=shown if shown == total else f"{shown}/{total}")

    def on_mount(self) -> None:
        """Look up what was read, once there is a list to show it in."""
        self.call_after_refresh(self._look_up)

    def _look_up(self) -> None:
        if not is_open(self):
            return
        entries = {entry.id: entry for entry in self._session.entries}
        visits = Visits(self._session.store).newest(self._session.library.root)
        items = []
        for visit in visits:
            item = Visited(visit, entries.get(visit.place.piece))
            series = item.entry.series if item.entry is not None else ""
            items.append((item, folded_text(item.title, series, item.when, visit.place.piece)))
        self.show_all(items)
        before = (index for index, (item, _text) in enumerate(items) if item.visit.place.piece != self._open)
        self.listed.set_cursor(next(before, 0))
