"""The first engine: looks through the folded text of every piece, and keeps no index on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.corpus import Corpus, Snapshot
from roundtable_tui.search.engine import Results
from roundtable_tui.search.lookup import Cancelled, Lookup
from roundtable_tui.search.originals import Originals
from roundtable_tui.search.reader import Reader
from roundtable_tui.search.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library
    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query

ROOM = 20
"""Spellings with errors are looked for only while there are fewer hits, and only for words found less often."""

_PATIENCE = 0.02
"""Seconds between two looks at whether a waiting search was cancelled."""


class ScanEngine:
    """Answers queries over `library` from memory; implements `Engine`.

    The library is read in a thread of its own from the first search on, and looked at again by a search more than
    FRESH seconds later; searches answer from what is there by then. `fill` reads it at once instead.
    """

    def __init__(self, library: Library) -> None:
        self._originals = Originals()
        self._corpus = Corpus(library, self._originals)
        self._reader = Reader(self._corpus.fill)

    @property
    def snapshot(self) -> Snapshot:
        """What a search would look through now: how many pieces, how many files cannot be read, how many there are."""
        return self._corpus.snapshot

    def fill(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Read what is new or changed in the library, now and in this thread; return whether all is read.

        `cancelled` is asked before every file. Raises OSError where the folder cannot be read.
        """
        whole = self._corpus.fill(cancelled)
        self._reader.rest()
        return whole

    def close(self) -> None:
        """Stop reading the library; what was read can still be searched."""
        self._reader.stop()

    def search(
        self,
        query: Query,
        *,
        limit: int | None = None,
        order: Order = "relevance",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Results:
        """Return the hits of `query`, at most `limit` of them; an empty query has none. See `Engine`.

        The first search waits until it is known how many pieces there are, so that it can tell what is still to come.
        """
        self._reader.wake()
        while not self._corpus.listed.wait(_PATIENCE) and not cancelled():
            pass
        snapshot = self._corpus.snapshot
        hits = []
        try:
            lookup = Lookup(snapshot, query, self._sieve(query), room=ROOM, cancelled=cancelled)
            if limit is None or limit > 0:
                for hit in lookup.hits(self._originals, order):
                    hits.append(hit)
                    if len(hits) == limit:
                        break
        except Cancelled:
            return Results(query, (), 0, snapshot.searched, snapshot.total, snapshot.unreadable, stopped=True)
        return Results(query, tuple(hits), lookup.total, snapshot.searched, snapshot.total, snapshot.unreadable)

    def search_piece(self, query: Query, piece: str) -> tuple[Hit, ...]:
        """Return every hit of `query` in the piece with that id, in reading order.

        Spellings with errors come only where there is nothing better. A piece that `fill` has not reached yet is read
        now; one that is not there or cannot be read has no hits.
        """
        indexed = self._corpus.piece(piece)
        if indexed is None:
            return ()
        lookup = Lookup(Snapshot((indexed,)), query, self._sieve(query), room=1)
        return tuple(lookup.hits(self._originals, "date"))

    def _sieve(self, query: Query) -> Sieve:
        voices = self._corpus.snapshot.voices if query.filters.narrow_voices else ()
        return Sieve(query.filters, voices)
