"""One line that says something, with a few words at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.text import cells
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.tui.display import Part


class StatusLine(LineWidget):
    """Shows `left` and, where there is room, `right`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--quiet"}
    DEFAULT_CSS = """
    StatusLine { height: 1; color: $foreground; & > .line--quiet { color: $quiet; } }
    """

    def __init__(self, left: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.left = left
        self.right = ""

    def show(self, left: str, right: str = "") -> None:
        """Show other words."""
        self.left, self.right = left, right
        self.refresh()

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        yield self.left, self.rich_style
        space = width - cells.width(self.left) - cells.width(self.right)
        if self.right and space > 1:
            yield " " * space, self.rich_style
            yield self.right, self.look("line--quiet")
