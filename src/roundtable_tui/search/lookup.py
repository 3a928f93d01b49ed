"""One query over one snapshot: what it finds, in which order, and the hits it comes to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from roundtable_tui.search.form import TIERS, Form
from roundtable_tui.search.matching import rows_with_all
from roundtable_tui.search.present import present

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.corpus import Snapshot
    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.form import Fit
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.matching import Word
    from roundtable_tui.search.originals import Originals
    from roundtable_tui.search.query import Query, Term
    from roundtable_tui.search.sieve import Sieve

Place = tuple[int, int]
"""A hit before it is shown: the piece's index in the snapshot, and the row in the piece."""


class Cancelled(Exception):  # noqa: N818
    """The search is not wanted any more."""


class Lookup:
    """Looks for `query` in `snapshot`; `total` is the number of hits. An empty query has none.

    Spellings with errors are looked for while there are fewer than `room` hits without, and only for words that are
    themselves found less often than that. Every method raises `Cancelled` soon after `cancelled` says so.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        query: Query,
        sieve: Sieve,
        *,
        room: int,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._snapshot = snapshot
        self._query = query
        self._cancelled = cancelled
        self._sieve = sieve
        self._unwanted = tuple((Form.of(term),) for term in query.unwanted)
        self._words: tuple[Word, ...] = tuple((Form.of(term),) for term in query.wanted)
        self._found = self._places() if query else {}
        if self._count() < room:
            self._widen(room)
        self.total = self._count()

    def hits(self, originals: Originals, order: Order) -> Iterator[Hit]:
        """Yield the hits, best first, or for `date` in the order of the library.

        What has changed on disk meanwhile is left out and no longer counted in `total`. A hit that the original shows
        to be of a lower tier comes when that tier's turn comes.
        """
        if order == "date":
            yield from filter(None, (self._present(originals, place, fit) for place, fit in self._by_date()))
            return
        left = {fit: list(places) for fit, places in self._found.items()}
        while left:
            fit = min(left)
            for place in sorted(left.pop(fit)):
                hit = self._present(originals, place, fit)
                if hit and hit.match != TIERS[fit.tier]:
                    left.setdefault(fit._replace(tier=TIERS.index(hit.match)), []).append(place)
                elif hit:
                    yield hit

    def _by_date(self) -> list[tuple[Place, Fit]]:
        return sorted((place, fit) for fit, places in self._found.items() for place in places)

    def _present(self, originals: Originals, place: Place, fit: Fit) -> Hit | None:
        self._check()
        number, row = place
        piece = self._snapshot.pieces[number]
        transcript = originals.get(piece.label.id, piece.path)
        hit = present(transcript, row, self._query, self._words, fit) if transcript else None
        if hit is None:
            self.total -= 1
        return hit

    def _count(self) -> int:
        return sum(map(len, self._found.values()))

    def _widen(self, room: int) -> None:
        """Look again, for spellings with errors too, where there are any."""
        words = tuple(word + self._near(term, room) for term, word in zip(self._query.wanted, self._words, strict=True))
        if words != self._words:
            self._words = words
            self._found = self._places()

    def _near(self, term: Term, room: int) -> Word:
        from roundtable_tui.search.near import near_forms  # most searches never need it

        if self._is_frequent(term, room):
            return ()
        forms = near_forms(term, self._snapshot.words, self._snapshot.pieces, self._cancelled)
        self._check()
        return forms

    def _is_frequent(self, term: Term, times: int) -> bool:
        count = 0
        for piece in self._snapshot.pieces:
            count += piece.text.count(term.folded)
            if count >= times:
                return True
        return False

    def _places(self) -> dict[Fit, list[Place]]:
        found: dict[Fit, list[Place]] = defaultdict(list)
        self._check()
        for number, piece in enumerate(self._snapshot.pieces):
            if number % 16 == 0:
                self._check()
            passes = self._sieve.rows(piece)
            if passes is None:
                continue
            for row, fit in rows_with_all(piece, self._words, self._unwanted).items():
                if passes(row):
                    found[fit].append((number, row))
        return found

    def _check(self) -> None:
        if self._cancelled():
            raise Cancelled
