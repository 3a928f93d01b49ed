"""The colour of each speaker, kept so that it stays theirs in every issue from the first time they are met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.state.names import key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from roundtable_tui.state.store import Store


class Colours:
    """The colours kept in `store`, by series and full name: two people of one name in two series are two."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self, series: str, names: Iterable[str]) -> dict[str, int]:
        """Return the colour, from 1, of each of `names` (`Person.name`) that has one in `series`."""
        question = "SELECT colour FROM speaker WHERE series = ? AND name = ?"

        def ask(database: sqlite3.Connection) -> dict[str, int]:
            rows = {name: database.execute(question, (key(series), key(name))).fetchone() for name in names}
            return {name: row[0] for name, row in rows.items() if row is not None}

        return self._store.ask(ask) or {}

    def keep(self, series: str, colours: Mapping[str, int]) -> None:
        """Keep the colour of each name in `colours`; one that is kept already stays as it is."""
        rows = [(key(series), key(name), colour) for name, colour in colours.items()]

        def write(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR IGNORE INTO speaker VALUES (?, ?, ?)", rows)

        self._store.change(write)
