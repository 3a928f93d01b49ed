"""The command palette: what can be done now, found by name, sentence or key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from roundtable_tui.config.language import _
from roundtable_tui.text.fold import fold_text
from roundtable_tui.tui.command_target import CommandTarget
from roundtable_tui.tui.commands import COMMANDS, key_label
from roundtable_tui.tui.display import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.command import Hits

    from roundtable_tui.tui.commands import Command


class CommandProvider(Provider):
    """Offers the declared commands that are available; matches them by the program's own folding."""

    def _available(self) -> Iterator[tuple[Command, CommandTarget, str, str]]:
        """Yield each command with who carries it out, its line and its sentence."""
        targets = [node for node in (self.screen, self.app) if isinstance(node, CommandTarget)]
        for command in COMMANDS:
            target = next((target for target in targets if target.can_do(command)), None)
            if target is not None:
                line = f"{_(command.description)}  ({key_label(command.keys[0])})"
                yield command, target, line, _(command.name)

    async def discover(self) -> Hits:
        """Yield every available command."""
        for command, target, line, _name in self._available():
            yield DiscoveryHit(content(line), partial(target.action_do, command.id), text=line)

    async def search(self, query: str) -> Hits:
        """Yield the available commands that hold every word of `query`, those that begin with it first."""
        words = fold_text(query).split()
        for command, target, line, name in self._available():
            text = fold_text(f"{name} {line} {command.id}")
            if words and all(word in text for word in words):
                score = 1.0 if any(part.startswith(words[0]) for part in text.split()) else 0.5
                yield Hit(score, content(line), partial(target.action_do, command.id), text=line)
