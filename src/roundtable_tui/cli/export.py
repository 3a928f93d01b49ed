"""`roundtable export`: a section, a piece, a turn or some turns as a file to quote from, or as a citation."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.cli import extract
from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.parser import one_of
from roundtable_tui.cli.place import METAVAR, Place, open_place, select_place
from roundtable_tui.config.language import _
from roundtable_tui.export import formats
from roundtable_tui.export.formats import FORMATS, format_of
from roundtable_tui.model import Anchor

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from roundtable_tui.cli.output import Output
    from roundtable_tui.export.selection import Selection

STDOUT = "-"

BOM = "\ufeff"
"""What some spreadsheets want before they take a file for UTF-8."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `export`."""
    parser.add_argument(
        "place", metavar=METAVAR, help=_("a piece, a section or a turn, as in 014-2, 014-2#1.1, 014-2:7")
    )
    extract.add_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE|DIR|-",
        default="",
        help=_("the file, the folder for a file named after the section, or - for stdout; the folder you are in"),
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of(*FORMATS),
        help=_("md, json, txt or csv; else what the name of the file says, else md"),
    )
    parser.add_argument("--cite", action="store_true", help=_("a citation in Markdown; without -o to stdout"))
    parser.add_argument("--bom", action="store_true", help=_("begin CSV with a byte order mark, as Excel wants it"))
    parser.add_argument("--no-names", action="store_true", help=_("show speakers by role, and leave out other names"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Write the export and print the path of the file, or print the export where the output is `-`.

    Returns 1 where no turn is left of the place, 2 where there is no such section or turn; raises CommandError where
    the file cannot be written.
    """
    output = args.output or (STDOUT if args.cite else "")
    chosen = args.format or format_of(output)
    _refuse_what_does_not_go_together(args, chosen)
    selection = _selection(args, out)
    if selection is None:
        return USAGE
    document = _document(selection, chosen, cite=args.cite, bom=args.bom)
    if output != STDOUT:
        path = _path(selection, output, f".{chosen}")
        _write(path, document, force=args.force)
        out.line(str(path))
    elif out.stdout.isatty():
        out.text(document)
    else:
        out.raw(document)
    return 0


def _refuse_what_does_not_go_together(args: argparse.Namespace, chosen: str) -> None:
    if args.bom and chosen != "csv":
        raise CommandError(_("--bom is for --format csv; {format} has none").format(format=chosen))
    if args.cite and chosen != "md":
        raise CommandError(_("--cite gives Markdown, not {format}").format(format=chosen))


def _selection(args: argparse.Namespace, out: Output) -> Selection | None:
    """Return what is asked for; None, and stderr says what there is, where the piece has no such place."""
    library = open_library(args)
    place = open_place(library, args.place, out)
    wanted = extract.extract_of(args, library, place, out)
    if wanted is None:
        return select_place(place, out, names=not args.no_names)
    if args.question:
        place = Place(place.transcript, Anchor(place.transcript.id))
    selection = select_place(place, out, keep=wanted.keeps, names=not args.no_names, only=wanted.words)
    if selection is not None and not selection.turns:
        message = _("no turn of {place} is left: {words}").format(place=place.anchor, words=wanted.words)
        raise CommandError(message, code=NOTHING_FOUND)
    return selection


def _document(selection: Selection, chosen: str, *, cite: bool, bom: bool) -> str:
    if cite:
        from roundtable_tui.export.citations import citation, quotations_of

        return citation(quotations_of(selection))
    document = formats.document(selection, chosen)
    return BOM + document if bom else document


def _path(selection: Selection, output: str, extension: str) -> Path:
    """Return the file that `output` means: itself, or one named after the place in the folder that it is."""
    from pathlib import Path  # half of a bare start, and stdout needs none

    from roundtable_tui.export.names import export_name

    path = Path(os.path.expanduser(output))  # noqa: PTH111  (Path.expanduser raises for a user who is not there)
    if not output or path.is_dir() or output.endswith(("/", os.sep)):
        anchor = selection.anchor
        name = export_name(selection.transcript, anchor.section, extension, turn=anchor.turn, only=selection.only)
        return path / name
    return path


def _write(path: Path, document: str, *, force: bool) -> None:
    from roundtable_tui.export.file import AlreadyThereError, WriteError, write_atomically

    try:
        write_atomically(path, document, overwrite=force)
    except AlreadyThereError as error:
        hint = _("--force replaces it, -o names another file.")
        raise CommandError(str(error), hint=hint) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
