"""A widget that finds what holds for all of its lines only once for each frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

if TYPE_CHECKING:
    from rich.style import Style
    from textual.geometry import Region
    from textual.strip import Strip


class DrawnWidget(Widget):
    """The base of widgets with a `render_line`; `drawing` is whether lines are asked for to be shown.

    Textual finds a widget's style by walking up to the root and mixing colours on the way, about 0.1 ms each time.
    Asked for every line, that was a third of the work after a key.
    """

    drawing = False
    _frame_style: Style | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips inside `crop`, for the screen."""
        self._frame_style = super().rich_style
        self.drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self.drawing = False
            self._frame_style = None

    @property
    def rich_style(self) -> Style:
        """The style of what has no other: foreground on background."""
        return super().rich_style if self._frame_style is None else self._frame_style
