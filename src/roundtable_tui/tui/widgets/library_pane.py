"""The list of back issues, by series, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.widgets.read_sign import read_sign, sign_column
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.binding import BindingType

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.grouping import Series
    from roundtable_tui.state.progress import Share
    from roundtable_tui.tui.display import Part

DATE_FROM = 44
"""A pane at least this many cells wide shows dates."""

NUMBER = 7
"""Cells for the number of an issue and its part."""


class LibraryPane(RowList["Entry | str"]):
    """Back issues under the name of their series; an item is an entry, or the name of a series."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"library--warning"}
    DEFAULT_CSS = """
    LibraryPane > .library--warning { color: $warning; text-style: bold; }
    """

    class Toggled(Message):
        """The reader wants `entry` to count as read, or as unread where it was read."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class FilterAsked(Message):
        """The reader wants to filter the list."""

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(caption, id=id)
        self._open = ""
        self._library: tuple[Series, ...] = ()
        self._keeps: Callable[[Entry], bool] | None = None
        self._shares: Mapping[str, Share] = {}

    def show_library(self, library: Iterable[Series], open_piece: str) -> None:
        """Show every piece under its series; the cursor stands on the piece that is open."""
        self._library = tuple(library)
        self._open = open_piece
        self._list(open_piece)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every piece, whether it is listed or filtered out."""
        return tuple(entry for series in self._library for issue in series.issues for entry in issue.parts)

    def narrow(self, keeps: Callable[[Entry], bool] | None) -> None:
        """List only the pieces that `keeps` says yes to; all where it is None."""
        chosen = self.items[self.cursor] if self.items else ""
        self._keeps = keeps
        self._list(chosen if isinstance(chosen, str) else chosen.id)

    def _list(self, chosen: str) -> None:
        """List what is to be listed, with the cursor on the piece `chosen`."""
        items: list[Entry | str] = []
        for series in self._library:
            entries = [entry for issue in series.issues for entry in issue.parts]
            stay = entries if self._keeps is None else [entry for entry in entries if self._keeps(entry)]
            if stay and series.name:
                items.append(series.name)
            items.extend(stay)
        if self._keeps is not None and not items:
            items.append(_("none is called that"))
        self.show(items, self._index_of(chosen, items))

    def show_open(self, piece: str) -> None:
        """Mark `piece` as the one that is open and bring it into view."""
        self._open = piece
        self.set_cursor(self._index_of(piece, self.items))

    def show_shares(self, shares: Mapping[str, Share]) -> None:
        """Show how much was read of each piece, by id; nothing is drawn again where no sign on the screen changes."""
        before = self._signs_in_view()
        self._shares = dict(shares)
        if self._signs_in_view() != before:
            self.refresh()

    def _signs_in_view(self) -> list[str]:
        found = (self.item_at(y) for y in range(self.head, self.head + self.room))
        items = (self.items[each[0]] for each in found if each is not None)
        return [read_sign(self._shares.get(item.id)) for item in items if not isinstance(item, str)]

    @staticmethod
    def _index_of(piece: str, items: Sequence[Entry | str]) -> int:
        return next((i for i, item in enumerate(items) if not isinstance(item, str) and item.id == piece), 0)

    def can_choose(self, item: Entry | str) -> bool:
        """Return whether `item` is a piece."""
        return not isinstance(item, str)

    def item_parts(self, item: Entry | str, row: int, width: int) -> Iterable[Part]:
        """Return how much was read, number, date where there is room, and title."""
        if isinstance(item, str):
            yield item, self.look("list--quiet")
            return
        share = self._shares.get(item.id)
        yield sign_column(share), self.look("list--quiet" if share is not None and share.all else "list--strong")
        number = "" if item.issue is None else f"{item.issue}-{item.part}" if item.part else str(item.issue)
        yield cells.pad(f"{number:>3}", NUMBER - 1), self.look("list--quiet")
        if width >= DATE_FROM:
            yield cells.pad(item.held, 12), self.look("list--quiet")
        if item.errors:
            yield "! ", self.look("library--warning")
        yield item.shown_title, self.look("list--current") if item.id == self._open else self.rich_style

    # Commands

    def can_library_filter(self) -> bool:
        """Return whether there is anything to filter."""
        return bool(self._library)

    def do_library_filter(self) -> None:
        """Let the list be filtered by typing."""
        self.post_message(self.FilterAsked())

    def can_library_read(self) -> bool:
        """Return whether a piece is under the cursor."""
        return bool(self.items) and self.can_choose(self.items[self.cursor])

    def do_library_read(self) -> None:
        """Mark the piece under the cursor as read, or as unread."""
        if self.items and not isinstance(entry := self.items[self.cursor], str):
            self.post_message(self.Toggled(entry))
