"""The questions of `roundtable new`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, TypeVar

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.cli.new import date, number
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.cli.output import Output


Made = TypeVar("Made")


def ask(args: argparse.Namespace, out: Output) -> None:
    """Put the answers into `args` where nothing was said yet; an empty answer leaves a question open.

    Raises CommandError where stdin is no terminal, or ends.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(_("a piece needs a title"), hint=_("Write --title TEXT."))
    while not args.title:
        args.title = _answer(_("Title"), out)
    args.series = args.series or _answer(_("Series"), out)
    args.number = args.number or _asked(_("Number in the series"), number, out)
    args.held = args.held or _asked(_("Held on, as 2021-11-10"), date, out)
    if not args.speaker:
        args.speaker = _answers(_("Somebody who takes part: name/organisation/role"), out)
    if not args.section:
        args.section = _answers(_("A heading"), out)


def _answer(question: str, out: Output) -> str:
    out.stderr.write(f"{question}: ")
    out.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise CommandError(_("nothing was written"))
    return line.strip()


def _answers(question: str, out: Output) -> list[str]:
    """Return the answers to a question that is asked until nothing is answered."""
    found = []
    while answer := _answer(question, out):
        found.append(answer)
    return found


def _asked(question: str, read: Callable[[str], Made], out: Output) -> Made | None:
    """Return what `read` makes of an answer, None for an empty one; what it refuses is asked again."""
    while answer := _answer(question, out):
        try:
            return read(answer)
        except argparse.ArgumentTypeError as error:
            out.note(str(error))
    return None
