"""The engine that is measured, and how it is asked: as the reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.library.library import Library
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import parse_query

if TYPE_CHECKING:
    from roundtable_tui.search.engine import Engine, Results

SHOWN = 40
"""Hits that the reader asks for."""

WITHIN = 0.004
"""Seconds after which the reader shows what there is; it asks again, without a limit, where that was not all."""


def open_engine(folder: str) -> Engine:
    """Return the engine of the reader over the library in `folder`, filled; its cache is the platform's."""
    engine = IndexEngine(Library(folder))
    engine.fill()
    engine.prepare()
    return engine


def first_hits(engine: Engine, query: str) -> Results:
    """Return what a reader sees first; raises QueryError."""
    return engine.search(parse_query(query), limit=SHOWN, within=WITHIN)


def all_hits(engine: Engine, query: str) -> Results:
    """Return the best of all hits; raises QueryError."""
    return engine.search(parse_query(query), limit=SHOWN)
