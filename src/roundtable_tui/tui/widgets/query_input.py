"""The box where a query is typed, kana and kanji by way of an input method included."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import Input

from roundtable_tui.text import safe


class QueryInput(Input):
    """An input whose real cursor stands where the next character goes, because an input method draws there."""

    DEFAULT_CSS = """
    QueryInput { border: none; height: 1; padding: 0; background: $panel; color: $foreground; }
    QueryInput:focus { border: none; }
    """

    def on_mount(self) -> None:
        """Let the caret stand still: each blink would draw the whole screen, at night and over a slow line too."""
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Return `value` with control characters made visible: what is pasted may hold anything."""
        return safe.display(value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the caret on the screen; at the end of the text too, where Textual counts one cell more."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def on_focus(self) -> None:
        """Put the real cursor in its place once the layout is known."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        self.app.cursor_position = self.cursor_screen_offset
