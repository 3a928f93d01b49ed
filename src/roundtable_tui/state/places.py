"""Where reading stopped, in every piece of every library."""

from __future__ import annotations

import os
from _thread import allocate_lock
from time import time
from typing import TYPE_CHECKING, TypeVar

from roundtable_tui.config.folders import state_folder
from roundtable_tui.config.language import _
from roundtable_tui.state.database import is_damage, open_database, set_aside
from roundtable_tui.state.place import Place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

FILE = "state.sqlite3"
_COLUMNS = "piece, turn, section, offset, turn_hash"

Result = TypeVar("Result")


class Places:
    """The places kept in the file `path`, by default in the platform's state folder. Opened at the first question.

    A library is named by its root folder, resolved. Where the file cannot be used, places are kept in memory and
    `warn` is told so once. Every method may be called from any thread.
    """

    def __init__(self, path: Path | None = None, *, warn: Callable[[str], None] = lambda message: None) -> None:
        self._path = path
        self._warn = warn
        self._lock = allocate_lock()
        self._database: sqlite3.Connection | None = None
        self._opened = False
        self._told = False
        self._unsaved: dict[tuple[str, str], Place] = {}
        self._last: dict[str, str] = {}

    def last(self, library: str | os.PathLike[str]) -> Place | None:
        """Return the place in `library` that was saved last, or None."""
        root = os.fspath(library)
        piece = self._last.get(root)
        if piece is not None:
            return self.place(library, piece)
        question = f"SELECT {_COLUMNS} FROM last_piece JOIN place USING (library, piece) WHERE library = ?"
        return _place(self._attempt(lambda database: database.execute(question, (_key(root),)).fetchone()))

    def place(self, library: str | os.PathLike[str], piece: str) -> Place | None:
        """Return where reading stopped in the piece with that id, or None."""
        root = os.fspath(library)
        if (root, piece) in self._unsaved:
            return self._unsaved[root, piece]
        question = f"SELECT {_COLUMNS} FROM place WHERE library = ? AND piece = ?"
        found = self._attempt(lambda database: database.execute(question, (_key(root), _key(piece))).fetchone())
        return _place(found)

    def save(self, library: str | os.PathLike[str], place: Place) -> None:
        """Remember `place`, in one transaction, as the last one of `library`; it is on disk when this returns."""
        root = os.fspath(library)
        section = ".".join(map(str, place.section))
        row = (_key(root), _key(place.piece), place.turn, section, place.offset, place.turn_hash, int(time()))
        if self._attempt(lambda database: _write(database, row)):
            self._unsaved.pop((root, place.piece), None)
            self._last.pop(root, None)
        else:
            self._unsaved[root, place.piece] = place
            self._last[root] = place.piece

    def close(self) -> None:
        """Close the file; a later question opens it again."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None
                self._opened = False

    def _attempt(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
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

    def _open(self) -> sqlite3.Connection | None:
        if not self._opened:
            self._opened = True
            try:
                self._path = self._path or state_folder() / FILE
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
                set_aside(self._path, self._warn)
            self._opened = False
        except OSError as error:
            self._tell(_("places are not kept: {reason}").format(reason=error))

    def _tell(self, message: str) -> None:
        """Warn, but only once: a place is saved again and again."""
        if not self._told:
            self._told = True
            self._warn(message)


def _write(database: sqlite3.Connection, row: tuple[object, ...]) -> bool:
    database.execute("BEGIN IMMEDIATE")
    try:
        database.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute("INSERT OR REPLACE INTO last_piece VALUES (?, ?)", row[:2])
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
    return True


def _place(row: tuple[str | bytes, int | None, str, int, str] | None) -> Place | None:
    if row is None:
        return None
    piece, turn, section, offset, digest = row
    name = piece if isinstance(piece, str) else piece.decode("utf-8", "surrogatepass")
    return Place(name, turn, tuple(int(step) for step in section.split(".") if step), offset, digest)


def _key(name: str) -> str | bytes:
    """Return a path or an id as SQLite can keep it: as bytes where it holds lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")
    return name
