"""Who carries out commands now: the focused widget first, then what lies around it, its screen, and the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from roundtable_tui.tui.command_target import CommandTarget
from roundtable_tui.tui.commands import COMMANDS

if TYPE_CHECKING:
    from textual.screen import Screen

    from roundtable_tui.tui.commands import Command, Scope


class Able(NamedTuple):
    """A command that can run now, and who carries it out."""

    command: Command
    target: CommandTarget


def focus_chain(screen: Screen[Any]) -> list[CommandTarget]:
    """Return who hears keys on `screen`, the nearest to the focus first."""
    around = screen.focused.ancestors_with_self if screen.focused is not None else [screen, screen.app]
    return [node for node in around if isinstance(node, CommandTarget)]


def scopes_heard(screen: Screen[Any]) -> list[Scope]:
    """Return the scopes whose keys work on `screen`, the nearest to the focus first."""
    return list(dict.fromkeys(scope for target in focus_chain(screen) for scope in target.scopes()))


def able(screen: Screen[Any]) -> list[Able]:
    """Return each command that can run on `screen` now, with the nearest who carries it out.

    What the nearest to the focus carries out comes first, and each one's in the order of help.
    """
    chain = focus_chain(screen)
    found: dict[str, Able] = {}
    for target in chain:
        for command in COMMANDS:
            if command.id not in found and target.can_do(command):
                found[command.id] = Able(command, target)
    return list(found.values())
