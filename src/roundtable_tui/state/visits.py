"""What was read, the newest first."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.state.columns import COLUMNS, place_from
from roundtable_tui.state.names import key
from roundtable_tui.state.progress import Share

if TYPE_CHECKING:
    from roundtable_tui.state.place import Place
    from roundtable_tui.state.store import Store


class Visit(NamedTuple):
    """A piece that was read: the `place` where reading stopped, when (in seconds since 1970), and how much was read.

    `share` is None where nothing was long enough on the screen to count.
    """

    place: Place
    when: int
    share: Share | None


class Visits:
    """The visits kept in `store`, one for each piece. A library is named by its root folder, resolved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self, library: str | os.PathLike[str]) -> tuple[Visit, ...]:
        """Return the pieces that were read in `library`, by this reader or another one, newest first."""
        question = (
            f"SELECT {COLUMNS}, saved_at, seen, turns FROM place LEFT JOIN progress USING (library, piece)"
            " WHERE library = ? ORDER BY visit DESC, piece"
        )
        root = key(os.fspath(library))
        rows = self._store.ask(lambda database: database.execute(question, (root,)).fetchall())
        return tuple(
            Visit(place_from(row), row[-3], None if row[-1] is None else Share(row[-2], row[-1])) for row in rows or ()
        )
