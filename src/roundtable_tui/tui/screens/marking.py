"""Setting bookmarks in the text, and going to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.kept import found_again, kept_place
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.jumping import JumpingScreen

if TYPE_CHECKING:
    from roundtable_tui.model import Anchor
    from roundtable_tui.state.bookmarks import Bookmark, Bookmarks, Shown
    from roundtable_tui.state.place import Place as KeptPlace
    from roundtable_tui.tui.marked import Marked
    from roundtable_tui.tui.page.page import Row
    from roundtable_tui.tui.screens.noting import Noted
    from roundtable_tui.tui.session import Session

SHOWN = 400
"""Code points of the words at a bookmark that are kept with it."""


class Setting(NamedTuple):
    """A bookmark that is being set, or the one that is there already, and what stands there."""

    place: KeptPlace
    shown: Shown
    mark: Bookmark | None


class MarkingScreen(JumpingScreen):
    """A reader that sets bookmarks; each is shown by a sign in the margin."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._marks: tuple[tuple[Bookmark, Place], ...] = ()

    @property
    def _bookmarks(self) -> Bookmarks:
        from roundtable_tui.state.bookmarks import Bookmarks

        return Bookmarks(self.session.store)

    # Signs

    def open_piece(self, piece: str, anchor: Anchor | None = None) -> bool:
        """Open the piece with that id; its bookmarks are looked up after the frame."""
        opened = super().open_piece(piece, anchor)
        if opened:
            self._marks = ()
            self.call_after_refresh(self.show_marks)
        return opened

    def reload(self) -> None:
        """Read the open file again; the bookmarks go with their words."""
        super().reload()
        self.show_marks()

    def show_marks(self) -> None:
        """Look up the bookmarks of the open piece and set their signs."""
        reading = self.reading
        if reading is None or not is_open(self):
            return
        found = self._bookmarks.of_piece(self.session.library.root, reading.transcript.id)
        self._marks = tuple((mark, found_again(reading, mark.place)) for mark in found)
        offsets: dict[int, list[int]] = {}
        for _mark, place in self._marks:
            offsets.setdefault(place.block, []).append(place.offset)
        self.view.sign(offsets)

    # Setting

    def can_bookmark_set(self) -> bool:
        """Return whether something is open."""
        return self.reading is not None

    def do_bookmark_set(self) -> None:
        """Set a bookmark at the words being read, or change the one that is there."""
        from roundtable_tui.state.bookmarks import Shown
        from roundtable_tui.tui.screens.noting import NotingScreen

        row = self._read_row()
        if row is None or self.reading is None:
            return
        block = self.view.blocks[row.block]
        words = block.text[row.start :][:SHOWN]
        label = block.label if block.kind == "speech" else ""
        mark = next((mark for mark, place in self._marks if self._is_in(place, row)), None)
        # Taken now: the file may be read again before the note is written.
        there = kept_place(self.reading, Place(row.block, row.start))
        setting = Setting(there, Shown(self.reading.transcript.title, label, words), mark)
        told = plain(f"{block.label}  {words}".strip().replace("\n", " "))
        screen = NotingScreen(told, None if mark is None else mark.note)
        self.app.push_screen(screen, partial(self._noted, setting))

    def _read_row(self) -> Row | None:
        """Return the row of text that is being read."""
        rows = self.view.page.forward(self.view.reading_place()) if self.view.blocks else ()
        return next((row for row in rows if row.role == "text"), None)

    def _is_in(self, place: Place, row: Row) -> bool:
        return place.block == row.block and self.view.page.clamp(Place(place.block, max(0, place.offset))) == Place(
            row.block, row.start
        )

    def _noted(self, setting: Setting, noted: Noted | None) -> None:
        """Do what was decided."""
        if noted is None:
            return
        mark = setting.mark
        if mark is None:
            root = self.session.library.root
            kept = self._bookmarks.add(root, setting.place, noted.note, setting.shown)
            words = _("A bookmark is set; M lists all.")
        else:
            kept = self._bookmarks.remove(mark) if noted.remove else self._bookmarks.note(mark, noted.note)
            words = _("The bookmark is removed.") if noted.remove else _("The note is changed.")
        self.status.say(words if kept else _("The change cannot be kept: the file of state cannot be written."))
        self.show_marks()

    # Going there

    def do_bookmark_list(self) -> None:
        """List the bookmarks of every issue."""
        from roundtable_tui.tui.screens.bookmarks import BookmarksScreen

        self.app.push_screen(BookmarksScreen(self.session), self._go_to_mark)

    def _go_to_mark(self, marked: Marked | None) -> None:
        """Go to the bookmark that was chosen; whatever happened in the list, the signs are right again."""
        if marked is not None:
            self.go_to(marked.bookmark.place)
            if marked.block is None and self._open_id == marked.bookmark.place.piece:
                self.status.say(_("These words are no longer in the file."))
        self.show_marks()
