"""`roundtable export`: a section, a piece or a turn as a file to quote from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import USAGE, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.parser import one_of
from roundtable_tui.cli.place import METAVAR, open_place, select_place
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from roundtable_tui.cli.output import Output
    from roundtable_tui.export.selection import Selection

FORMATS = ("md", "json", "txt")
"""The formats, each named like the extension of its files; the first is the usual one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `export`."""
    parser.add_argument(
        "place", metavar=METAVAR, help=_("a piece, a section or a turn, as in 014-2, 014-2#1.1, 014-2:7")
    )
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
        help=_("md, json or txt; else what the name of the file says, else md"),
    )
    parser.add_argument("--no-names", action="store_true", help=_("show speakers by role, and leave out other names"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Write the export and print the path of the file, or print the export where the output is `-`.

    Returns 2 where there is no such section or turn; raises CommandError where the file cannot be written.
    """
    place = open_place(open_library(args), args.place, out)
    selection = select_place(place, out, names=not args.no_names)
    if selection is None:
        return USAGE
    chosen = args.format or _format_of(args.output)
    document = _document(selection, chosen)
    if args.output != "-":
        path = _path(selection, args.output, f".{chosen}")
        _write(path, document, force=args.force)
        out.line(str(path))
    elif out.stdout.isatty():
        out.text(document)
    else:
        out.raw(document)
    return 0


def _format_of(output: str) -> str:
    """Return the format that the name of a file says, or the usual one."""
    extension = os.path.splitext(output)[1].lower().removeprefix(".")  # noqa: PTH122
    return extension if extension in FORMATS else FORMATS[0]


def _document(selection: Selection, chosen: str) -> str:
    from importlib import import_module

    module = {"md": "markdown", "json": "json", "txt": "text"}[chosen]
    document: str = import_module(f"roundtable_tui.export.{module}").document(selection)
    return document


def _path(selection: Selection, output: str, extension: str) -> Path:
    """Return the file that `output` means: itself, or one named after the place in the folder that it is."""
    from pathlib import Path  # half of a bare start, and stdout needs none

    from roundtable_tui.export.names import export_name

    path = Path(os.path.expanduser(output))  # noqa: PTH111  (Path.expanduser raises for a user who is not there)
    if not output or path.is_dir() or output.endswith(("/", os.sep)):
        anchor = selection.anchor
        return path / export_name(selection.transcript, anchor.section, extension, turn=anchor.turn)
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
