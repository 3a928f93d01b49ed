"""`roundtable new`: the file of an empty piece, from options, or from questions where there is somebody to ask."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import USAGE, CommandError
from roundtable_tui.config.language import _
from roundtable_tui.model import NARRATION, Participant, Section, Transcript, Turn
from roundtable_tui.source.write import dump
from roundtable_tui.text.dates import is_iso_date, parse_date

if TYPE_CHECKING:
    from roundtable_tui.cli.output import Output

STDOUT = "-"
TO_FILL_IN = "…"
"""What stands where the words are to be written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `new`."""
    parser.add_argument("--title", metavar="TEXT", help=_("the title; without it you are asked"))
    parser.add_argument("--series", metavar="TEXT", default="", help=_("the series it belongs to"))
    parser.add_argument("--number", metavar="N", type=number, help=_("its number in the series"))
    parser.add_argument("--part", metavar="N", type=number, help=_("which part of the issue it is"))
    parser.add_argument("--parts", metavar="N", type=number, help=_("how many parts the issue has"))
    parser.add_argument("--held", metavar="DATE", type=date, help=_("when the talk was held"))
    parser.add_argument(
        "--speaker",
        metavar="NAME[/ORG[/ROLE]]",
        action="append",
        default=[],
        help=_("somebody who takes part; again for each"),
    )
    parser.add_argument("--section", metavar="TEXT", action="append", default=[], help=_("a heading; again for each"))
    parser.add_argument(
        "-o", "--output", metavar="FILE|DIR", default=".", help=_("the file or folder to write to; - is stdout")
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Write the file and print its path; return 2 where it is there already or cannot be written.

    Raises CommandError where there is no title and nobody to ask, or where the options do not fit together.
    """
    if args.title is None:
        from roundtable_tui.cli.asking import ask

        ask(args, out)
    transcript = _piece(args)
    try:
        if args.output == STDOUT:
            out.raw(dump(transcript))
        else:
            out.line(str(_write(transcript, Path(args.output).expanduser(), force=args.force)))
    except ValueError as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        out.error(str(error))
        return USAGE
    return 0


def number(text: str) -> int:
    """Return a number from 1 on. Raises ArgumentTypeError."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(_("{text} is no number from 1 on").format(text=repr(text)))
    return int(text)


def date(text: str) -> str:
    """Return a date in ISO 8601, written in any way that a file may have it. Raises ArgumentTypeError."""
    found = text if is_iso_date(text) else parse_date(text)
    if not found:
        raise argparse.ArgumentTypeError(_("{text} is no date; write it as 2021-11-10").format(text=repr(text)))
    return found


def _piece(args: argparse.Namespace) -> Transcript:
    """Return a piece with a place to write in for each heading, and a turn of each who takes part."""
    people = tuple(map(_participant, args.speaker))
    if args.part and args.parts and args.part > args.parts:
        raise CommandError(_("part {part} of {parts} parts cannot be").format(part=args.part, parts=args.parts))
    sections = []
    numbers = iter(range(1, 1 + max(1, len(people)) * max(1, len(args.section))))
    for place, heading in enumerate(args.section or [""], start=1):
        turns = [Turn(next(numbers), "speech", one.label, TO_FILL_IN, one) for one in people]
        turns = turns or [Turn(next(numbers), "narration", NARRATION, TO_FILL_IN)]
        sections.append(Section((place,), heading, tuple(turns)))
    return Transcript(
        id="",
        title=args.title,
        series=args.series,
        issue=args.number,
        part=args.part,
        parts=args.parts,
        held=args.held or "",
        participants=people,
        sections=tuple(sections),
    )


def _participant(written: str) -> Participant:
    """Return the participant that `青木 千尋/架空市/部長` names; the label is the family name of a Japanese name."""
    name, org, role = (part.strip() for part in (written + "//").split("/", 2))
    label = name.split()[0] if name and not name.isascii() else name
    return Participant(label, name if name != label else "", "", org, role.rstrip("/"))


def _write(transcript: Transcript, output: Path, *, force: bool) -> Path:
    """Write the file into the folder `output`, named after number and part or title, or to the file of that name.

    Raises WriteError, and ValueError for what no file can hold.
    """
    from roundtable_tui.cli.schema import schema_for
    from roundtable_tui.export.file import write_atomically
    from roundtable_tui.export.names import safe_file_name

    path = output
    if output.suffix not in (".yaml", ".yml"):
        output.mkdir(parents=True, exist_ok=True)
        stem = f"{transcript.issue:03d}" if transcript.issue else transcript.title
        if transcript.issue and transcript.part:
            stem += f"-{transcript.part}"
        path = output / safe_file_name(stem, ".yaml", fallback="new")
    write_atomically(path, dump(transcript, schema=schema_for(path.parent)), overwrite=force)
    return path
