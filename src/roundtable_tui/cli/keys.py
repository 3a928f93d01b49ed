"""`roundtable keys`: the key bindings, from the declarations that drive the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND
from roundtable_tui.cli.output import Styled
from roundtable_tui.config.language import _
from roundtable_tui.tui.commands import COMMANDS, Command, key_label
from roundtable_tui.tui.commands.key_map import use_key_lines

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.cli.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `keys`: it has none."""


def run(args: argparse.Namespace, out: Output) -> int:
    """Print every command of the reader with its keys and its id, group by group.

    Returns 1, with the problems on stderr, where something in the user's own keys is wrong.
    """
    from roundtable_tui.text.cells import pad, width

    problems = use_key_lines(args.settings.keys)
    labels = {command.id: " ".join(map(key_label, command.keys)) for command in COMMANDS}
    keys = max(map(width, labels.values())) + 2
    says = max(width(_(command.description)) for command in COMMANDS) + 2
    for number, (group, commands) in enumerate(_by_group().items()):
        if number:
            out.line()
        out.line(Styled(_(group), "heading"))
        for command in commands:
            label, sentence = pad(labels[command.id], keys), pad(_(command.description), says)
            out.line("  ", Styled(label, "bold"), sentence, Styled(command.id, "dim"))
    for problem in problems:
        out.error(problem)
    return NOTHING_FOUND if problems else 0


def _by_group() -> dict[str, list[Command]]:
    groups: dict[str, list[Command]] = {}
    for command in COMMANDS:
        groups.setdefault(command.group, []).append(command)
    return groups
