"""How pieces are opened: the first one, another one, and the same one again after its file changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.library.grouping import by_series
from roundtable_tui.library.neighbours import Neighbours, neighbours
from roundtable_tui.library.scan import signature
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.kept import found_again, kept_place
from roundtable_tui.tui.reading import Reading
from roundtable_tui.tui.screens.moving import MovingScreen
from roundtable_tui.tui.widgets.cast_pane import CastPane
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.library_pane import LibraryPane
from roundtable_tui.tui.widgets.status_bar import StatusBar
from roundtable_tui.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.grouping import Series
    from roundtable_tui.library.scan import Stamp
    from roundtable_tui.model import Anchor
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.session import Session

KEEP_AFTER = 0.7
"""Seconds after which a new place of reading is kept."""

INDEX_AFTER = 0.5
"""Seconds that the search is brought up to date after the library is shown: what is read comes first."""

LOOK_EVERY = 1.0
"""Seconds between two looks at the open file and its folder."""


def _library_lost(error: OSError) -> str:
    """Return the sentence that says why the folder of the library cannot be read."""
    return _("The library cannot be read: {reason}").format(reason=plain(error.strerror or str(error)))


def _beginning(entries: tuple[Entry, ...], series: tuple[Series, ...]) -> Entry:
    """Return where the newest issue that can be read begins: its first part that can be read."""
    newest = next((entry for entry in entries if entry.title), entries[0])
    parts = next((issue.parts for each in series for issue in each.issues if newest in issue.parts), ())
    return next((part for part in parts if part.title), newest)


class OpeningScreen(MovingScreen):
    """A screen that opens the pieces of a library and keeps the place in each."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__()
        self.session = session
        self._asked = anchor
        self._path: Path | None = None
        self._stamp: Stamp | None = None
        self._keeping: Timer | None = None
        self._found_around: tuple[tuple[Entry, ...], str, Neighbours] | None = None

    @property
    def status(self) -> StatusBar:
        """The line that says where one is and what happened."""
        return self.query_one(StatusBar)

    # Opening

    def open_first(self) -> None:
        """Open the piece that was asked for, else the one read last; the newest once the library is known."""
        if self._asked is not None:
            self.open_piece(self._asked.piece, self._asked)
        elif (piece := self.session.last_piece()) is not None:
            self.open_piece(piece)
        # Read beside it, a large library would hold up the first frame, which needs the piece alone.
        self.call_after_refresh(self.run_worker, self._learn, thread=True, exclusive=True, group="library")

    def _learn(self) -> None:
        """Read the library in a thread and show it."""
        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if done and done % 100 == 0 and not worker.is_cancelled:
                message = _("reading the library: {done} of {total}").format(done=done, total=total)
                self.app.call_from_thread(self.status.say, message)

        try:
            entries = self.session.library.entries(progress=progress, cancelled=lambda: worker.is_cancelled)
        except OSError as error:
            self.app.call_from_thread(self.status.say, _library_lost(error))
            return
        series = by_series(entries)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._learnt, entries, series)

    def _learnt(self, entries: tuple[Entry, ...], series: tuple[Series, ...]) -> None:
        if not is_open(self):
            return
        first_time = not self.session.entries
        self.set_timer(INDEX_AFTER, lambda: self.session.indexing.start(self.app))
        self.session.entries = entries
        self.query_one(LibraryPane).show_library(series, self._open_id)
        if self.reading is None and entries:
            self.open_piece(_beginning(entries, series).id)
        elif not entries:
            self.status.say(
                _("There is no transcript in {folder}").format(folder=plain(str(self.session.library.root)))
            )
        elif first_time and self.reading is not None:
            self.reading.name_links(self.session.titles)
            self.view.replace(self.reading.blocks)

    @property
    def _open_id(self) -> str:
        return self.reading.transcript.id if self.reading is not None else ""

    def open_piece(self, piece: str, anchor: Anchor | None = None) -> bool:
        """Open the piece with that id, at `anchor` or where reading was left.

        Says so where there is no such place in it, and returns False where it cannot be opened.
        """
        reading = self._read(piece)
        if reading is None:
            return False
        self.keep_place()
        self.reading = reading
        self.view.show(reading.blocks, reading.colours, self._place_to_open(reading, anchor))
        self._show_around(reading)
        return True

    def _place_to_open(self, reading: Reading, anchor: Anchor | None) -> Place:
        """Return the place of `anchor`, or where reading was left; says so where the piece has no such place."""
        if anchor is not None and (anchor.section or anchor.turn):
            place = reading.place_of(anchor)
            if place is not None:
                return place
            from roundtable_tui.export.selection import not_there

            self.status.say(plain(not_there(reading.transcript, anchor)))
        return self.session.place_in(reading)

    def _read(self, piece: str) -> Reading | None:
        """Read the file of the piece with that id; None, with a message, where nothing of it can be shown."""
        try:
            path = self.session.library.path(piece)
            # Taken before the file is read, so that a change meanwhile is noticed later.
            stamp = signature(path) if path is not None else None
            loaded = self.session.library.load(piece)
        except LookupError:
            self.status.say(_("{piece} is not in this library").format(piece=plain(piece)))
            return None
        except OSError as error:
            self.status.say(_library_lost(error))
            return None
        if loaded.transcript is not None or piece == self._open_id:
            self._path, self._stamp = path, stamp
        if loaded.transcript is None:
            reason = loaded.problems[0] if loaded.problems else ""
            self.status.say(_("cannot be read: {reason}").format(reason=plain(str(reason))))
            return None
        colours = self.session.colours_of(loaded.transcript)
        return Reading(loaded, loaded.transcript, colours, self.session.titles)

    def _show_around(self, reading: Reading) -> None:
        """Let title, contents, cast and library show what is open."""
        self.query_one(TitleBar).show(reading.transcript)
        self.query_one(ContentsPane).show(reading.transcript.all_sections)
        self.query_one(CastPane).show_cast(reading.shares, reading.colours)
        self.query_one(LibraryPane).show_open(reading.transcript.id)

    # Keeping the place

    def keep_place_soon(self) -> None:
        """Keep the place in a moment, and no later because reading goes on: the program may be killed."""
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self.keep_place)

    def keep_place(self) -> None:
        """Keep the place in the open piece."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if self.reading is not None:
            self.session.keep(self.reading, self.view.top)

    # Files that change

    def watch_files(self) -> None:
        """Look from now on whether the open file or its folder changed."""
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        self.run_worker(self._compare, thread=True, exclusive=True, group="watch")

    def _compare(self) -> None:
        """Compare, in a thread, what is open with what is on disk."""
        worker = get_current_worker()
        stamp = signature(self._path) if self._path is not None else None
        try:
            folder_changed = self.session.folder_changed()
        except OSError:
            # A folder on a network comes and goes; what is open stays open.
            folder_changed = False
        if worker.is_cancelled:
            return
        if stamp is not None and stamp != self._stamp:
            self.app.call_from_thread(self.reload)
        if folder_changed:
            self.app.call_from_thread(self.run_worker, self._learn, thread=True, exclusive=True, group="library")

    def reload(self) -> None:
        """Read the open file again and stay at the same words."""
        if self.reading is None or not is_open(self):
            return
        kept = kept_place(self.reading, self.view.top)
        reading = self._read(self._open_id)
        if reading is None:
            return
        self.reading = reading
        self.view.show(reading.blocks, reading.colours, found_again(reading, kept))
        self._show_around(reading)
        self.status.say(_("The file changed and was read again."))

    # Neighbours

    @property
    def _around(self) -> Neighbours:
        """What lies around the open piece, found once for each library and piece: every key asks for it."""
        entries, piece = self.session.entries, self._open_id
        found = self._found_around
        if found is None or found[0] is not entries or found[1] != piece:
            found = self._found_around = (entries, piece, neighbours(entries, piece))
        return found[2]

    def can_part_next(self) -> bool:
        """Return whether a piece follows this one in its issue."""
        return self._beside(1) is not None

    def can_part_previous(self) -> bool:
        """Return whether a piece comes before this one in its issue."""
        return self._beside(-1) is not None

    def _beside(self, step: int) -> Entry | None:
        around = self._around
        return around.next if step > 0 else around.previous

    def do_part_next(self) -> None:
        """Open the piece that follows."""
        self._open_entry(self._beside(1))

    def do_part_previous(self) -> None:
        """Open the piece before."""
        self._open_entry(self._beside(-1))

    def can_issue_next(self) -> bool:
        """Return whether there is a newer issue in the series."""
        return self._around.next_issue is not None

    def can_issue_previous(self) -> bool:
        """Return whether there is an older issue in the series."""
        return self._around.previous_issue is not None

    def do_issue_next(self) -> None:
        """Open the next issue of the series."""
        self._open_entry(self._around.next_issue)

    def do_issue_previous(self) -> None:
        """Open the issue before."""
        self._open_entry(self._around.previous_issue)

    def _open_entry(self, entry: Entry | None) -> None:
        if entry is not None:
            self.open_piece(entry.id)
