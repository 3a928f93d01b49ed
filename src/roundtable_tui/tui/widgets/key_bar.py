"""The last line of the screen: the keys that matter now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import CommandTarget, footer_commands
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from roundtable_tui.tui.commands import Command
    from roundtable_tui.tui.display import Part


class KeyBar(LineWidget):
    """Shows, from the declarations, as many of the available commands as fit; a click runs one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--name"}
    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $quiet; padding: 0 1;
        & > .keys--key { color: $accent; text-style: bold; }
        & > .keys--name { color: $foreground; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[str] = []

    def look_again(self) -> None:
        """Draw the line again if other commands are available now."""
        shown = [command.id for command, _name, _x in self._fitting(self.content_size.width)]
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def _targets(self) -> list[CommandTarget]:
        # What works everywhere does not work where keys are typed: in a dialog, and in a box.
        nodes: tuple[object, ...] = (self.screen,)
        focused = self.screen.focused
        if focused is not None and isinstance(focused, Input) and not self.screen.is_modal:
            nodes = tuple(focused.ancestors_with_self)[:-2]  # without the screen and the app
        elif not self.screen.is_modal:
            nodes = (focused, self.screen, self.app)
        return [node for node in nodes if isinstance(node, CommandTarget)]

    def _fitting(self, width: int) -> list[tuple[Command, str, int]]:
        """Return the commands that fit, with their names and the cell each begins at."""
        found = []
        x = 0
        for command, name in footer_commands(*self._targets()):
            size = cells.width(command.key) + 1 + cells.width(name)
            if x + size <= width:
                found.append((command, name, x))
                x += size + 2
        return found

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        for command, name, x in self._fitting(width):
            if x:
                yield "  ", self.look("keys--name")
            yield command.key, self.look("keys--key")
            yield f" {name}", self.look("keys--name")

    async def on_click(self, event: events.Click) -> None:
        """Run the command that was clicked."""
        event.stop()
        x = event.x - self.styles.padding.left
        clicked = [command for command, _name, start in self._fitting(self.content_size.width) if start <= x]
        for target in self._targets():
            if clicked and target.can_do(clicked[-1]):
                await target.action_do(clicked[-1].id)
                return
