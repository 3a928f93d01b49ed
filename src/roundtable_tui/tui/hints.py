"""Hints for those who are new to the reader: a few keys, each until it was used, all of them for a few runs only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.commands import COMMANDS

if TYPE_CHECKING:
    from roundtable_tui.state.choices import Choices
    from roundtable_tui.tui.commands import Command

HINTS = (
    "page.down", "section.next", "app.help", "search.open", "turn.next", "pane.contents", "find.open", "zen.toggle",
)  # fmt: skip
"""The commands that are worth knowing, the first to be learnt first."""

AT_ONCE = 3
"""Hints that are shown side by side."""

RUNS = 5
"""Runs of the reader after which nothing is hinted at any more."""


class Hints:
    """What is still to be hinted at, kept in `choices`; nothing where `wanted` is false. Asked for after the first
    frame: nobody needs a hint before there is something to read.
    """

    def __init__(self, choices: Choices, *, wanted: bool) -> None:
        self._choices = choices
        self._wanted = wanted
        self._open: list[Command] | None = None

    def begin(self) -> None:
        """Count this run, and find out what is still to be hinted at."""
        if self._open is not None:
            return
        self._open = []
        runs = self._choices.kept("hints.runs")
        run = int(runs) + 1 if runs.isdecimal() else 1
        if not self._wanted or run > RUNS:
            return
        self._choices.keep("hints.runs", str(run))
        used = self._choices.kept("hints.used").split()
        known = {command.id: command for command in COMMANDS}
        self._open = [known[hint] for hint in HINTS if hint not in used and known[hint].keys]

    def now(self) -> list[Command]:
        """Return the commands to hint at now; none before `begin`."""
        return (self._open or [])[:AT_ONCE]

    def use(self, command: str) -> bool:
        """Note that the command with that id was used; return whether other hints are to be shown now."""
        before = self.now()
        if all(each.id != command for each in self._open or ()):
            return False
        self._open = [each for each in self._open or () if each.id != command]
        used = self._choices.kept("hints.used").split()
        self._choices.keep("hints.used", " ".join([*used, command]))
        return before != self.now()
