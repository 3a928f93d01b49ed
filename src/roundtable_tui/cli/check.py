"""`roundtable check`: every problem of every file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.output import Styled
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from roundtable_tui.cli.output import Output
    from roundtable_tui.source.problem import Problem


class _Checked(NamedTuple):
    """How many files were looked at, and the problems they have."""

    files: int
    errors: int
    warnings: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `check`."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_("a file or a folder; by default the library"))
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines, one object for each problem"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the problems of the files, folders or library asked for.

    Returns 0 where there is none, or only warnings; 1 where there are errors, or no file to look at; 2 where a path
    leads nowhere or a folder cannot be read, once all the others are checked.
    """
    paths = [Path(path) for path in args.paths] or [open_library(args).root]
    found, readable = _Checked(0, 0, 0), True
    for path in paths:
        try:
            checked = _check(path, args.json, out)
        except OSError as error:
            if isinstance(error, BrokenPipeError) or error.filename is None:
                raise
            out.error(f"{path}: {error.strerror}")
            readable = False
        else:
            found = _Checked(*map(sum, zip(found, checked, strict=True)))
    summary = _("files: {files}, errors: {errors}, warnings: {warnings}")
    out.note(summary.format(files=found.files, errors=found.errors, warnings=found.warnings))
    if not readable:
        return USAGE
    return NOTHING_FOUND if found.errors or not found.files else 0


def _check(path: Path, as_json: bool, out: Output) -> _Checked:
    """Print the problems of the file or of each file of the folder at `path`; raises OSError where it leads nowhere."""
    os.stat(path)  # noqa: PTH116  (a path that cannot be one, as with a NUL, is said by the loader)
    files = errors = warnings = 0
    for problems in _problems_in(path) if path.is_dir() else _problems_of(path):
        files += 1
        for problem in problems:
            errors += problem.level == "error"
            warnings += problem.level == "warning"
            if as_json:
                out.json(problem._asdict())
            else:
                _print(problem, out)
    return _Checked(files, errors, warnings)


def _problems_of(path: Path) -> Iterator[tuple[Problem, ...]]:
    from roundtable_tui.source.load import load

    yield load(path).problems


def _problems_in(folder: Path) -> Iterator[tuple[Problem, ...]]:
    """The problems of each transcript of `folder`, in the order of their names; two of one id are a problem too."""
    from roundtable_tui.library.clash import as_piece
    from roundtable_tui.library.identity import identities
    from roundtable_tui.library.scan import names_in
    from roundtable_tui.source.load import load

    names = names_in(str(folder))
    ids = identities(names)
    for name in sorted(names):
        path = folder / name
        yield as_piece(load(path), path, ids).problems


def _print(problem: Problem, out: Output) -> None:
    place, text = f"{problem.path}:{problem.line}:{problem.column}: ", f": {problem.message}"
    out.line(place, Styled(problem.level, problem.level), text)
