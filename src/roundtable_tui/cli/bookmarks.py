"""`roundtable bookmarks`: the bookmarks of the reader, listed or as citations to quote from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.output import Styled
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from roundtable_tui.cli.output import Output
    from roundtable_tui.tui.marked import Marked

_NARROWEST = 8
"""Cells that are left for the words at least, however narrow the terminal is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `bookmarks`."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help=_("print JSON Lines, one object for each bookmark"))
    ways.add_argument(
        "-o",
        "--output",
        metavar="FILE|DIR|-",
        default="",
        help=_("write citations in Markdown, each with its note, to the file, or - for stdout"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it exists"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the bookmarks of the library, or write them; returns 1 where there are none.

    Raises CommandError where the file cannot be written.
    """
    marks = _marks(args)
    if args.json:
        for mark in marks:
            out.json(as_object(mark))
    elif args.output:
        _write(marks, args, out)
    elif marks:
        _print(marks, out)
    if not marks:
        out.note(_("no bookmarks; in the reader, m sets one"))
    return 0 if marks else NOTHING_FOUND


def _marks(args: argparse.Namespace) -> tuple[Marked, ...]:
    from contextlib import closing

    from roundtable_tui.state.bookmarks import Bookmarks
    from roundtable_tui.state.store import Store
    from roundtable_tui.tui.marked import marked

    library = open_library(args)
    with closing(Store(warn=args.warn)) as store:
        return marked(Bookmarks(store).all(library.root), library)


def as_object(mark: Marked) -> dict[str, object]:
    """Return what `--json` says of a bookmark; `text` is the whole text and `offset` where in it the bookmark is.

    `found` is whether its words are still in the library: where they are not, `text` is what stood there.
    """
    block = mark.block
    return {
        "id": mark.bookmark.place.piece,
        "turn": mark.anchor.turn,
        "anchor": str(mark.anchor),
        "title": mark.title,
        "section": list(mark.headings),
        "speaker": mark.label,
        "field": "text" if block is None or block.turn else block.kind,
        "note": mark.bookmark.note,
        "found": block is not None,
        "offset": mark.offset,
        "text": mark.text,
        "made": _day(mark),
    }


def _day(mark: Marked) -> str:
    """Return the day on which a bookmark was set, in ISO 8601, nothing for one that no calendar has."""
    from datetime import datetime

    try:
        return datetime.fromtimestamp(mark.bookmark.made).astimezone().strftime("%Y-%m-%d")
    except (OverflowError, OSError, ValueError):
        return ""


def _print(marks: Iterable[Marked], out: Output) -> None:
    from roundtable_tui.text.cells import fit, width

    whole = out.width
    for mark in marks:
        place = str(mark.anchor)
        who = f"{mark.label}: " if mark.label else ""
        words = mark.text[mark.offset :].replace("\n", " ")
        gone = "" if mark.block is not None else _("(no longer there)") + " "
        note = mark.bookmark.note
        if whole is not None:  # a pipe needs nothing cut
            words = fit(words, max(whole - sum(map(width, (place, who, gone))) - 2, _NARROWEST))
            note = fit(note, max(whole - 2, _NARROWEST))
        out.line(Styled(place, "bold"), "  ", Styled(gone, "warning"), Styled(who, "speaker"), words)
        if note:
            out.line("  ", Styled(note, "dim"))


def _write(marks: tuple[Marked, ...], args: argparse.Namespace, out: Output) -> None:
    """Write those of `marks` whose words are still there as citations; stderr says how many are not."""
    from roundtable_tui.export.citations import citations
    from roundtable_tui.tui.marked import quotations

    quoted = quotations(marks)
    if len(quoted) < len(marks):
        gone = len(marks) - len(quoted)
        out.error(_("{count} bookmarks are left out: their words are no longer there").format(count=gone))
    if not quoted:
        return
    document = citations(_("Bookmarks"), quoted)
    if args.output != "-":
        out.line(str(_file(document, args.output, force=args.force)))
    elif out.stdout.isatty():
        out.text(document)
    else:
        out.raw(document)


def _file(document: str, output: str, *, force: bool) -> Path:
    """Write `document` to the file that `output` means, or to one of the usual name in the folder that it is."""
    from pathlib import Path

    from roundtable_tui.export.file import AlreadyThereError, WriteError, write_atomically

    path = Path(os.path.expanduser(output))  # noqa: PTH111  (Path.expanduser raises for a user who is not there)
    if path.is_dir() or output.endswith(("/", os.sep)):
        path /= _("bookmarks") + ".md"
    try:
        write_atomically(path, document, overwrite=force)
    except AlreadyThereError as error:
        raise CommandError(str(error), hint=_("--force replaces it, -o names another file.")) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
    return path
