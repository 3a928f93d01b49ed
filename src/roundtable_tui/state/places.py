"""Where reading stopped, in every piece of every library."""

from __future__ import annotations

import os
from time import time
from typing import TYPE_CHECKING

from roundtable_tui.state.columns import COLUMNS, MARKS, place_from, row_of
from roundtable_tui.state.names import key
from roundtable_tui.state.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.state.place import Place


class Places:
    """The places kept in the file `path`, by default in the platform's state folder. Opened at the first question.

    A library is named by its root folder, resolved. Where the file cannot be used, places are kept in memory and
    `warn` is told so once. Every method may be called from any thread.
    """

    def __init__(self, path: Path | None = None, *, warn: Callable[[str], None] = lambda message: None) -> None:
        self.store = Store(path, warn=warn)
        self._unsaved: dict[tuple[str, str], Place] = {}
        self._last: dict[str, str] = {}

    def last(self, library: str | os.PathLike[str]) -> Place | None:
        """Return the place in `library` that was saved last, or None."""
        root = os.fspath(library)
        piece = self._last.get(root)
        if piece is not None:
            return self.place(library, piece)
        question = f"SELECT {COLUMNS} FROM last_piece JOIN place USING (library, piece) WHERE library = ?"
        found = self.store.ask(lambda database: database.execute(question, (key(root),)).fetchone())
        return None if found is None else place_from(found)

    def place(self, library: str | os.PathLike[str], piece: str) -> Place | None:
        """Return where reading stopped in the piece with that id, or None."""
        root = os.fspath(library)
        if (root, piece) in self._unsaved:
            return self._unsaved[root, piece]
        question = f"SELECT {COLUMNS} FROM place WHERE library = ? AND piece = ?"
        found = self.store.ask(lambda database: database.execute(question, (key(root), key(piece))).fetchone())
        return None if found is None else place_from(found)

    def save(self, library: str | os.PathLike[str], place: Place) -> None:
        """Remember `place`, in one transaction, as the last one of `library`; it is on disk when this returns."""
        root = os.fspath(library)
        row = (key(root), *row_of(place), int(time()))
        statement = (
            f"INSERT OR REPLACE INTO place (library, {COLUMNS}, saved_at, visit)"
            f" VALUES (?, {MARKS}, ?, (SELECT ifnull(max(visit), 0) + 1 FROM place))"
        )

        def write(database: sqlite3.Connection) -> None:
            database.execute(statement, row)
            database.execute("INSERT OR REPLACE INTO last_piece VALUES (?, ?)", row[:2])

        if self.store.change(write):
            self._unsaved.pop((root, place.piece), None)
            self._last.pop(root, None)
        else:
            self._unsaved[root, place.piece] = place
            self._last[root] = place.piece

    def close(self) -> None:
        """Close the file; a later question opens it again."""
        self.store.close()
