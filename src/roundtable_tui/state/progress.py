"""Which turns of each piece were read."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.state.names import key, name_of
from roundtable_tui.state.place import numbers_by_hash, turn_again, turn_hash
from roundtable_tui.state.spans import Spans, merged, size

if TYPE_CHECKING:
    import sqlite3

    from roundtable_tui.model import Transcript
    from roundtable_tui.state.store import Store


class Share(NamedTuple):
    """How much of a piece was read: `seen` of its `turns`."""

    seen: int
    turns: int

    @property
    def all(self) -> bool:
        """Whether the whole piece was read."""
        return self.seen >= self.turns

    @property
    def part(self) -> float:
        """The part that was read, 0 to 1; 1 for a piece without turns, of which nothing is left to be read."""
        return min(1.0, self.seen / self.turns) if self.turns else 1.0


class Progress:
    """What was read, kept in `store`. A library is named by its root folder, resolved.

    Turns are kept as stretches; the first and the last turn of each are kept with their hashes, so that an edit
    elsewhere in the file moves the stretch along. What several readers read of one piece is added up.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, library: str | os.PathLike[str], transcript: Transcript) -> Spans:
        """Return the numbers of the turns of `transcript` that were read."""
        question = "SELECT spans FROM progress WHERE library = ? AND piece = ?"
        where = (key(os.fspath(library)), key(transcript.id))
        row = self._store.ask(lambda database: database.execute(question, where).fetchone())
        return () if row is None else _restored(row[0], transcript)

    def add(self, library: str | os.PathLike[str], transcript: Transcript, spans: Spans) -> bool:
        """Keep that the turns in `spans` were read too, in one transaction; return whether it is on disk."""
        where = (key(os.fspath(library)), key(transcript.id))

        def write(database: sqlite3.Connection) -> None:
            question = "SELECT spans FROM progress WHERE library = ? AND piece = ?"
            row = database.execute(question, where).fetchone()
            before = () if row is None else _restored(row[0], transcript)
            whole = merged([*before, *spans])
            values = (*where, _written(whole, transcript), size(whole), len(transcript.turns))
            database.execute("INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?)", values)

        return self._store.change(write)

    def mark(self, library: str | os.PathLike[str], piece: str, turns: int, *, read: bool) -> bool:
        """Keep that all `turns` turns of `piece` were read, or none; return whether it is on disk."""
        where = (key(os.fspath(library)), key(piece))
        spans = f"1-{turns}" if turns else ""

        def write(database: sqlite3.Connection) -> None:
            if read:
                database.execute(
                    "INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?)", (*where, spans, turns, turns)
                )
            else:
                database.execute("DELETE FROM progress WHERE library = ? AND piece = ?", where)

        return self._store.change(write)

    def shares(self, library: str | os.PathLike[str]) -> dict[str, Share]:
        """Return how much was read of each piece of `library` that was read at all, by id."""
        question = "SELECT piece, seen, turns FROM progress WHERE library = ?"
        root = key(os.fspath(library))
        rows = self._store.ask(lambda database: database.execute(question, (root,)).fetchall())
        return {name_of(piece): Share(seen, turns) for piece, seen, turns in rows or ()}


def _written(spans: Spans, transcript: Transcript) -> str:
    """Return `spans` as they are kept: `1-7/hash of turn 1/hash of turn 7`, with a space between two stretches."""
    turns = transcript.turns
    return " ".join(f"{a}-{b}/{turn_hash(turns[a - 1])}/{turn_hash(turns[b - 1])}" for a, b in spans)


def _restored(kept: str, transcript: Transcript) -> Spans:
    """Return what `_written` made `kept` of, as the turns of `transcript` are numbered now.

    Turns that came into a stretch, or were edited inside it, count as read with it. An end that was itself edited
    stays where its number is.
    """
    found = []
    last = len(transcript.turns)
    known = cache(lambda: numbers_by_hash(transcript))
    for stretch in kept.split():
        numbers, *hashes = stretch.split("/")
        first, end = (int(number) for number in numbers.split("-"))
        if hashes:
            first = turn_again(transcript, first, hashes[0], known) or first
            end = turn_again(transcript, end, hashes[1], known) or end
        found.append((max(1, first), min(last, end)))
    return merged(found)
