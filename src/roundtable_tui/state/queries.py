"""What was searched for, the newest first, in every library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.state.names import key, name_of

if TYPE_CHECKING:
    import sqlite3

    from roundtable_tui.state.store import Store

MOST = 300
"""Queries that are kept of one library; the oldest go first."""


class Queries:
    """The queries kept in `store`. A library is named by its root folder, resolved; each query is there once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self, library: str | os.PathLike[str]) -> tuple[str, ...]:
        """Return the queries asked in `library`, those of other readers that are open among them, newest first."""
        question = "SELECT text FROM query WHERE library = ? ORDER BY number DESC"
        root = key(os.fspath(library))
        found = self._store.ask(lambda database: database.execute(question, (root,)).fetchall())
        return tuple(name_of(row[0]) for row in found or ())

    def keep(self, library: str | os.PathLike[str], text: str) -> bool:
        """Keep `text` as the newest query of `library`; return whether it is on disk."""
        root = key(os.fspath(library))

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM query WHERE library = ? AND text = ?", (root, key(text)))
            database.execute("INSERT INTO query (library, text) VALUES (?, ?)", (root, key(text)))
            oldest = "SELECT number FROM query WHERE library = ? ORDER BY number DESC LIMIT -1 OFFSET ?"
            database.execute(f"DELETE FROM query WHERE number IN ({oldest})", (root, MOST))

        return self._store.change(write)
