"""An index in memory, for a disk that takes nothing."""

from __future__ import annotations

import os
from contextlib import closing
from itertools import count

from roundtable_tui.search.index import connect

LARGEST = 500_000_000
"""The largest index that is taken from a disk into memory, in bytes; SQLite keeps at most twice as much there."""

_numbers = count(1)


def new_name() -> str:
    """Return the URI of an index in memory that is not there yet; connections of this process can share it."""
    return f"file:/roundtable-{os.getpid()}-{next(_numbers)}?vfs=memdb"


def take_over(name: str, disk: str, made_by: str) -> bool:
    """Copy the index at the URI `disk` into the empty one at `name`; return whether that was done, as a whole."""
    import sqlite3

    try:
        # From the disk's side: whatever is attached in memory would be looked for in memory too.
        with closing(connect.open_reading(disk, made_by)) as database:
            database.execute("PRAGMA query_only = 0")
            database.execute("ATTACH ? AS memory", (name,))
            database.execute("BEGIN")
            query = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            for (table,) in database.execute(query).fetchall():
                # Among them those of FTS5, which is asked for nothing here.
                database.execute(f"DELETE FROM memory.{table}")
                database.execute(f"INSERT INTO memory.{table} SELECT * FROM main.{table}")
            database.execute("COMMIT")
    except (sqlite3.Error, *connect.REFUSALS):
        return False
    return True


def can_be_read(disk: str, made_by: str) -> bool:
    """Return whether an index is at the URI `disk`."""
    import sqlite3

    try:
        connect.open_reading(disk, made_by).close()
    except (sqlite3.Error, *connect.REFUSALS):
        return False
    return True
