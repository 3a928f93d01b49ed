"""What was read: kept while reading goes on, shown in the lists, and gone back to."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.page.seen import Ended, Seen, ended
from roundtable_tui.tui.screens.marking import MarkingScreen
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.library_pane import LibraryPane

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.grouping import Series
    from roundtable_tui.model import Anchor
    from roundtable_tui.state.progress import Progress, Share
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.visit_list import Visited

READ_AFTER = 3.0
"""Seconds after which what rests on the screen counts as read."""


class RememberingScreen(MarkingScreen):
    """A reader that knows which turns were read, of every piece."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._shares: dict[str, Share] = {}
        self._seen = Seen()
        self._resting: Timer | None = None
        self._still_since = 0.0
        self._was_shown = False

    @property
    def _progress(self) -> Progress:
        from roundtable_tui.state.progress import Progress

        return Progress(self.session.store)

    # The open piece

    def open_piece(self, piece: str, anchor: Anchor | None = None) -> bool:
        """Open the piece with that id; what was read of it before is looked up after the frame."""
        opened = super().open_piece(piece, anchor)
        if opened:
            self._seen = Seen()
            self.call_after_refresh(self._look_up_seen)
        return opened

    def reload(self) -> None:
        """Read the open file again; what was read stays so."""
        before = self.reading
        self._keep_seen()
        super().reload()
        if self.reading is not before:
            self._look_up_seen()

    def _look_up_seen(self) -> None:
        if self.reading is not None and is_open(self):
            self._seen = Seen(self._progress.read(self.session.library.root, self.reading.transcript))
            self._show_read()
            self._rest()

    def leaving(self) -> None:
        """Take note of what was scrolled past before a jump."""
        super().leaving()
        self._scrolled()
        self._seen.jumped()

    def on_transcript_view_moved(self) -> None:
        """Take note of what comes on the screen, after the frame is drawn."""
        self.call_after_refresh(self._come_into_view)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Go on taking note after another screen lay over the text."""
        # Before the first frame everything has just got its style: to find it all a second time is work for nothing.
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True
        self.call_after_refresh(self._come_into_view)

    def _come_into_view(self) -> None:
        if is_open(self):
            self._scrolled()
            self._rest()

    def _scrolled(self) -> None:
        shown = self._ended()
        if shown is None:
            self._seen.jumped()
        elif self._seen.scrolled(shown):
            self._show_read()

    def _ended(self) -> Ended | None:
        """Return which turns end on the screen; None where nothing is there, and where turns are hidden from view."""
        rows = self.view.visible_rows()
        if self.reading is None or not rows or self.view.folded:
            return None
        return ended(self.view.page, rows, self.reading.stops)

    def _rest(self) -> None:
        """Take note that what is on the screen begins to rest now."""
        self._still_since = monotonic()
        if self._resting is None:
            self._resting = self.set_timer(READ_AFTER, self._rested)

    def _rested(self) -> None:
        """Count what rested long enough; one timer serves, however often the text moves meanwhile."""
        self._resting = None
        if not is_open(self) or self.app.screen is not self:
            return
        left = READ_AFTER - (monotonic() - self._still_since)
        if left > 0:
            self._resting = self.set_timer(left, self._rested)
        elif (shown := self._ended()) is not None and self._seen.rested(shown):
            self._show_read()
            self.keep_place_soon()

    def keep_place(self) -> None:
        """Keep the place in the open piece, and what was read of it."""
        super().keep_place()
        self._keep_seen()

    def _keep_seen(self) -> None:
        """Keep what was read since the last time; what cannot be kept now, because another reader writes, is later."""
        reading, fresh = self.reading, self._seen.fresh
        if reading is not None and fresh and self._progress.add(self.session.library.root, reading.transcript, fresh):
            self._seen.kept()

    # Lists

    def _show_read(self) -> None:
        """Show in the contents which sections were read, and in the library how much of the piece."""
        from roundtable_tui.state.progress import Share
        from roundtable_tui.state.spans import covers, size

        reading, spans = self.reading, self._seen.spans
        if reading is None:
            return
        read = {path for path, (first, last) in reading.turns_of_sections.items() if covers(spans, first, last)}
        self.query_one(ContentsPane).show_read(read)
        if spans:
            self._shares[reading.transcript.id] = Share(size(spans), len(reading.transcript.turns))
        self._show_shares()

    def _show_shares(self) -> None:
        self.query_one(LibraryPane).show_shares(self._shares)

    def _learnt(self, entries: tuple[Entry, ...], series: tuple[Series, ...]) -> None:
        """Show the library, and soon how much of each piece was read."""
        super()._learnt(entries, series)
        self.run_worker(self._look_up_shares, thread=True, exclusive=True, group="shares")

    def _look_up_shares(self) -> None:
        shares = self._progress.shares(self.session.library.root)
        self.app.call_from_thread(self._looked_up, shares)

    def _looked_up(self, shares: dict[str, Share]) -> None:
        if is_open(self):
            # Of the open piece more may be known here than is kept.
            self._shares = shares | {piece: self._shares[piece] for piece in [self._open_id] if piece in self._shares}
            self._show_shares()

    def on_library_pane_toggled(self, event: LibraryPane.Toggled) -> None:
        """Mark a piece as read, or as unread."""
        from roundtable_tui.state.progress import Share

        entry = event.entry
        share = self._shares.get(entry.id)
        read = share is None or not share.all
        if not self._progress.mark(self.session.library.root, entry.id, entry.turns, read=read):
            self.status.say(_("The change cannot be kept: the file of state cannot be written."))
            return
        if read:
            self._shares[entry.id] = Share(entry.turns, entry.turns)
        else:
            self._shares.pop(entry.id, None)
        if entry.id == self._open_id:
            self._look_up_seen()
        self._show_shares()

    # History

    def do_history_open(self) -> None:
        """Go on reading something that was read before."""
        from roundtable_tui.tui.screens.history import HistoryScreen

        self.keep_place()
        self.app.push_screen(HistoryScreen(self.session, self._open_id), self._go_on)

    def _go_on(self, visited: Visited | None) -> None:
        if visited is not None:
            self.go_to(visited.visit.place)
