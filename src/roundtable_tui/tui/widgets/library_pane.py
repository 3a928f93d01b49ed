"""The list of back issues, by series, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.text import cells
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.grouping import Series
    from roundtable_tui.tui.display import Part

DATE_FROM = 44
"""A pane at least this many cells wide shows dates."""

NUMBER = 7
"""Cells for the number of an issue and its part."""


class LibraryPane(RowList["Entry | str"]):
    """Back issues under the name of their series; an item is an entry, or the name of a series."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"library--warning"}
    DEFAULT_CSS = """
    LibraryPane > .library--warning { color: $warning; text-style: bold; }
    """

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(caption, id=id)
        self._open = ""

    def show_library(self, library: Iterable[Series], open_piece: str) -> None:
        """Show every piece under its series; the cursor stands on the piece that is open."""
        items: list[Entry | str] = []
        for series in library:
            if series.name:
                items.append(series.name)
            items.extend(entry for issue in series.issues for entry in issue.parts)
        self._open = open_piece
        self.show(items, self._index_of(open_piece, items))

    def show_open(self, piece: str) -> None:
        """Mark `piece` as the one that is open and bring it into view."""
        self._open = piece
        self.set_cursor(self._index_of(piece, self.items))

    @staticmethod
    def _index_of(piece: str, items: Sequence[Entry | str]) -> int:
        return next((i for i, item in enumerate(items) if not isinstance(item, str) and item.id == piece), 0)

    def can_choose(self, item: Entry | str) -> bool:
        """Return whether `item` is a piece."""
        return not isinstance(item, str)

    def item_parts(self, item: Entry | str, row: int, width: int) -> Iterable[Part]:
        """Return number, date where there is room, and title."""
        if isinstance(item, str):
            yield item, self.look("list--quiet")
            return
        number = "" if item.issue is None else f"{item.issue}-{item.part}" if item.part else str(item.issue)
        yield cells.pad(f"{number:>4}", NUMBER), self.look("list--quiet")
        if width >= DATE_FROM:
            yield cells.pad(item.held, 12), self.look("list--quiet")
        if item.errors:
            yield "! ", self.look("library--warning")
        yield item.shown_title, self.look("list--current") if item.id == self._open else self.rich_style
