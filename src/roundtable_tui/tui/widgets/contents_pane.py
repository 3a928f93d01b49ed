"""The table of contents, which follows the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.widgets.read_sign import READ_SECTION
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Section
    from roundtable_tui.tui.display import Part


class ContentsPane(RowList["Section"]):
    """The sections of the open piece; the one being read stands out, and those that were read have a sign."""

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(caption, id=id)
        self._reading: tuple[int, ...] = ()
        self._read: frozenset[tuple[int, ...]] = frozenset()

    def show_read(self, paths: Iterable[tuple[int, ...]]) -> None:
        """Mark the sections at `paths` as read, and no other ones."""
        read = frozenset(paths)
        if read != self._read:
            self._read = read
            self.refresh()

    def follow(self, path: tuple[int, ...]) -> None:
        """Show that the section at `path` is being read; the cursor goes along unless the pane has the focus."""
        if path == self._reading:
            return
        self._reading = path
        if not self.has_focus and path:
            self.set_cursor(next((i for i, section in enumerate(self.items) if section.path == path), 0))
        self.refresh()

    def item_parts(self, item: Section, row: int, width: int) -> Iterable[Part]:
        """Return a sign for what was read, and the heading, indented by its depth."""
        yield f"{READ_SECTION} " if item.path in self._read else "  ", self.look("list--quiet")
        style = self.look("list--current") if item.path == self._reading else self.rich_style
        yield f"{'  ' * (item.depth - 1)}{item.heading}", style
