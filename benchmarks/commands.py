"""How long the commands that need no terminal take as whole processes, against a bare Python start."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table, interleaved, paired_ratio
from benchmarks.processes import BARE, timed
from benchmarks.words import BUNDLED
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.workshop import Workshop

PLAIN = Budget(4)
SEARCH = Budget(5)
"""For 10,000 turns and a fresh cache; the first form of searching reads every file instead."""

_MAKES_TWO_SURE = 2


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
    ours = timed(
        [*roundtable(*arguments), *(() if arguments == ("--help",) else ("--library", str(library)))],
        environment,
        workshop.empty,
    )
    bare = timed(BARE, environment, workshop.empty)
    ours()
    mine, other = interleaved((ours, bare), rounds)
    table.rows.append(Row(name, median(mine) * 1000, "ms", median(other) * 1000, budget, paired_ratio(mine, other)))
