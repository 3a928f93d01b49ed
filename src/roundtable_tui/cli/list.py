"""`roundtable list`: the back issues, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.output import Styled
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.cli.output import Output
    from roundtable_tui.library import Entry

_WIDE_OPEN = 1_000
"""Cells of a title where nothing limits the line, as in a pipe."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `list`."""
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines, one object for each piece"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the pieces of the library; returns 1 where it has none."""
    library = open_library(args)
    entries = library.entries()
    if args.json:
        for entry in entries:
            out.json(as_object(entry))
    elif entries:
        _print(entries, out)
    else:
        out.note(_("no transcripts in {folder}").format(folder=library.root))
    return 0 if entries else NOTHING_FOUND


def as_object(entry: Entry) -> dict[str, object]:
    """Return what `--json` says of a piece."""
    return {
        "id": entry.id,
        "title": entry.title,
        "series": entry.series,
        "issue": entry.issue,
        "part": entry.part,
        "parts": entry.parts,
        "held": entry.held,
        "published": entry.published,
        "path": entry.path,
        "turns": entry.turns,
        "sections": entry.sections,
        "participants": list(entry.participants),
        "problems": entry.errors + entry.warnings,
        "first_problem": entry.first_problem,
    }


def _print(entries: tuple[Entry, ...], out: Output) -> None:
    from roundtable_tui.text.cells import fit, pad, width

    ids = min(max(width(entry.id) for entry in entries), 24)
    dates = max(len(entry.date) for entry in entries)
    room = (out.width or _WIDE_OPEN) - ids - dates - 4
    for entry in entries:
        title = fit(entry.shown_title, max(room, 8))
        out.line(Styled(pad(entry.id, ids), "bold"), "  ", Styled(f"{entry.date:<{dates}}", "dim"), "  ", title)
        if entry.errors or entry.warnings:
            problem = f"{' ' * (ids + 2)}{_count(entry)}{entry.first_problem}"
            out.line(Styled(fit(problem, out.width or _WIDE_OPEN), "error" if entry.errors else "warning"))


def _count(entry: Entry) -> str:
    count = entry.errors + entry.warnings
    return "" if count == 1 else _("{count} problems, first ").format(count=count)
