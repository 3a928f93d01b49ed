"""The panes beside the transcript: back issues, contents and speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from roundtable_tui.config.language import _
from roundtable_tui.tui.widgets.cast_pane import CastPane
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.library_pane import LibraryPane

if TYPE_CHECKING:
    from typing import Any

    from textual import events
    from textual.app import ComposeResult

    from roundtable_tui.tui.widgets.row_list import RowList

BESIDE_FROM = 100
"""A screen at least this many cells wide has room for the sidebar beside the text."""

WIDE_FROM = 160
"""A screen at least this many cells wide has room for dates in it."""

ALL_FROM = 16
"""A sidebar at least this many rows high has room for all three panes."""


class Sidebar(Vertical):
    """Beside the text where there is room, else over it while it is used; a low one shows the pane used last."""

    DEFAULT_CSS = """
    Sidebar { width: 30; height: 1fr; background: $surface; padding: 0 1;
        & > LibraryPane { height: 1fr; min-height: 4; margin-bottom: 1; }
        & > ContentsPane { height: auto; max-height: 40%; margin-bottom: 1; }
        & > CastPane { height: auto; max-height: 30%; }
    }
    Sidebar.-wide { width: 48; }
    Sidebar.-over { layer: over; dock: left; width: 60%; min-width: 30; max-width: 100%; border-right: vkey $primary; }
    Sidebar.-hidden { display: none; }
    Sidebar.-low > RowList { display: none; height: 1fr; max-height: 100%; margin-bottom: 0; }
    Sidebar.-low > .-used { display: block; }
    """

    def compose(self) -> ComposeResult:
        """Compose the three panes."""
        library = LibraryPane(_("Back issues"), id="library")
        library.add_class("-used")
        yield library
        yield ContentsPane(_("Contents"), id="contents")
        yield CastPane(_("Speakers"), id="cast")

    def use(self, pane: type[RowList[Any]]) -> None:
        """Let `pane` be seen, and give it the focus."""
        for each in (LibraryPane, ContentsPane, CastPane):
            self.query_one(each).set_class(each is pane, "-used")
        self.query_one(pane).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show one pane where there is no room for three."""
        self.set_class(event.size.height < ALL_FROM, "-low")

    async def on_library_pane_filter_asked(self) -> None:
        """Let the list of back issues be filtered; the box is made when it is first asked for."""
        from roundtable_tui.tui.widgets.library_filter import LibraryFilter

        boxes = self.query(LibraryFilter)
        box = boxes.first() if boxes else LibraryFilter(id="library-filter")
        if not boxes:
            await self.mount(box, before=self.query_one(LibraryPane))
        box.begin()
