"""From declared commands to what Textual knows: bindings, and the methods that carry them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from roundtable_tui.config.language import _
from roundtable_tui.tui.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.screen import Screen

    from roundtable_tui.tui.commands import Command, Scope

_BY_ID = {command.id: command for command in COMMANDS}


def bindings(*scopes: Scope) -> Iterator[Binding]:
    """Yield a binding for each key of each command of the scopes; its id is the command's, for key maps."""
    for command in COMMANDS:
        if command.scope in scopes:
            keys, action = ",".join(command.keys), f"do('{command.id}')"
            yield Binding(keys, action, command.name, show=False, priority=command.always, id=command.id)


def is_open(screen: Screen[Any]) -> bool:
    """Return whether `screen` is there with all its widgets: what a thread or a timer brings may come after the end.

    A screen that is being closed leaves the stack of screens first and says of itself that it is mounted to the last.
    """
    return screen.is_mounted and screen.app.is_running and screen in screen.app.screen_stack


class CommandTarget:
    """A screen, a widget or the app that carries out commands by methods named after them.

    The command `turn.next` calls `do_turn_next`; where there is a `can_turn_next`, it says whether the command is
    available now.
    """

    async def action_do(self, command: str) -> None:
        """Carry out the command with that id."""
        result = getattr(self, f"do_{_BY_ID[command].method}")()
        if result is not None:
            await result

    def can_do(self, command: Command) -> bool:
        """Return whether this target carries out `command`, and can now."""
        if not hasattr(self, f"do_{command.method}"):
            return False
        able = getattr(self, f"can_{command.method}", None)
        return able is None or bool(able())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command may run now."""
        if action == "do" and parameters:
            return self.can_do(_BY_ID[str(parameters[0])])
        return True


def footer_commands(*targets: CommandTarget) -> list[tuple[Command, str]]:
    """Return the commands for the footer with their translated names, most important first, each available now."""
    found = [command for command in COMMANDS if command.footer and any(t.can_do(command) for t in targets)]
    return [(command, _(command.name)) for command in sorted(found, key=lambda command: command.footer)]
