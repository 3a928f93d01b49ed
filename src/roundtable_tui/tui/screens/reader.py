"""The reader: a transcript with its library, contents and speakers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal

from roundtable_tui.config.folders import config_folder
from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.charting import ChartingScreen
from roundtable_tui.tui.screens.comfort import ComfortScreen
from roundtable_tui.tui.screens.remembering import RememberingScreen
from roundtable_tui.tui.screens.speakers import SpeakersScreen
from roundtable_tui.tui.screens.taking import TakingScreen
from roundtable_tui.tui.screens.theming import ThemingScreen
from roundtable_tui.tui.widgets.cast_pane import CastPane
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.library_pane import LibraryPane
from roundtable_tui.tui.widgets.position_bar import PositionBar
from roundtable_tui.tui.widgets.sidebar import BESIDE_FROM, WIDE_FROM, Sidebar
from roundtable_tui.tui.widgets.status_bar import StatusBar
from roundtable_tui.tui.widgets.title_bar import TitleBar
from roundtable_tui.tui.widgets.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from roundtable_tui.model import Anchor, Person
    from roundtable_tui.tui.pictures.gallery import Gallery
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.screens.export import Extent
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.row_list import RowList


class ReaderScreen(SpeakersScreen, TakingScreen, ThemingScreen, ComfortScreen, ChartingScreen, RememberingScreen):
    """One piece, and the way to all others."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    DEFAULT_CSS = """
    ReaderScreen { layers: base over; background: $background; }
    ReaderScreen > Horizontal { height: 1fr; layers: base over; }
    ReaderScreen.-zen {
        & TitleBar { display: none; }
        & PositionBar { display: none; }
        & KeyBar { display: none; }
        & StatusBar { layer: over; dock: bottom; height: 0; }
        & StatusBar.-speaking { height: 1; }
    }
    """

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._gallery: tuple[Reading, Gallery] | None = None

    def compose(self) -> ComposeResult:
        """Compose the screen."""
        yield TitleBar()
        with Horizontal():
            yield Sidebar(id="sidebar")
            yield TranscriptView(self.session.measure, id="view")
            yield PositionBar(id="position")
        yield StatusBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Open what was asked for, or what was read last; the rest of the library comes when it is known."""
        self.give_room()
        self.view.focus()
        self.open_first()
        self.watch_files()
        self._say_notices()
        self.call_after_refresh(self.show_hints)

    def _say_notices(self) -> None:
        """Say what was wrong with the settings; the whole of it is on stderr, and `roundtable keys` says it again."""
        notices = self.session.notices
        if notices:
            words = plain(notices[0].replace(os.path.join(config_folder(), ""), ""))  # noqa: PTH118
            more = _("  (and {count} more: `roundtable keys`)").format(count=len(notices) - 1)
            self.status.say(words + more if len(notices) > 1 else words)

    def _on_timer_update(self) -> None:
        """Draw what changed. Textual would draw a screen that lies under another one again twice a second for ever."""
        super()._on_timer_update()
        if self.app.screen is not self:
            self._repaint_required = False

    # Where reading is

    def on_transcript_view_moved(self) -> None:
        """Let status, contents and position follow the reading, after the frame is drawn."""
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Let status, contents and position show where reading is."""
        if self.reading is None or not is_open(self):
            return
        view = self.view
        rows = view.visible_rows()
        if any(view.blocks[row.block].src for row in rows):
            self._look_at_pictures(self.reading)
        place = view.reading_place()
        path = self.reading.stops.section_at(place.block)
        page = view.page
        last = Place(rows[-1].block, rows[-1].end) if rows else view.top
        start, end = page.share(view.top), page.share(last)
        at_end = bool(rows) and rows[-1] == page.last_row
        headings = " › ".join(self.reading.transcript.headings(path))
        problems = len(self.reading.problems)
        warning = _("! {count} problems").format(count=problems) if problems else ""
        self.status.show(1.0 if at_end else start, headings, warning, self.hit_words())
        self.query_one(PositionBar).show(start, 1.0 if at_end else end, view.marked_shares())
        self.query_one(ContentsPane).follow(path)
        self.query_one(KeyBar).look_again()
        self.keep_place_soon()

    def _look_at_pictures(self, reading: Reading) -> None:
        """Bring the pictures that belong on the screen. Nothing that draws them is imported before one does."""
        from roundtable_tui.tui.app import RoundtableApp
        from roundtable_tui.tui.pictures.gallery import Gallery

        app = self.app
        if self._path is None or not isinstance(app, RoundtableApp) or app.picture_means().way == "none":
            return
        if self._gallery is None or self._gallery[0] is not reading:
            self.close_pictures()
            self._gallery = (reading, Gallery(self.view, self._path.parent, app.picture_means))
            # At once: what the next screen lays over the picture is drawn in the same breath.
            app.screen_change_signal.subscribe(self, self._covered, immediate=True)
        self._gallery[1].look()

    def _covered(self, _screen: Screen[Any]) -> None:
        """Draw the text again, whose pictures look otherwise under another screen."""
        self.view.refresh()

    def close_pictures(self) -> None:
        """Let the terminal forget the pictures of the piece."""
        if self._gallery is not None:
            self._gallery[1].close()
            self._gallery = None

    def on_position_bar_asked(self, event: PositionBar.Asked) -> None:
        """Go where the bar was clicked; a drag is one jump."""
        with self.one_jump(remembered=not event.dragged):
            self.view.go_to_share(event.share)

    def on_transcript_view_followed(self, event: TranscriptView.Followed) -> None:
        """Open the piece that a link names."""
        self.open_piece(event.target)

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        """Give the sidebar the room that there is."""
        self.give_room(event.size.width)

    def give_room(self, width: int | None = None) -> None:
        """Give the sidebar the room that there is in `width` cells; the text alone has none beside it."""
        room = self.size.width if width is None else width
        beside = room >= BESIDE_FROM and not self.zen
        shown = beside if self.sidebar_wanted is None else self.sidebar_wanted
        sidebar = self.query_one(Sidebar)
        sidebar.set_class(not beside, "-over")
        sidebar.set_class(room >= WIDE_FROM, "-wide")
        sidebar.set_class(not shown, "-hidden")
        self.view.covered = shown and not beside

    def _show_pane(self, pane: type[RowList[Any]]) -> None:
        self.sidebar_wanted = True
        self.give_room()
        self.query_one(Sidebar).use(pane)

    def do_pane_library(self) -> None:
        """Go to the list of back issues."""
        self._show_pane(LibraryPane)

    def do_pane_contents(self) -> None:
        """Go to the table of contents."""
        self._show_pane(ContentsPane)

    def do_pane_cast(self) -> None:
        """Go to the list of speakers."""
        self._show_pane(CastPane)

    def do_pane_toggle(self) -> None:
        """Show or hide the sidebar."""
        self.sidebar_wanted = self.query_one(Sidebar).has_class("-hidden")
        self.give_room()
        if not self.sidebar_wanted:
            self.view.focus()

    def can_pane_text(self) -> bool:
        """Return whether there is a way back: from a pane, from a hit, from a selection, or from the lens."""
        selected = self.view.selected is not None
        return not self.view.has_focus or self.view.marked or self.way_back_offered or selected or self.lens is not None

    def on_descendant_focus(self) -> None:
        """Show the keys of the pane, or of the text, that is used now."""
        self.call_after_refresh(self.query_one(KeyBar).look_again)

    def do_pane_text(self) -> None:
        """Go back to the text, where a sidebar over it closes; from a hit to where reading was; out of the lens.

        A selection is ended first.
        """
        if self.end_selection():
            return
        if self.view.has_focus and (self.view.marked or self.way_back_offered):
            self.leave_hits()
        elif self.view.has_focus:
            self.leave_lens()
        if self.query_one(Sidebar).has_class("-over"):
            self.sidebar_wanted = None
        self.give_room()
        self.view.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to what was chosen in a pane."""
        item = event.rows.items[event.index]
        if isinstance(event.rows, LibraryPane):
            self.open_piece(item.id)
        elif isinstance(event.rows, ContentsPane) and self.reading is not None:
            self.view.go(self.view.page.start(self.reading.stops.of_section[item.path]))
        elif isinstance(event.rows, CastPane):
            self._next_turn_of(item.person)
        self.do_pane_text()

    def _next_turn_of(self, person: Person) -> None:
        """Go to the next turn of `person`, from the top again after the last."""
        if turns := self.turns_of(person):
            after = [block for block in turns if self.view.page.start(block) > self.view.place]
            self.view.go(self.view.page.start((after or turns)[0]))

    # Export

    def person_in_view(self) -> Person | None:
        """Return whom the lens looks at: what they say is on offer first."""
        return self.lens

    def other_extents(self) -> Iterator[Extent]:
        """Yield what can be exported beside parts of the piece: hits and bookmarks."""
        from roundtable_tui.tui.screens.export import Extent

        yield from super().other_extents()
        yield Extent(_("bookmarks, from their list"), opens=self.do_bookmark_list)

    # Problems

    def can_problems_show(self) -> bool:
        """Return whether the file has problems."""
        return self.reading is not None and bool(self.reading.problems)

    def do_problems_show(self) -> None:
        """Show what is wrong with the file of this piece."""
        from roundtable_tui.tui.screens.problems import ProblemsScreen

        if self.reading is not None:
            self.app.push_screen(ProblemsScreen(self.reading.problems))
