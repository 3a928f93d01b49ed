"""The bookmarks of every issue, to go to, to change, and to take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.state.bookmarks import Bookmarks
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.marked import Marked, marked
from roundtable_tui.tui.narrowing import folded_text
from roundtable_tui.tui.screens.filtering import FilteringScreen
from roundtable_tui.tui.widgets.bookmark_list import BookmarkList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.binding import BindingType

    from roundtable_tui.state.bookmarks import Bookmark
    from roundtable_tui.tui.screens.noting import Noted
    from roundtable_tui.tui.session import Session


class BookmarksScreen(FilteringScreen[Marked]):
    """Lists every bookmark of the library, newest first; returns the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter", "bookmarks")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.caption = _("Bookmarks")
        self.placeholder = _("words of the note, the text, the speaker, the title …")
        self._session = session
        self._kept = Bookmarks(session.store)
        self._doomed: Bookmark | None = None

    def make_list(self) -> BookmarkList:
        """Return the list."""
        return BookmarkList(id="bookmarks")

    def words(self, shown: int, total: int) -> str:
        """Return how many bookmarks there are."""
        if not total:
            return _("No bookmark yet: m sets one at the words being read.")
        if shown == total:
            return _("{count} bookmarks").format(count=total)
        return _("{shown} of {count} bookmarks").format(shown=shown, count=total)

    def on_mount(self) -> None:
        """Read what stands at each bookmark now, once there is a list to show it in."""
        self.say(_("Reading the bookmarks…"))
        self.call_after_refresh(self.look_up)

    def look_up(self) -> None:
        """Read the bookmarks, and what stands at each, in a thread."""
        self.run_worker(self._read, thread=True, exclusive=True, group="bookmarks")

    def _read(self) -> None:
        worker = get_current_worker()
        found = marked(self._kept.all(self._session.library.root), self._session.library, lambda: worker.is_cancelled)
        items = [(mark, folded_text(*_told(mark))) for mark in found]
        if not worker.is_cancelled:
            self.app.call_from_thread(self.show_all, items)

    # Commands

    def can_mark_note(self) -> bool:
        """Return whether there is a bookmark under the cursor."""
        return self.item is not None

    can_mark_remove = can_mark_export = can_mark_note

    def do_mark_note(self) -> None:
        """Change the note of the bookmark under the cursor."""
        from roundtable_tui.tui.screens.noting import NotingScreen

        if (mark := self.item) is not None:
            words = plain(f"{mark.label}  {mark.text[mark.offset :][:200]}".strip().replace("\n", " "))
            self.app.push_screen(NotingScreen(words, mark.bookmark.note), partial(self._noted, mark.bookmark))

    def _noted(self, bookmark: Bookmark, noted: Noted | None) -> None:
        if noted is not None:
            kept = self._kept.remove(bookmark) if noted.remove else self._kept.note(bookmark, noted.note)
            self._changed(kept=kept)

    def do_mark_remove(self) -> None:
        """Remove the bookmark under the cursor; where something is noted, only when asked twice."""
        if (mark := self.item) is None:
            return
        if mark.bookmark.note and self._doomed != mark.bookmark:
            self._doomed = mark.bookmark
            self.say(_("Again removes the bookmark and its note."))
        else:
            self._changed(kept=self._kept.remove(mark.bookmark))

    def _changed(self, *, kept: bool) -> None:
        self._doomed = None
        if kept:
            self.look_up()
        else:
            self.say(_("The change cannot be kept: the file of state cannot be written."))

    def do_mark_export(self) -> None:
        """Export the bookmarks that are listed as citations."""
        from roundtable_tui.tui.screens.marks_export import MarksExportScreen

        self.app.push_screen(MarksExportScreen(tuple(self.listed.items)), self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None and is_open(self):
            self.say(_("Exported to {path}").format(path=plain(str(path))))


def _told(mark: Marked) -> tuple[str, ...]:
    """Return what can be found of a bookmark."""
    piece = mark.transcript
    number = str(piece.issue) if piece is not None and piece.issue is not None else ""
    series = piece.series if piece is not None else ""
    speaker = mark.block.speaker.full_name if mark.block is not None and mark.block.speaker is not None else ""
    told = (mark.bookmark.note, mark.title, series, number, *mark.headings, mark.label, speaker, mark.text)
    return (str(mark.anchor), *told)
