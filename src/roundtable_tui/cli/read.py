"""`roundtable` and `roundtable read`: the reader, which needs a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.cli.output import Output
    from roundtable_tui.config.settings import Settings
    from roundtable_tui.library import Library
    from roundtable_tui.model import Anchor

_ENVIRONMENT = {
    # Kitty's keyboard protocol loses what an input method commits in several terminals.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Milliseconds that Esc waits for the rest of a sequence; Textual's own 100 are felt.
    "ESCDELAY": "30",
}
"""What Textual reads while it is imported; what the user has set stays."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the operand of `read`."""
    parser.add_argument(
        "place",
        metavar="ID[#SECTION|:TURN]",
        nargs="?",
        help=_("where to open, as in 014-2, 014-2#1.1, 014-2:7; else where you left"),
    )


def run(args: argparse.Namespace, out: Output) -> int:
    """Open the reader and return the exit code it ends with.

    Raises CommandError, before Textual is imported, for an unknown piece and where there is no terminal to read on.
    """
    held: list[str] = list(_use_keys(args.settings))
    notices = [*args.told, *held]
    args.warn = held.append  # a line written while the reader is open would be drawn into it
    library = open_library(args)
    anchor = _known(library, args.place) if args.place is not None else None
    _require_terminal()
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    from roundtable_tui.state.places import Places
    from roundtable_tui.tui.run import run as open_reader

    try:
        return open_reader(library, args.settings, Places(warn=args.warn), anchor, notices)
    finally:
        for message in held:
            out.error(message)


def _use_keys(settings: Settings) -> tuple[str, ...]:
    """Let the reader have the user's own keys; return what is wrong with them."""
    if not settings.keys:
        return ()
    from roundtable_tui.tui.commands.key_map import use_key_lines

    return use_key_lines(settings.keys)


def _known(library: Library, text: str) -> Anchor:
    """Return the place that `text` names; raises CommandError where the library has no such piece."""
    from roundtable_tui.cli.place import anchor_in
    from roundtable_tui.library.unknown import UnknownPiece

    anchor = anchor_in(library, text)
    if library.path(anchor.piece) is None:
        unknown = UnknownPiece(anchor.piece, library.ids())
        raise CommandError(str(unknown), hint=_("See `{command}`.").format(command="roundtable list"))
    return anchor


def _require_terminal() -> None:
    """Raise CommandError where the reader cannot draw; a program that brings a driver of its own draws elsewhere."""
    if os.environ.get("TEXTUAL_DRIVER"):  # set by textual-serve, which shows the reader in a browser
        return
    # A stream that was closed is None; Windows has no TERM.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        message = _("the reader needs a terminal on stdin and stdout")
    elif sys.platform != "win32" and os.environ.get("TERM", "") in ("dumb", "unknown", ""):
        message = _("the reader needs a terminal that can place the cursor, and TERM says that this one cannot")
    else:
        return
    raise CommandError(message, hint=_("Without one, try `roundtable list`, `show`, `search` and `export`."))
