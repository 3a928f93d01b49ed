"""Connections that close when nobody holds them any more."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@cache
def closes_itself() -> type[sqlite3.Connection]:
    """Return the class of connections to open, SQLite's own but for its end: one that is forgotten is closed.

    Each thread that searches has one, and nobody hears of the end of a thread. Python 3.13 warns of every connection
    that is forgotten before it was closed. Only for connections that any thread may close.
    """
    import sqlite3

    class ClosesItself(sqlite3.Connection):
        """Closes when it is forgotten."""

        def __del__(self) -> None:
            with suppress(sqlite3.ProgrammingError):  # it never came to be open
                self.close()

    return ClosesItself
