"""This program, asked the way the reader asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.relevance.answer import SCREENFUL, Found
from benchmarks.relevance.expect import key_of_hit
from roundtable_tui.library.library import Library
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import QueryError, parse_query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roundtable_tui.search.engine import Engine


def engine(folder: Path, cache: Path) -> Engine:
    """Return the program's engine over the library in `folder`, all of it read; `cache` is a folder of its own."""
    made = IndexEngine(Library(folder, cache=cache), cache)
    while not made.fill():
        pass
    return made


class Ours:
    """This program over one library."""

    name = "roundtable"

    def __init__(self, folder: Path, cache: Path) -> None:
        self._engine = engine(folder, cache)

    def ask(self, query: str) -> Sequence[Found]:
        """Return the hits, best first; none for a query that is refused."""
        try:
            hits = self._engine.search(parse_query(query), limit=SCREENFUL).hits
        except QueryError:
            return ()
        return [Found(key_of_hit(hit), f"{hit.match} {hit.score:.0f}", hit.text, hit.spans) for hit in hits]
