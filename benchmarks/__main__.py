"""`python -m benchmarks`: measure everything, or the parts that are named, and print the tables."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.library import generator_for
from benchmarks.machine import machine
from benchmarks.report import lines, write_json
from benchmarks.workshop import TURNS_EACH, Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.figures import Grid, Table

PARTS = {
    "startup": "start-up and memory of the reader, on a pseudo-terminal",
    "keys": "keys in a piece of 10,000 turns, on a pseudo-terminal",
    "reading": "opening and scrolling beside less and a viewer of Markdown, on a pseudo-terminal",
    "resize": "a new width in a piece of 10,000 turns, on a pseudo-terminal",
    "commands": "the commands that need no terminal",
    "loading": "loading YAML",
    "wrapping": "line breaking",
    "search": "searching, in libraries of several sizes",
    "relevance": "what a search finds, and how far up",
}
"""Each part is a module of that name with `measure(workshop) -> list[Table]`, or of grids."""

SIZES = {False: (10_000, 100_000), True: (10_000,)}
"""Turns in the libraries that are searched, normally and for `--quick`."""

_TURNS = "10000,100000 unless given, 10000 with --quick; 1000000 takes half an hour"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; return 1 where a budget is missed, else 0."""
    listing = "\n".join(f"  {name:<10}{summary}" for name, summary in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=f"{__doc__}\n\nparts:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure; everything unless named")
    parser.add_argument("--quick", action="store_true", help="few runs: a first impression")
    parser.add_argument("--turns", type=_sizes, metavar="N,N", help=f"sizes of the libraries of `search`; {_TURNS}")
    parser.add_argument("--make-library", type=Path, metavar="PATH", help="a generator of libraries to use")
    parser.add_argument("--folder", type=Path, help="keep the libraries there for the next run")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="of relevance, the N worst answered queries")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    args = parser.parse_args(arguments)
    if unknown := [part for part in args.parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; parts are {', '.join(PARTS)}")
    if args.folder is not None:
        args.folder.mkdir(parents=True, exist_ok=True)
        return _run(args, args.folder.resolve())
    with TemporaryDirectory(prefix="roundtable-benchmarks-") as folder:
        return _run(args, Path(folder))


def _run(args: argparse.Namespace, folder: Path) -> int:
    facts = machine()
    generator = generator_for(args.make_library)
    facts["libraries made by"] = str(generator) if generator else "benchmarks/library.py"
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    workshop = Workshop(folder, generator, quick=args.quick, sizes=args.turns or SIZES[args.quick], worst=args.worst)
    tables: list[Table | Grid] = []
    for part in args.parts or PARTS:
        for table in import_module(f"benchmarks.{part}").measure(workshop):
            print("", *lines(table), sep="\n", flush=True)
            tables.append(table)
    if args.json is not None:
        write_json(args.json, facts, tables)
    kept = [row.kept for table in tables for row in table.rows if row.kept is not None]
    print(f"\n{kept.count(True)} of {len(kept)} budgets kept", file=sys.stderr)
    return 0 if all(kept) else 1


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(size) if size.isdecimal() else 0 for size in text.split(","))
    if all(size and size % TURNS_EACH == 0 for size in sizes):
        return sizes
    raise argparse.ArgumentTypeError(f"{text!r} is no list of multiples of {TURNS_EACH}, as in 10000,100000")


if __name__ == "__main__":
    raise SystemExit(main())
