"""A widget that draws itself line by line, without a widget or a markup string for each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from roundtable_tui.tui.display import strip
from roundtable_tui.tui.widgets.drawn import DrawnWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from roundtable_tui.tui.display import Part


class LineWidget(DrawnWidget):
    """The base of every widget of the reader; a subclass says what stands on each line."""

    ALLOW_SELECT = False

    def parts(self, y: int, width: int) -> Iterable[Part] | None:
        """Return the runs of line `y` of the content, at most `width` cells, or None for a blank line."""
        raise NotImplementedError

    def fill(self, y: int) -> Style:
        """Return the style of the rest of line `y`."""
        return self.rich_style

    def look(self, name: str) -> Style:
        """Return the style of the component called `name`."""
        return self.get_component_rich_style(name)

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the content, exactly as wide as the widget."""
        width = self.content_size.width
        parts = self.parts(y, width)
        if parts is None:
            return Strip.blank(width, self.rich_style)
        return strip(parts, width, self.fill(y))
