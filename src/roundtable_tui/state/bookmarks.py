"""Bookmarks, each with a note."""

from __future__ import annotations

import os
from time import time
from typing import TYPE_CHECKING, Any, NamedTuple

from roundtable_tui.state.columns import COLUMNS, MARKS, place_from, row_of
from roundtable_tui.state.names import key, name_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from roundtable_tui.state.place import Place
    from roundtable_tui.state.store import Store


class Shown(NamedTuple):
    """What stands at a place: the title of the piece, the label of who speaks, and the words."""

    title: str = ""
    label: str = ""
    text: str = ""


class Bookmark(NamedTuple):
    """A bookmark: its number among all, where it is, and what was noted.

    `shown` is what stood there when it was set, to be shown of a piece that is not there any more. `made` is when it
    was set, in seconds since 1970.
    """

    id: int
    place: Place
    note: str
    shown: Shown
    made: int


class Bookmarks:
    """The bookmarks kept in `store`. A library is named by its root folder, resolved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, library: str | os.PathLike[str]) -> tuple[Bookmark, ...]:
        """Return the bookmarks of `library`, those of other readers that are open among them, the newest first."""
        return self._found("WHERE library = ? ORDER BY id DESC", (key(os.fspath(library)),))

    def of_piece(self, library: str | os.PathLike[str], piece: str) -> tuple[Bookmark, ...]:
        """Return the bookmarks in the piece with that id, the newest first."""
        where = (key(os.fspath(library)), key(piece))
        return self._found("WHERE library = ? AND piece = ? ORDER BY id DESC", where)

    def _found(self, rest: str, values: Sequence[object]) -> tuple[Bookmark, ...]:
        question = f"SELECT {COLUMNS}, id, note, title, label, text, made_at FROM bookmark {rest}"
        rows = self._store.ask(lambda database: database.execute(question, tuple(values)).fetchall())
        return tuple(_bookmark(row) for row in rows or ())

    def add(self, library: str | os.PathLike[str], place: Place, note: str, shown: Shown) -> bool:
        """Set a bookmark at `place`, where `shown` stands, in one transaction; return whether it is on disk."""
        described = (*map(key, (note, *shown)), int(time()))
        values = (key(os.fspath(library)), *row_of(place), *described)
        statement = (
            f"INSERT INTO bookmark (library, {COLUMNS}, note, title, label, text, made_at)"
            f" VALUES (?, {MARKS}, ?, ?, ?, ?, ?)"
        )

        def write(database: sqlite3.Connection) -> None:
            database.execute(statement, values)

        return self._store.change(write)

    def note(self, bookmark: Bookmark, note: str) -> bool:
        """Change what is noted at `bookmark`; return whether that is on disk."""

        def write(database: sqlite3.Connection) -> None:
            database.execute("UPDATE bookmark SET note = ? WHERE id = ?", (key(note), bookmark.id))

        return self._store.change(write)

    def remove(self, bookmark: Bookmark) -> bool:
        """Remove `bookmark`; return whether that is on disk."""

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM bookmark WHERE id = ?", (bookmark.id,))

        return self._store.change(write)


def _bookmark(row: Sequence[Any]) -> Bookmark:
    number, *described, made = row[-6:]
    note, *shown = map(name_of, described)
    return Bookmark(number, place_from(row), note, Shown(*shown), made)
