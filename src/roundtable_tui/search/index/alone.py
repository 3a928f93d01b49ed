"""An index of one piece, in memory, for as long as the real one has not come to it."""

from __future__ import annotations

import os
from _thread import allocate_lock
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from roundtable_tui.search.index import connect
from roundtable_tui.search.index.passes import Passes
from roundtable_tui.search.index.prepare import prepare, read_hash
from roundtable_tui.search.index.reader import Reader
from roundtable_tui.search.index.store import Store
from roundtable_tui.search.known import Known
from roundtable_tui.search.shared_words import SharedWords

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from roundtable_tui.library.scan import Stamp

_numbers = count(1)


class Alone:
    """Keeps the index of the piece that was asked for last: each key of a query asks for the same one.

    `made` counts how many were made. Any thread may call any method; one has the reader at a time.
    """

    def __init__(self) -> None:
        self.made = 0
        self._lock = allocate_lock()
        self._of: tuple[str, str, Stamp | None] | None = None
        self._reader: Reader | None = None

    @contextmanager
    def reader(self, path: str, piece: str, stamp: Stamp | None) -> Iterator[Reader]:
        """Give a reader of an index of the file at `path` as it is with that `stamp`; its piece has the id `piece`.

        It has no rows where the file is gone or cannot be opened, of readings those that the piece states, and no
        grams: all of its rows can be looked at.
        """
        with self._lock:
            if self._reader is None or self._of != (path, piece, stamp):
                self.close()
                self._reader = Reader(_made(path, piece, stamp), False, lambda row: None)
                self._reader.known = self._reader.version(), Known(self._reader, SharedWords())
                self._of = path, piece, stamp
                self.made += 1
            yield self._reader

    def close(self) -> None:
        """Let go of it; nobody has the reader."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.database.close()


def _made(path: str, piece: str, stamp: Stamp | None) -> sqlite3.Connection:
    """Return a connection to a new index of one file."""
    name = f"file:/roundtable-alone-{os.getpid()}-{next(_numbers)}?vfs=memdb"
    database = connect.open_writing(name, connect.origin(path, False), False)
    try:
        if stamp is not None:
            store = Store(database, False)
            with store.transaction():
                store.replace([prepare(os.path.basename(path), piece, stamp, True, *read_hash(path))], set())  # noqa: PTH119
            Passes(store, True, lambda: False, lambda done, total, stage: None).readings(lambda: None)
    except BaseException:
        database.close()
        raise
    return database
