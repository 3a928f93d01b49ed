"""The first engine: looks through the folded text of every piece, and keeps no index on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.corpus import Corpus, Snapshot
from roundtable_tui.search.engine import Results, Spoken
from roundtable_tui.search.lookup import Cancelled, Lookup
from roundtable_tui.search.originals import Originals
from roundtable_tui.search.sieve import Sieve
from roundtable_tui.search.tally import tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library
    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query, Term
    from roundtable_tui.search.tally import Tally

ROOM = 20
"""Spellings with errors are looked for only while there are fewer hits, and only for words found less often."""


class ScanEngine:
    """Answers queries over `library` from memory; implements `Engine`. Nothing is read before `fill`."""

    def __init__(self, library: Library) -> None:
        self._originals = Originals()
        self._corpus = Corpus(library, self._originals)

    @property
    def snapshot(self) -> Snapshot:
        """What a search would look through now: how many pieces, how many files cannot be read, how many there are."""
        return self._corpus.snapshot

    def fill(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Read what is new or changed in the library; see `Engine`."""
        return self._corpus.fill(cancelled)

    def search(
        self,
        query: Query,
        *,
        limit: int | None = None,
        order: Order = "relevance",
        within: float | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Results:
        """Return the hits of `query`, at most `limit` of them; an empty query has none. See `Engine`."""
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

    def tally(self, query: Query, cancelled: Callable[[], bool] = lambda: False) -> Tally:
        """Return who says what `query` looks for; see `Engine`."""
        return tally(self.search(query, cancelled=cancelled).hits)

    def before(self, hit: Hit) -> Spoken | None:
        """Return the turn before that of `hit`; see `Engine`."""
        piece = next((each for each in self.snapshot.pieces if each.label.id == hit.piece.id), None)
        transcript = self._originals.get(hit.piece.id, piece.path) if piece else None
        if transcript is None or hit.turn is None or hit.turn < 2:
            return None
        turn = transcript.turns[hit.turn - 2]
        return Spoken(turn.shown_label, turn.text)

    def near_words(self, term: Term) -> tuple[tuple[str, int], ...]:
        """Return words of the library that resemble `term`; see `Engine`."""
        from roundtable_tui.search.near import near_forms

        forms = near_forms(term, self.snapshot.words, self.snapshot.pieces, lambda: False)
        return tuple((form.text, form.pieces) for form in forms)

    def _sieve(self, query: Query) -> Sieve:
        voices = self._corpus.snapshot.voices if query.filters.narrow_voices else ()
        return Sieve(query.filters, voices)
