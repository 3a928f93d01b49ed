"""The box over the list of back issues in which it is filtered by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.narrowing import Narrowing, folded_text
from roundtable_tui.tui.widgets.library_pane import LibraryPane
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from textual.binding import BindingType

    from roundtable_tui.library.entry import Entry


class LibraryFilter(CommandTarget, QueryInput):
    """Filters the pane beside it; there only while it is used or says something."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]
    DEFAULT_CSS = """
    LibraryFilter { display: none; }
    LibraryFilter.-used { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=_("title, series, number, name …"), id=id)
        self._folded: dict[str, tuple[Entry, str]] = {}

    @property
    def _pane(self) -> LibraryPane:
        return self.screen.query_one(LibraryPane)

    def begin(self) -> None:
        """Let the filter be typed."""
        self.add_class("-used")
        self.focus()
        # Ten thousand pieces are folded in a tenth of a second: no key waits for that.
        self.run_worker(self._fold, thread=True, exclusive=True)

    def _fold(self) -> None:
        folded = {entry.id: (entry, self._text(entry)) for entry in self._pane.entries}
        self.app.call_from_thread(self._folded_all, folded)

    def _folded_all(self, folded: dict[str, tuple[Entry, str]]) -> None:
        self._folded = folded

    def _narrow(self) -> None:
        narrowing = Narrowing(self.value)
        self._pane.narrow((lambda entry: narrowing.keeps(self._text(entry))) if narrowing else None)

    def _text(self, entry: Entry) -> str:
        """Return what can be found of `entry`; worked out here where the thread has not come to it."""
        found = self._folded.get(entry.id)
        return found[1] if found is not None and found[0] is entry else _told(entry)

    def on_input_changed(self) -> None:
        """Filter by what stands in the box now."""
        self._narrow()

    def on_input_submitted(self) -> None:
        """Open the piece under the cursor."""
        self._pane.choose()

    def on_blur(self) -> None:
        """Go away when there is nothing in the box."""
        self.set_class(bool(self.value), "-used")

    # Commands

    def do_filter_down(self) -> None:
        """Go to the next piece."""
        self._pane.move_cursor(1)

    def do_filter_up(self) -> None:
        """Go to the piece before."""
        self._pane.move_cursor(-1)

    def do_filter_page_down(self) -> None:
        """Go a screen down."""
        self._pane.do_list_page_down()

    def do_filter_page_up(self) -> None:
        """Go a screen up."""
        self._pane.do_list_page_up()

    def do_filter_choose(self) -> None:
        """Open the piece under the cursor."""
        self._pane.choose()

    def do_filter_close(self) -> None:
        """Show every piece again and go back to the list."""
        self.replace_value("")
        self._pane.focus()


def _told(entry: Entry) -> str:
    """Return what can be found of a piece."""
    number = "" if entry.issue is None else f"第{entry.issue}回 {entry.issue}-{entry.part or ''}"
    shown = (entry.id, entry.title, entry.subtitle, entry.series, number, entry.held, entry.held_label)
    return folded_text(*shown, *entry.participants)
