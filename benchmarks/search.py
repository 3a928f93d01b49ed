"""How long a key stroke of a search takes, against programs that people search text with today."""

from __future__ import annotations

import shutil
import subprocess
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table, percentile
from roundtable_tui.library.library import Library
from roundtable_tui.search.query import parse_query
from roundtable_tui.search.scan import ScanEngine
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.workshop import Workshop

EXACT = ("チャット", "職員研修", "テレワーク", "窓口")
"""Queries of words as they stand; every beginning of each is typed."""

WITH_ERRORS = ("チャツト", "テレワク", "シュミレーション", "ディジタル")
"""Queries that stand nowhere as they are typed."""

KEY_STROKE = {12: Budget(8, "measured"), 1_000: Budget(16, "measured")}
FASTER_THAN_RG = Budget(1)
FASTER_THAN_FZF = {12: Budget(0.02), 1_000: Budget(0.02)}
_SCREENFUL = 200


def measure(workshop: Workshop) -> list[Table]:
    """Return a table for each size of library."""
    return [_size(workshop, size) for size in (12, 1_000, *((10_000,) if workshop.full else ()))]


def _size(workshop: Workshop, size: int) -> Table:
    folder = workshop.library(size)
    engine = ScanEngine(Library(folder, cache=workshop.folder / "search"))
    began = perf_counter()
    engine.fill()
    filled = perf_counter() - began
    text = workshop.folder / f"turns-{size}.txt"
    turns = _write_turns(folder, text)
    table = Table(f"search, {size:,} issues, {turns:,} turns, {text.stat().st_size / 2**20:.1f} MiB of text", "other")
    table.notes.append(
        "a key stroke: one search in the open reader, every beginning of each query typed letter by letter"
    )
    table.rows.append(Row("reading every file into memory, once", filled * 1000))
    typed = [_milliseconds(_search, engine, query[:end]) for query in EXACT for end in range(1, len(query) + 1)]
    table.rows.append(Row(f"key stroke, p95 of {len(typed)}", percentile(typed, 0.95), budget=KEY_STROKE.get(size)))
    table.rows.append(Row("key stroke, p50", median(typed)))
    rounds = 1 if workshop.quick else 3
    _against(table, "exact query", engine, EXACT, ("rg", "-iF"), text, FASTER_THAN_RG, rounds)
    _against(
        table, "query with an error", engine, WITH_ERRORS, ("fzf", "--filter"), text, FASTER_THAN_FZF.get(size), rounds
    )
    engine.close()
    return table


def _search(engine: ScanEngine, query: str) -> None:
    engine.search(parse_query(query), limit=_SCREENFUL)


def _against(
    table: Table,
    what: str,
    engine: ScanEngine,
    queries: tuple[str, ...],
    program: tuple[str, str],
    text: Path,
    budget: Budget | None,
    rounds: int,
) -> None:
    """Add the row of `queries` against `program`, run as a process on the same text; say where it is not installed."""
    name = " ".join(program)
    if shutil.which(program[0]) is None:
        table.notes.append(f"{program[0]} is not installed, so nothing is compared with it")
        return
    ours, theirs = [], []
    for _ in range(rounds):
        for query in queries:
            ours.append(_milliseconds(_search, engine, query))
            theirs.append(_milliseconds(_filter, program, query, text))
    table.rows.append(Row(f"{what}, p50, against {name}", median(ours), "ms", median(theirs), budget))


def _filter(program: tuple[str, str], query: str, text: Path) -> None:
    with text.open("rb") as lines:
        subprocess.run([*program, query], stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)


def _milliseconds(work: Callable[..., None], *arguments: object) -> float:
    began = perf_counter()
    work(*arguments)
    return (perf_counter() - began) * 1000


def _write_turns(folder: Path, target: Path) -> int:
    """Write every turn of the library to `target`, a line each; return how many there are."""
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for path in sorted(folder.glob("*.yaml")):
            transcript = load(path).transcript
            for turn in transcript.turns if transcript else ():
                out.write(turn.text.replace("\n", "　") + "\n")
                count += 1
    return count
