"""The jump list: where jumps began, to go back to, and from there forward again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.state.columns import COLUMNS, MARKS, place_from, row_of
from roundtable_tui.state.names import key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from roundtable_tui.state.place import Place
    from roundtable_tui.state.store import Store

MOST = 100
"""Places that are kept of one library; the oldest go first."""


class JumpList:
    """Places in the order in which they were left. Where reading is now is no part of it: it is told at each step.

    `places` up to `position` lie behind, oldest first; those after the one at `position` lie ahead. The one at
    `position`, if there is one, stands for where reading is, as it was when it was gone back from.
    """

    def __init__(self, places: Iterable[Place] = (), position: int | None = None) -> None:
        self.places = list(places)
        end = len(self.places)
        self.position = end if position is None else min(max(position, 0), end)

    @property
    def behind(self) -> int:
        """How many steps lead back."""
        return self.position

    @property
    def ahead(self) -> int:
        """How many steps lead forward."""
        return max(0, len(self.places) - self.position - 1)

    def jump(self, here: Place) -> None:
        """Remember `here`, from where a jump goes somewhere else; what lay ahead is forgotten."""
        del self.places[self.position :]
        self.places.append(here)
        del self.places[:-MOST]
        self.position = len(self.places)

    def back(self, here: Place) -> Place | None:
        """Return the place before, to go to from `here`; None where there is none."""
        return self._step(here, -1) if self.behind else None

    def forward(self, here: Place) -> Place | None:
        """Return the place that `back` came from last, to go to from `here`; None where there is none."""
        return self._step(here, 1) if self.ahead else None

    def drop(self, step: int) -> None:
        """Forget the place that the last step (-1 back, 1 forward) led to, and be where it was taken."""
        del self.places[self.position]
        self.position -= max(0, step)

    def _step(self, here: Place, step: int) -> Place:
        self.places[self.position : self.position + 1] = [here]
        self.position += step
        return self.places[self.position]


class Jumps:
    """The jump lists kept in `store`, one for each library, named by its root folder, resolved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, library: str | os.PathLike[str]) -> JumpList:
        """Return the list of `library` as it was kept last, by this reader or another; empty where there is none."""
        root = key(os.fspath(library))
        places = f"SELECT {COLUMNS} FROM jump WHERE library = ? ORDER BY position"
        position = "SELECT position FROM jumped WHERE library = ?"

        def ask(database: sqlite3.Connection) -> tuple[list[tuple[object, ...]], tuple[int] | None]:
            # In one transaction: another reader may keep its own list at any moment.
            database.execute("BEGIN")
            try:
                return database.execute(places, (root,)).fetchall(), database.execute(position, (root,)).fetchone()
            finally:
                database.execute("COMMIT")

        rows, at = self._store.ask(ask) or ([], None)
        return JumpList(map(place_from, rows), None if at is None else at[0])

    def keep(self, library: str | os.PathLike[str], jumps: JumpList) -> bool:
        """Keep `jumps` as the list of `library`, in one transaction; return whether it is on disk."""
        root = key(os.fspath(library))
        rows = [(root, number, *row_of(place)) for number, place in enumerate(jumps.places)]

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM jump WHERE library = ?", (root,))
            database.executemany(f"INSERT INTO jump (library, position, {COLUMNS}) VALUES (?, ?, {MARKS})", rows)
            database.execute("INSERT OR REPLACE INTO jumped VALUES (?, ?)", (root, jumps.position))

        return self._store.change(write)
