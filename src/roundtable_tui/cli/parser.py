"""Options and operands: argparse, stricter about spelling and more helpful about mistakes."""

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, NoReturn

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.config.language import _


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, in cells, and without the cost of importing shutil for every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=help_width())

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with how the command is called, in the language of the interface."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        """Lay the usage out with as many signs before it as `prefix` has cells, since argparse counts code points."""
        if prefix is None or prefix.isascii():
            return super()._format_usage(usage, actions, groups, prefix)
        from roundtable_tui.text.cells import width

        blank = " " * width(prefix)
        return super()._format_usage(usage, actions, groups, blank).replace(blank, prefix, 1)

    def _split_lines(self, text: str, width: int) -> list[str]:
        if text.isascii():
            return super()._split_lines(text, width)
        from roundtable_tui.text.wrap import wrap

        return [text[start:end].rstrip() for start, end in wrap(text, width)]


def help_width() -> int:
    """Return how wide help is to be, in cells: the terminal's width, or 80 where there is none; 50 to 100."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        try:
            columns = os.get_terminal_size(1).columns or 80
        except OSError:
            columns = 80
    return max(50, min(columns, 100)) - 2


class Scan(NamedTuple):
    """A command line taken apart: options as `--name=value`, operands, and what was left unread."""

    options: list[str]
    operands: list[str]
    rest: list[str]

    def asks_for(self, names: Iterable[str]) -> bool:
        """Return whether one of the options is one of `names`, which take no value."""
        return any(name in self.options for name in names)


class CommandParser(argparse.ArgumentParser):
    """A parser that refuses abbreviated options, names the nearest of an unknown one and raises `CommandError`.

    Options take one value or none; options and operands may come in any order, and `--` ends the options.
    """

    def __init__(self, prog: str, description: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            allow_abbrev=False,
            add_help=False,
            exit_on_error=False,
            formatter_class=HelpFormatter,
        )
        self._positionals.title = _("operands")
        self._optionals.title = _("options")

    def error(self, message: str) -> NoReturn:
        """Raise `CommandError` with `message` and where to look further."""
        raise CommandError(message, hint=_("See `{command} --help`.").format(command=self.prog))

    def scan(self, argv: Sequence[str], *, stop_at_operand: bool = False) -> Scan:
        """Take `argv` apart; with `stop_at_operand` reading ends before the first operand and `rest` begins with it.

        Raises `CommandError` for an unknown or abbreviated option, a missing value and a value too many.
        """
        options: list[str] = []
        operands: list[str] = []
        rest = list(argv)
        while rest:
            if rest[0] == "--":
                if stop_at_operand:
                    return Scan(options, [], [*rest[1:2], "--", *rest[2:]] if rest[1:] else [])
                return Scan(options, operands + rest[1:], [])
            if rest[0].startswith("-") and rest[0] != "-":
                options.extend(self._option(rest.pop(0), rest))
            elif stop_at_operand:
                break
            else:
                operands.append(rest.pop(0))
        return Scan(options, operands, rest)

    def values(self, scan: Scan) -> argparse.Namespace:
        """Return what `scan` gives as values; raises `CommandError` where it gives what this command does not take."""
        needed = [each.metavar or each.dest for each in self._positionals._group_actions if each.nargs in (None, "+")]
        if len(scan.operands) < len(needed):
            self.error(_("{operand} is missing").format(operand=needed[len(scan.operands)]))
        try:
            parsed, left = self.parse_known_args([*scan.options, "--", *scan.operands])
        except argparse.ArgumentError as error:
            self.error(f"{error.argument_name}: {error.message}")
        too_many = [operand for operand in left if operand != "--"]
        if too_many:
            self.error(_("one word too many: {word}").format(word=repr(too_many[0])))
        return parsed

    def _option(self, token: str, rest: list[str]) -> list[str]:
        """Return `token` as `--name` or `--name=value`, its value taken from `rest` if need be."""
        name, equals, value = token.partition("=")
        if not token.startswith("--"):
            name, value = token[:2], token[2:]
            equals = value
        action = self._option_string_actions.get(name)
        if action is None:
            self.error(self._unknown(name))
        if action.nargs == 0:
            if not equals:
                return [name]
            if token.startswith("--"):
                self.error(_("{option} takes no value").format(option=name))
            return [name, *self._option(f"-{value}", rest)]
        if not equals:
            if not rest or rest[0] == "--" or rest[0].partition("=")[0] in self._option_string_actions:
                self.error(_("{option} needs a value").format(option=name))
            value = rest.pop(0)
        return [f"{name}={value}"]

    def _unknown(self, name: str) -> str:
        known = [option for option in self._option_string_actions if option.startswith("--") or len(name) == 2]
        return _("there is no option {option}").format(option=name) + did_you_mean(name, known)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return `; did you mean …?` with the nearest of `choices`, or nothing where none is near."""
    from roundtable_tui.config.nearest import nearest

    found = nearest(word, choices)
    return _("; did you mean {word}?").format(word=found[0]) if found else ""


def one_of(*choices: str) -> Callable[[str], str]:
    """Return an argparse `type` that takes one of `choices` and names the nearest for anything else."""

    def check(text: str) -> str:
        if text in choices:
            return text
        message = _("{value} is none of {choices}").format(value=repr(text), choices=", ".join(choices))
        raise argparse.ArgumentTypeError(message + did_you_mean(text, choices))

    return check
