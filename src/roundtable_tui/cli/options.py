"""The options that every command takes, before its name or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.parser import one_of
from roundtable_tui.config.language import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.cli.parser import CommandParser

HELP = ("-h", "--help")


def add_global(parser: CommandParser) -> None:
    """Declare the options of every command on `parser`."""
    group = parser.add_argument_group(_("everywhere"))
    group.add_argument("--library", metavar="DIR", help=_("the folder of transcripts"))
    group.add_argument(
        "--color",
        metavar="WHEN",
        type=one_of("auto", "always", "never"),
        default="auto",
        help=_("colour: auto, always or never"),
    )
    group.add_argument("--lang", metavar="TAG", type=one_of(*LANGUAGES), help=_("language of the interface: en or ja"))
    group.add_argument(*HELP, action="store_true", help=_("show this help"))


def add_version(parser: CommandParser) -> None:
    """Declare the option that `roundtable` alone takes besides."""
    parser.add_argument("--version", action="store_true", help=_("print the version"))


def asked_language(argv: Sequence[str]) -> str | None:
    """Return the value of `--lang` in `argv` before anything is parsed: help and errors are to be in that language.

    A wrong value is returned too; the parser refuses it later.
    """
    found = None
    for index, token in enumerate(argv):
        if token == "--":
            break
        if token == "--lang":
            found = "".join(argv[index + 1 : index + 2])
        elif token.startswith("--lang="):
            found = token.partition("=")[2]
    return found
