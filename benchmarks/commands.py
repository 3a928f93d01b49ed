"""How long the commands that need no terminal take as whole processes, against a bare Python start."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table, interleaved, paired_ratio
from benchmarks.words import BUNDLED
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from benchmarks.workshop import Workshop

PLAIN = Budget(4)
SEARCH = Budget(5)
"""For 10,000 turns and a fresh cache; the first form of searching reads every file instead."""

_MAKES_TWO_SURE = 2
_EXIT_CODES = (0, 1)


def measure(workshop: Workshop) -> list[Table]:
    """Return the table of commands, for the bundled back issues and for larger libraries."""
    table = Table("commands as whole processes", "python -c pass")
    table.notes.append("list, search and export with a warm catalogue; output to a pipe that is read")
    rounds = workshop.rounds * 2 + 1
    piece = sorted(path.stem for path in BUNDLED.glob("*.yaml"))[0]
    bundled = {
        "--help": (("--help",), PLAIN),
        "list": (("list",), PLAIN),
        f"export {piece}#1 -o -": (("export", f"{piece}#1", "-o", "-"), PLAIN),
        "search チャット": (("search", "チャット"), SEARCH),
        "check": (("check",), None),
    }
    for name, (arguments, budget) in bundled.items():
        _row(
            workshop,
            table,
            f"{name}, {len(list(BUNDLED.glob('*.yaml')))} bundled pieces",
            arguments,
            BUNDLED,
            budget,
            rounds,
        )
    library = workshop.library(1_000)
    first = sorted(path.stem for path in library.glob("*.yaml"))[0]
    larger = {"list": ("list",), f"export {first}#1 -o -": ("export", f"{first}#1", "-o", "-")}
    for name, arguments in larger.items():
        budget = PLAIN if name != "list" else None
        _row(workshop, table, f"{name}, 1,000 issues", arguments, library, budget, workshop.rounds)
    _row(workshop, table, "search チャット, 1,000 issues", ("search", "チャット"), library, None, _MAKES_TWO_SURE)
    return [table]


def _row(
    workshop: Workshop,
    table: Table,
    name: str,
    arguments: Sequence[str],
    library: Path,
    budget: Budget | None,
    rounds: int,
) -> None:
    environment = workshop.environment("commands")
    ours = _process(
        [*roundtable(*arguments), *(() if arguments == ("--help",) else ("--library", str(library)))],
        environment,
        workshop.empty,
    )
    bare = _process([sys.executable, "-c", "pass"], environment, workshop.empty)
    ours()
    mine, other = interleaved((ours, bare), rounds)
    table.rows.append(Row(name, median(mine) * 1000, "ms", median(other) * 1000, budget, paired_ratio(mine, other)))


def _process(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Callable[[], float]:
    """Return a function that runs `command` and returns its seconds from start to end."""

    def run() -> float:
        began = perf_counter()
        done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=False)
        taken = perf_counter() - began
        if done.returncode not in _EXIT_CODES:
            raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return taken

    return run
