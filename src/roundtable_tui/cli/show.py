"""`roundtable show`: a piece, a section, a turn or one speaker's turns, to read or to pipe into a pager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.output import Styled
from roundtable_tui.cli.place import METAVAR, open_place, select_place
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from roundtable_tui.cli.output import Output, Style
    from roundtable_tui.export.lines import Kind, Line
    from roundtable_tui.model import Transcript, Turn

_STYLES: Mapping[Kind, Style] = {
    "title": "bold",
    "detail": "dim",
    "heading": "heading",
    "label": "speaker",
    "narration": "dim",
    "figure": "dim",
    "rule": "dim",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `show`."""
    parser.add_argument(
        "place", metavar=METAVAR, help=_("a piece, a section or a turn, as in 014-2, 014-2#1.1, 014-2:7")
    )
    parser.add_argument("--speaker", metavar="NAME", help=_("only the turns of that speaker: a label, alias or name"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the place, wrapped to the width of the terminal, or a paragraph a line where stdout is no terminal.

    Returns 1 where the speaker says nothing there, 2 where there is no such section or turn.
    """
    from roundtable_tui.export.lines import lines

    place = open_place(open_library(args), args.place, out)
    keep = None if args.speaker is None else _condition(place.transcript, args.speaker)
    selection = select_place(place, out, keep=keep)
    if selection is None:
        return USAGE
    if keep and not selection.turns:
        message = _("{name} says nothing in {place}").format(name=args.speaker, place=place.anchor)
        raise CommandError(message, code=NOTHING_FOUND)
    width = out.width
    for line in lines(selection):
        _print(line, width, out)
    return 0


def _condition(transcript: Transcript, name: str) -> Callable[[Turn], bool]:
    from roundtable_tui.export.speaker import AmbiguousSpeakerError, UnknownSpeakerError, turns_of

    try:
        return turns_of(transcript, name)
    except UnknownSpeakerError as error:
        raise CommandError(str(error), code=NOTHING_FOUND) from None
    except AmbiguousSpeakerError as error:
        raise CommandError(str(error)) from None


def _print(line: Line, width: int | None, out: Output) -> None:
    """Print `line` in rows of at most `width` cells, or in one where `width` is None."""
    if width is None:
        rows = [line.text]
    else:
        from roundtable_tui.text.wrap import trimmed, wrap

        # Nothing may hang: the terminal would wrap a row that is wider than itself once more.
        spans = wrap(line.text, width, hang=False)
        rows = [line.text[slice(*trimmed(line.text, start, end))] for start, end in spans]
    style = _STYLES.get(line.kind)
    for row in rows:
        out.line(Styled(row, style) if style else row)
