"""Lines without any colour, for those who set NO_COLOR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color


class NoColour(LineFilter):
    """Takes every colour away and leaves bold, underline and reverse."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return `segments` without colours."""
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]
