"""The one file of state, shared by everything that is kept."""

from __future__ import annotations

from _thread import allocate_lock
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from roundtable_tui.config.folders import state_folder
from roundtable_tui.config.language import _
from roundtable_tui.database.damage import is_damage
from roundtable_tui.state.database import open_database, replace_damaged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

FILE = "state.sqlite3"

Result = TypeVar("Result")


class Store:
    """The file `path`, by default in the platform's state folder, opened when it is first asked for something.

    Where it cannot be used, `warn` is told so once. Every method may be called from any thread.
    """

    def __init__(self, path: Path | None = None, *, warn: Callable[[str], None] = lambda message: None) -> None:
        self._path = path
        self._warn = warn
        self._lock = allocate_lock()
        self._database: sqlite3.Connection | None = None
        self._opened = False
        self._told = False

    def ask(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Return what `work` does with the open file; None where the file cannot be used now."""
        import sqlite3

        with self._lock:
            for attempt in range(3):
                database = self._open()
                if database is None:
                    return None
                try:
                    return work(database)
                except (sqlite3.Error, ValueError, OverflowError) as error:
                    if attempt < 2 and isinstance(error, sqlite3.DatabaseError) and is_damage(error):
                        self._open_anew(database, aside=attempt == 1)
                    else:
                        self._tell(_("places are not kept: {reason}").format(reason=error))
                        return None
            return None

    def change(self, work: Callable[[sqlite3.Connection], None]) -> bool:
        """Let `work` change the open file in one transaction; return whether it is on disk."""
        return self.ask(lambda database: _in_transaction(database, work)) is True

    def close(self) -> None:
        """Close the file; a later question opens it again."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None
                self._opened = False

    def _open(self) -> sqlite3.Connection | None:
        if not self._opened:
            self._opened = True
            try:
                self._path = self._path or Path(state_folder(), FILE)
                self._database = open_database(self._path, self._warn)
            except OSError as error:
                self._tell(_("places are not kept: {reason}").format(reason=error))
        return self._database

    def _open_anew(self, database: sqlite3.Connection, *, aside: bool) -> None:
        """Close the damaged file for the next use to open. At first another process may have replaced it already."""
        database.close()
        self._database = None
        try:
            if aside and self._path is not None:
                replace_damaged(self._path, self._warn)
            self._opened = False
        except OSError as error:
            self._tell(_("places are not kept: {reason}").format(reason=error))

    def _tell(self, message: str) -> None:
        """Warn, but only once: something is kept again and again."""
        if not self._told:
            self._told = True
            self._warn(message)


def _in_transaction(database: sqlite3.Connection, work: Callable[[sqlite3.Connection], None]) -> bool:
    database.execute("BEGIN IMMEDIATE")
    try:
        work(database)
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
    return True
