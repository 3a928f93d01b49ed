"""Bookmarks with what stands at them now. Knows no Textual: the command line lists them from here, too."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.model import Anchor
from roundtable_tui.tui.kept import found_again, is_there
from roundtable_tui.tui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roundtable_tui.export.citations import Quotation
    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Transcript
    from roundtable_tui.state.bookmarks import Bookmark
    from roundtable_tui.tui.page.block import Block


class Marked(NamedTuple):
    """A bookmark and the `block` of `transcript` that it is in, `offset` code points from its beginning.

    Both are None where the piece cannot be read, or where nothing of the words at the bookmark is left.
    """

    bookmark: Bookmark
    transcript: Transcript | None = None
    block: Block | None = None
    offset: int = 0

    @property
    def anchor(self) -> Anchor:
        """The place of the turn or the section as it is written."""
        piece, block = self.bookmark.place.piece, self.block
        if block is None:
            return Anchor(piece, turn=self.bookmark.place.turn)
        return Anchor(piece, turn=block.turn) if block.turn else Anchor(piece, block.section)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings over the words."""
        if self.transcript is None or self.block is None:
            return ()
        return self.transcript.headings(self.block.section)

    @property
    def title(self) -> str:
        """The title of the piece, as it is now or as it was."""
        return self.transcript.title if self.transcript is not None else self.bookmark.shown.title

    @property
    def label(self) -> str:
        """Who speaks; nothing where nobody does."""
        if self.block is None:
            return self.bookmark.shown.label
        return self.block.label if self.block.kind == "speech" else ""

    @property
    def text(self) -> str:
        """The whole text in which the bookmark is."""
        return self.block.text if self.block is not None else self.bookmark.shown.text


def marked(
    bookmarks: Iterable[Bookmark], library: Library, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Marked, ...]:
    """Return `bookmarks` in their order with what stands at them now; each piece is read once.

    Where `cancelled` says so, the answer means nothing.
    """
    ordered = sorted(bookmarks, key=lambda mark: mark.place.piece)
    found: dict[int, Marked] = {}
    for piece, marks in groupby(ordered, key=lambda mark: mark.place.piece):
        if cancelled():
            break
        reading = _reading(library, piece)
        for mark in marks:
            found[mark.id] = Marked(mark) if reading is None else _in(reading, mark)
    return tuple(found[mark.id] for mark in sorted(ordered, key=lambda mark: -mark.id) if mark.id in found)


def _reading(library: Library, piece: str) -> Reading | None:
    try:
        loaded = library.load(piece, warnings=False)
    except (LookupError, OSError):
        return None
    return Reading(loaded, loaded.transcript, {}, {}) if loaded.transcript is not None else None


def _in(reading: Reading, mark: Bookmark) -> Marked:
    if not is_there(reading, mark.place):
        return Marked(mark, reading.transcript)
    place = found_again(reading, mark.place)
    return Marked(mark, reading.transcript, reading.blocks[place.block], max(0, place.offset))


def part_words(kind: str) -> str:
    """Return how a part of a piece is named that a block of that kind shows; nothing for what is said."""
    return {
        "series": _("series"),
        "title": _("title"),
        "subtitle": _("title"),
        "date": _("date"),
        "lead": _("lead"),
        "note": _("note"),
        "caption": _("heading"),
        "cast": _("participant"),
        "item": _("agenda"),
        "heading": _("heading"),
        "figure": _("picture"),
        "detail": _("picture"),
        "closing": _("closing"),
        "credit": _("credit"),
        "link": _("elsewhere"),
    }.get(kind, "")


def quotations(marks: Iterable[Marked]) -> tuple[Quotation, ...]:
    """Return a quotation with its note for each of `marks` whose words are still there."""
    from roundtable_tui.export.citations import Quotation

    made = []
    for mark in marks:
        if mark.transcript is not None and mark.block is not None:
            block = mark.block
            kind = "" if block.turn and block.kind != "detail" else part_words(block.kind)
            made.append(Quotation(mark.transcript, mark.anchor, block.text, kind, mark.bookmark.note))
    return tuple(made)
