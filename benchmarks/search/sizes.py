"""The table of one size of library."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table, interleaved, paired_ratio
from benchmarks.processes import BARE, bare_memory, timed
from benchmarks.search import index, rivals, session
from benchmarks.search.searcher import Searcher
from benchmarks.search.text import text_of
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.search.text import Text
    from benchmarks.workshop import Workshop

PROCESS = {10_000: Budget(5), 100_000: Budget(6), 1_000_000: Budget(10)}
MEMORY = {10_000: Budget(40, "measured"), 100_000: Budget(80, "measured"), 1_000_000: Budget(200, "measured")}
COMMANDS = {"exact": "電話", "romaji": "yakusoku", "error": "チャツト"}
_LIMIT = "20"


def at_size(workshop: Workshop, turns: int) -> Table:
    """Return the table for a library of so many turns."""
    library = workshop.library_of_turns(turns)
    text = text_of(library)
    pieces = sum(1 for _ in library.glob("*.yaml"))
    table = Table(f"search, {text.turns:,} turns in {pieces:,} pieces, {text.size / 2**20:.1f} MiB of text", "other")
    home = f"search-{library.name}"
    if index.has_index():
        table.rows += index.rows(workshop, library, text, index.built(workshop, library, home))
        table.notes.append(
            "indexing: whole processes that start with no cache; an index of an earlier run is used again"
        )
    else:
        table.notes.append("there is no index in this version: every file is read into memory first")
    environment = workshop.environment(home)
    _searching(table, workshop, library, text, environment)
    table.rows += _commands(workshop, library, turns, environment)
    table.notes.append(f"roundtable search: --limit {_LIMIT}, output to a pipe, against python -c pass")
    table.notes += rivals.missing()
    return table


def _searching(table: Table, workshop: Workshop, library: Path, text: Text, environment: Mapping[str, str]) -> None:
    """Add what a process does that only searches: the typed session in new processes, then the other programs."""
    with Searcher(library, environment):
        pass  # what the first to open a library writes and compiles
    typed, opened, held = [], [], []
    for _ in range(1 if workshop.quick else 3):
        with Searcher(library, environment) as searcher:
            opened.append(searcher.opened * 1000)
            typed += session.type_all(searcher)
            held.append(searcher.memory())
    beyond = (median(held) - bare_memory(environment)) / 2**20
    table.notes += session.notes(typed)
    table.rows.append(Row("until the engine can be asked, once", median(opened)))
    table.rows += session.rows(typed, text.turns)
    table.rows.append(
        Row("memory beyond a bare Python, after the session", beyond, "MiB", budget=MEMORY.get(text.turns))
    )
    with Searcher(library, environment) as searcher:
        table.rows += rivals.rows(searcher, text.path, text.turns, 1 if workshop.quick else 3)


def _commands(workshop: Workshop, library: Path, turns: int, environment: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows of `roundtable search` as a process, with a cache that an earlier one has left."""
    bare = timed(BARE, environment, workshop.empty)
    for kind, query in COMMANDS.items():
        command = roundtable("search", query, "--limit", _LIMIT, "--library", library)
        ours = timed(command, environment, workshop.empty)
        ours()
        mine, other = interleaved((ours, bare), workshop.rounds)
        ratio = paired_ratio(mine, other)
        what = f"roundtable search {query} ({kind}) as a process"
        yield Row(what, median(mine) * 1000, "ms", median(other) * 1000, PROCESS.get(turns), ratio)
