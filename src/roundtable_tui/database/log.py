"""The log that SQLite writes ahead, which lets several processes read while one writes."""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def log_ahead(database: sqlite3.Connection, seconds: float) -> None:
    """Switch `database` to a write-ahead log. SQLite does not wait while another process does the same; this does.

    Raises sqlite3.OperationalError where it does not come about within `seconds`.
    """
    import sqlite3

    given_up = monotonic() + seconds
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if monotonic() > given_up:
                raise
            sleep(0.01)
        else:
            return
