"""What was chosen while reading, and is so again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from roundtable_tui.state.store import Store


class Choices:
    """The choices kept in `store`, each a text under a name."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def kept(self, name: str) -> str:
        """Return what was chosen last under `name`; nothing where that is not known."""
        question = "SELECT value FROM choice WHERE name = ?"
        row = self._store.ask(lambda database: database.execute(question, (name,)).fetchone())
        return row[0] if row and isinstance(row[0], str) else ""

    def kept_instead(self, name: str, setting: str) -> str:
        """Return what was chosen under `name` instead of `setting`, as long as the setting is still the same.

        Whoever changes the setting means it, and is not overruled by what was chosen before.
        """
        chosen, _, instead_of = self.kept(name).partition("\n")
        return chosen if instead_of == setting else ""

    def keep_instead(self, name: str, value: str, setting: str) -> None:
        """Keep `value` under `name` as what was chosen instead of `setting`."""
        self.keep(name, f"{value}\n{setting}")

    def keep(self, name: str, value: str) -> None:
        """Keep `value` as what was chosen under `name`; it is on disk when this returns."""

        def write(database: sqlite3.Connection) -> None:
            database.execute("INSERT OR REPLACE INTO choice VALUES (?, ?)", (name, value))

        self._store.change(write)
