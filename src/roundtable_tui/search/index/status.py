"""How far the index is, and how large."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.library.scan import scan
from roundtable_tui.search.index.freshness import stale_names

if TYPE_CHECKING:
    from roundtable_tui.search.index.cache import Cache
    from roundtable_tui.search.index.reader import Reader


class Status(NamedTuple):
    """What there is: `rows` in `pieces` pieces, of which `readings` have been through the second pass.

    `unreadable` files cannot be opened and have no rows; `stale` names are new, changed or gone, or not through both
    passes yet. `size` and `text_size` are bytes, on the disk and of the rows in UTF-8. `analysers` are the names of
    those that made the readings, '' among them where there was none. `where` is `disk` or `memory`.
    """

    pieces: int
    unreadable: int
    rows: int
    readings: int
    stale: int
    size: int
    text_size: int
    analysers: tuple[str, ...]
    path: str
    where: str


def status(cache: Cache) -> Status:
    """Return how far `cache` is with its library; every row is looked at. Raises OSError where there is no folder."""
    present = scan(cache.root)
    pieces, unreadable, rows, readings, analysers, text_size, stale = cache.read(
        lambda reader: (*_counts(reader), len(stale_names(reader, present, settled=False)))
    )
    return Status(
        pieces, unreadable, rows, readings, stale, size_of(cache), text_size, analysers, cache.path, cache.where
    )


def size_of(cache: Cache) -> int:
    """Return the size of the index in bytes, with its log; 0 where it is not on a disk."""
    if cache.where == "memory":
        return 0
    parts = (cache.path, cache.path + "-wal")
    return sum(os.path.getsize(part) for part in parts if os.path.exists(part))  # noqa: PTH110, PTH202


def _counts(reader: Reader) -> tuple[int, int, int, int, tuple[str, ...], int]:
    execute = reader.database.execute
    pieces, unreadable, rows, readings = execute(
        """SELECT count(*), count(*) - total(readable), total(last - first), count(nullif(readable, 0) + 0)
        FILTER (WHERE readings IS NOT NULL) FROM piece"""
    ).fetchone()
    names = execute("SELECT DISTINCT readings FROM piece WHERE readable AND readings IS NOT NULL ORDER BY 1")
    text_size = execute("SELECT total(length(CAST(text AS BLOB))) FROM row").fetchone()[0]
    analysers = tuple(str(name) for (name,) in names)
    return pieces, int(unreadable), int(rows), readings, analysers, int(text_size)
