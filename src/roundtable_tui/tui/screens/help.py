"""The help: every key, from the declarations of the commands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.commands import COMMANDS, key_label
from roundtable_tui.tui.screens.sheet import SheetLine, SheetScreen

if TYPE_CHECKING:
    from collections.abc import Iterator


def _lines() -> Iterator[SheetLine]:
    """Yield a line for each command, under its group."""
    ordered = sorted(COMMANDS, key=lambda command: _groups().index(command.group))
    for group, commands in groupby(ordered, key=lambda command: command.group):
        yield SheetLine(text=_(group), heading=True)
        for command in commands:
            yield SheetLine(" ".join(map(key_label, command.keys)), _(command.description))
        yield SheetLine()


def _groups() -> list[str]:
    return list(dict.fromkeys(command.group for command in COMMANDS))


class HelpScreen(SheetScreen):
    """Shows every key."""

    def __init__(self) -> None:
        super().__init__(_("Keys"), list(_lines()))
