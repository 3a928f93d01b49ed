"""The dialog that exports bookmarks as a Markdown list of citations, each with its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.marked import Marked, quotations
from roundtable_tui.tui.screens.saving import SavingScreen
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.binding import BindingType


class MarksExportScreen(SavingScreen):
    """Asks where to write `marks`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, marks: tuple[Marked, ...]) -> None:
        super().__init__()
        self._quoted = quotations(marks)
        self._gone = len(marks) - len(self._quoted)

    def above(self) -> StatusLine:
        """Return the line that says what is exported."""
        words = _("{count} bookmarks as a list of citations").format(count=len(self._quoted))
        if self._gone:
            words += "  " + _("{count} are left out: their words are no longer there").format(count=self._gone)
        return StatusLine(words)

    def name_offered(self) -> str:
        """Return the usual name."""
        return _("bookmarks") + ".md"

    def text(self) -> str:
        """Return the list."""
        from roundtable_tui.export.citations import citations

        return citations(_("Bookmarks"), self._quoted)
