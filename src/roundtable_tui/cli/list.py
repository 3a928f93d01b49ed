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

_WIDEST_ID = 24
"""Cells of the column of ids, at most."""


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

    ids = min(max(width(entry.id) for entry in entries), _WIDEST_ID)
    dates = max(len(entry.date) for entry in entries)
    whole = out.width
    for entry in entries:
        title, problem = entry.shown_title, f"{_count(entry)}{entry.first_problem}"
        if whole is not None:  # a pipe needs nothing cut
            title = fit(title, max(whole - ids - dates - 4, 8))
            problem = fit(problem, max(whole - ids - 2, 8))
        out.line(Styled(pad(entry.id, ids), "bold"), "  ", Styled(f"{entry.date:<{dates}}", "dim"), "  ", title)
        if entry.errors or entry.warnings:
            out.line(" " * (ids + 2), Styled(problem, "error" if entry.errors else "warning"))


def _count(entry: Entry) -> str:
    count = entry.errors + entry.warnings
    return "" if count == 1 else _("{count} problems, first ").format(count=count)
