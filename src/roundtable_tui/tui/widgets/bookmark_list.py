"""The bookmarks of every issue: where each is, the words there, and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.marked import Marked, part_words
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.widgets.row_list import RowList
from roundtable_tui.tui.widgets.transcript_view import BOOKMARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.tui.display import Part

INDENT = "  "


class BookmarkList(RowList[Marked]):
    """Bookmarks of two rows, or three where there is a note."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--piece", "marks--note", "marks--gone"}
    DEFAULT_CSS = """
    BookmarkList > .marks--piece { color: $primary; text-style: bold; }
    BookmarkList > .marks--note { color: $accent; }
    BookmarkList > .marks--gone { color: $warning; }
    BookmarkList:nocolor > .list--cursor, BookmarkList:ansi > .list--cursor { text-style: reverse; }
    """

    def rows_of(self, item: Marked) -> int:
        """Return 3 rows for a bookmark with a note, else 2."""
        return 3 if item.bookmark.note else 2

    def item_parts(self, item: Marked, row: int, width: int) -> Iterable[Part]:
        """Return where the bookmark is, the words there, and the note."""
        if row == 0:
            return self._where(item)
        return self._words(item, width) if row == 1 else self._note(item)

    def _where(self, item: Marked) -> Iterator[Part]:
        piece = item.transcript
        number = number_words(piece.issue, piece.part) if piece is not None else ""
        held = piece.held if piece is not None else ""
        title = item.title or item.bookmark.place.piece
        yield "  ".join(filter(None, (number, held, title))), self.look("marks--piece")
        if item.headings:
            yield f"  § {' › '.join(item.headings)}", self.look("list--quiet")
        if item.block is None:
            words = _("no longer in the file") if piece is not None else _("not in this library")
            yield f"  {words}", self.look("marks--gone")

    def _words(self, item: Marked, width: int) -> Iterator[Part]:
        yield INDENT, self.rich_style
        name = item.label or (part_words(item.block.kind) if item.block is not None and not item.block.turn else "")
        if name:
            yield f"{name}  ", self.look("list--strong")
        text = item.text[item.offset :] if item.block is not None else item.text
        before = "…" if item.offset else ""
        room = max(8, width - cells.width(INDENT) - cells.width(name) - 3)
        yield cells.fit(before + text[: 2 * room].replace("\n", " "), room), self.rich_style

    def _note(self, item: Marked) -> Iterator[Part]:
        yield f"{INDENT}{cells.sign(*BOOKMARK)} ", self.look("marks--note")
        yield item.bookmark.note, self.look("marks--note")
