"""The box where a query is typed, kana and kanji by way of an input method included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset, Region
from textual.widgets import Input

from roundtable_tui.text import safe
from roundtable_tui.tui.command_target import CommandTarget

if TYPE_CHECKING:
    from collections.abc import Callable


class QueryInput(Input):
    """An input whose real cursor stands where the next character goes, because an input method draws there."""

    DEFAULT_CSS = """
    QueryInput { border: none; height: 1; padding: 0; background: $panel; color: $foreground; }
    QueryInput:focus { border: none; }
    """

    def on_mount(self) -> None:
        """Let the caret stand still: each blink would draw the whole screen, at night and over a slow line too."""
        self.cursor_blink = False

    def on_resize(self) -> None:
        """Keep the caret in sight in the room that there is now; before there is any, Textual cannot."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    passes: Callable[[str], bool] = staticmethod(lambda action: False)
    """Which of the box's own actions, by name, is left to the screen now."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether the box carries out `action` itself.

        Enter is left to a screen that has a command for it: the user may have given that command another key.
        """
        if action == "submit" and isinstance(self.screen, CommandTarget) and self.screen.declares("enter"):
            return False
        return False if not parameters and self.passes(action) else super().check_action(action, parameters)

    @property
    def at_end(self) -> bool:
        """Whether the caret stands behind the last character, with nothing selected."""
        return self.cursor_position == len(self.value) and self.selection.is_empty

    def replace_value(self, value: str) -> None:
        """Put `value` into the box with the caret behind it."""
        self.value = value
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        """Return `value` with control characters made visible: what is pasted may hold anything."""
        return safe.display(value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell on the screen where the next character goes: that of the caret, or where the selection begins.

        Textual counts one cell more at the end of the text.
        """
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(min(self.selection)) - self.scroll_offset.x, y)

    def on_focus(self) -> None:
        """Draw a frame once the layout is known: with each, the app puts the real cursor in its place."""
        self.call_after_refresh(self.refresh)
