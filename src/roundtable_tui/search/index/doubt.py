"""Rows that are not what was written: their pieces are read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.index.records import StoredPiece, checksum
from roundtable_tui.search.index.schema import PIECE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_SELECT = f"SELECT {', '.join(PIECE)} FROM piece WHERE first <= ? AND ? < last"


def doubt_rows(database: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Make the next update read the pieces again that have the rows numbered `rows`."""
    database.execute("BEGIN IMMEDIATE")
    for row in rows:
        for values in database.execute(_SELECT, (row, row)).fetchall():
            # A damaged record keeps its wrong checksum: with a right one it would be believed.
            if values[-1] == checksum(values[:-1]):
                put_piece(database, StoredPiece._make(values[:-1])._replace(settled=0, hash=b""))
    database.execute("COMMIT")


def put_piece(database: sqlite3.Connection, piece: StoredPiece) -> None:
    """Write the record of a piece over the one with its number."""
    marks = ", ".join("?" * len(PIECE))
    database.execute(f"INSERT OR REPLACE INTO piece VALUES ({marks})", (*piece, checksum(piece)))
