"""An index of one piece, in memory, for as long as the real one has not come to it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from roundtable_tui.library.scan import signature
from roundtable_tui.search.index import connect
from roundtable_tui.search.index.passes import Passes
from roundtable_tui.search.index.prepare import prepare, read_hash
from roundtable_tui.search.index.reader import Reader
from roundtable_tui.search.index.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

_numbers = count(1)


@contextmanager
def alone(path: str, piece: str) -> Iterator[Reader]:
    """Give a reader of an index of the one file at `path`, whose piece has the id `piece`.

    It has no rows where the file is gone or cannot be opened, of readings those that the piece states, and no grams:
    all of its rows can be looked at.
    """
    name = f"file:/roundtable-alone-{os.getpid()}-{next(_numbers)}?vfs=memdb"
    database = connect.open_writing(name, connect.origin(path, False), False)
    try:
        stamp = signature(path)
        if stamp is not None:
            store = Store(database, False)
            with store.transaction():
                store.replace([prepare(os.path.basename(path), piece, stamp, True, *read_hash(path))], set())  # noqa: PTH119
            Passes(store, True, lambda: False, lambda done, total, stage: None).readings(lambda: None)
        yield Reader(database, False, lambda row: None)
    finally:
        database.close()
