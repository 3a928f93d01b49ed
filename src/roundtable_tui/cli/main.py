"""`roundtable`: finds the command, imports its module and no other, and turns every ending into an exit code."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from roundtable_tui.cli import errors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.cli.output import Output
    from roundtable_tui.config.settings import Settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (without the program's name; by default the process's own) asks for.

    Returns the exit code: 0 found or clean, 1 nothing found, 2 usage or input and output, 130 interrupted,
    141 closed pipe.
    """
    try:
        code = _with_output(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = errors.INTERRUPTED
    except BrokenPipeError:
        code = errors.CLOSED_PIPE
    except OSError as error:
        from roundtable_tui.text.safe import display

        sys.stderr.write(f"roundtable: {display(error.strerror or str(error))}\n")
        code = errors.USAGE
    from roundtable_tui.cli.streams import abandon

    abandon(sys.stdout)
    abandon(sys.stderr)
    return code


def _with_output(argv: Sequence[str]) -> int:
    from roundtable_tui.cli.output import Output
    from roundtable_tui.cli.streams import prepare

    if not prepare(os.environ):
        raise OSError(errno.EBADF, "stdout is closed")
    out = Output(sys.stdout, sys.stderr)
    try:
        return _choose(argv, out)
    except errors.CommandError as ending:
        out.error(ending.message)
        if ending.hint:
            out.note(ending.hint)
        return ending.code
    except BrokenPipeError:
        raise
    except OSError as error:
        # Where stdout itself fails, the flush in here fails once more and `main` has the last word.
        reason = error.strerror or str(error)
        out.error(f"{error.filename}: {reason}" if error.filename else reason)
        return errors.USAGE


def _choose(argv: Sequence[str], out: Output) -> int:
    """Find the command in `argv`, run it and return its exit code; raises `CommandError`."""
    from roundtable_tui.cli import options
    from roundtable_tui.cli.parser import CommandParser
    from roundtable_tui.config.language import _, set_language
    from roundtable_tui.config.settings import load_settings

    asked = options.asked_language(argv)
    set_language(asked or os.environ.get("ROUNDTABLE_LANG"))
    told: list[str] = []
    settings = load_settings({"lang": asked}, warn=told.append)
    for message in told:
        out.error(message)
    set_language(settings.lang)

    from roundtable_tui.cli import commands

    top = CommandParser("roundtable", commands.listing(), usage=_("roundtable [COMMAND] [OPTION…]"))
    options.add_version(top)
    options.add_global(top)
    before = top.scan(argv, stop_at_operand=True)
    if "--version" in before.options:
        from roundtable_tui import __version__

        out.line(f"roundtable {__version__}")
        return 0
    if not before.rest and before.asks_for(options.HELP):
        out.text(top.format_help())
        return 0
    name, rest = (before.rest[0], before.rest[1:]) if before.rest else (commands.READ, [])
    if name not in commands.COMMANDS:
        raise commands.unknown(name)
    return _run(name, [*before.options, *rest], settings, told, out)


def _run(name: str, argv: Sequence[str], settings: Settings, told: Sequence[str], out: Output) -> int:
    """Run the command `name` with the options and operands in `argv`; `told` is what was wrong with the settings."""
    from importlib import import_module

    from roundtable_tui.cli import commands, options
    from roundtable_tui.cli.output import wants_color
    from roundtable_tui.cli.parser import CommandParser

    command = commands.COMMANDS[name]
    module = import_module(command.module)
    parser = CommandParser(f"roundtable {name}", command.summary())
    module.add_arguments(parser)
    options.add_global(parser)
    scan = parser.scan(argv)
    if scan.asks_for(options.HELP):
        out.text(parser.format_help())
        return 0
    args = parser.values(scan)
    args.settings = settings
    if settings.ambiguous == "wide":
        from roundtable_tui.text.cells import set_ambiguous_wide

        set_ambiguous_wide(True)
    args.told = told
    args.warn = out.error
    out.color = wants_color(args.color, sys.stdout, os.environ)
    code: int = module.run(args, out)
    return code
