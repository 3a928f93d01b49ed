"""`roundtable fmt`: transcript files set out as the program writes them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE
from roundtable_tui.config.language import _
from roundtable_tui.source.encoding import ForeignEncoding, decode
from roundtable_tui.source.file import UnreadableError, read_bytes
from roundtable_tui.source.tidy import UntidyError, tidy

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from roundtable_tui.cli.output import Output

STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `fmt`."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help=_("a file or a folder; - is stdin, to stdout"))
    parser.add_argument("--check", action="store_true", help=_("write nothing; exit with 1 where a file would change"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Set out each file anew and print the paths of those that changed.

    Returns 0; 1 where `--check` found a file that would change; 2 where a file cannot be read, has errors or cannot be
    written. Such a file stays as it is, is named on stderr and does not stop the others.
    """
    code = 0
    for path in _files(args.paths):
        try:
            before = _read(path)
            after = tidy(before, path=path)
            if path == STDIN:
                out.raw(after)
            elif after != before:
                if args.check:
                    code = code or NOTHING_FOUND
                else:
                    from roundtable_tui.export.file import write_atomically

                    write_atomically(Path(path), after, overwrite=True)
                out.line(path)
        except UntidyError as error:
            for problem in error.problems:
                out.note(str(problem))
            out.error(f"{path}: " + (_("left as it is until its errors are mended") if error.problems else str(error)))
            code = USAGE
        except (UnreadableError, ForeignEncoding, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            out.error(f"{path}: {error}")
            code = USAGE
    return code


def _files(paths: list[str]) -> Iterator[str]:
    from roundtable_tui.library.scan import names_in

    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from (str(Path(path) / name) for name in sorted(names_in(path)))
        else:
            yield path


def _read(path: str) -> str:
    return decode(sys.stdin.buffer.read() if path == STDIN else read_bytes(Path(path)))
