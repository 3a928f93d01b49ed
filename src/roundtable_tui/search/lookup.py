"""One query over the index: what is asked of it, and which of its answers hold."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.found import Found
from roundtable_tui.search.gate import Gate
from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.patterns.asking import ask_any
from roundtable_tui.search.patterns.fit import PERFECT
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.wanted import last_patterns, patterns, spellings, wider_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.known import Known
    from roundtable_tui.search.patterns.fit import Fit, Pattern
    from roundtable_tui.search.query import Query

ROOM = 20
"""Mixtures and slips are looked for only while there are fewer hits, and only for words that are found less often."""

_TEXT = FIELDS.index("text")
_EVERY = 8
"""Rows between two looks at the clock."""
_PATIENCE = 6
"""How many times as long as it was given a search goes on that has found nothing."""
_STEPS = 4000
"""Steps of SQLite between two."""

Wanted = list["Pattern"]
"""The patterns of one word of a query, the better tiers first."""


class Candidate(NamedTuple):
    """A row that may be a hit, as `StoredRow` has it; nobody has looked at its checksum."""

    id: int
    piece: int
    field: int
    voice: int | None
    section: int | None
    text: str
    words: bytes | None


_COLUMNS = ", ".join(f"row.{name}" for name in Candidate._fields)


class Cancelled(Exception):  # noqa: N818
    """The search is not wanted any more."""


class Lookup:
    """Looks for `query` with `reader`, for `within` seconds at most, or until `cancelled` says so."""

    def __init__(
        self,
        query: Query,
        reader: Reader,
        known: Known,
        *,
        within: float | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._query = query
        self._reader = reader
        self._known = known
        now = monotonic()
        self._until = None if within is None else now + within
        self._patience = None if within is None else now + within * _PATIENCE
        self._cancelled = cancelled
        self._hurried = False
        self._gate = Gate(query.filters, reader, known)
        self._unwanted = [spellings(term, known) for term in query.unwanted]
        self.words: list[Wanted] = [patterns(term, known) for term in query.wanted]

    def find(self) -> Found:
        """Return the rows that hold all words, by the better tiers, or by all tiers where those leave room.

        Raises Cancelled. What is not complete is what the time was enough for, newest pieces first.
        """
        if not self._query or self._gate.closed:
            found = Found()
            found.complete = True
            return found
        found = self._rows_with(self.words)
        if found.complete and len(found) < ROOM and self._widen():
            found = self._more_than(found)
        if found.complete and not len(found) and self._widen_once_more():
            found = self._more_than(found)
        if self._hurried:
            if self._cancelled():
                raise Cancelled
            found.complete = False
        return found

    def _more_than(self, before: Found) -> Found:
        """Search again after widening; where the time is up before all is found anew, what was found before stays."""
        found = self._rows_with(self.words)
        if not found.complete and len(before):
            before.complete = False
            return before
        return found

    def in_piece(self, number: int) -> dict[int, Fit]:
        """Return the rows of the piece with that number that hold all words, in reading order, with their fits.

        Tiers are as in `find`, but there is room for the wider ones only where there is nothing else. Raises Cancelled.
        """
        piece = self._known.piece(number)
        if piece is None or not self._query or self._gate.closed:
            return {}
        for widen in (None, self._widen, self._widen_once_more):
            if widen is not None and not widen():
                continue
            found = self._fits_between(piece.first, piece.last)
            if found:
                return found
        return {}

    def _fits_between(self, first: int, last: int) -> dict[int, Fit]:
        """The rows [first, last), which are of one piece, that fit, in order."""
        found: dict[int, Fit] = {}
        asked = [ask_any([pattern.ask() for pattern in wanted]) for wanted in self.words]
        for count, row in enumerate(candidates(self._reader, asked, (first, last))):
            if not count % _EVERY and self._cancelled():
                raise Cancelled
            if self._gate.passes(row.piece, row.voice, row.section):
                fit = self._fit(RowText(row.text, row.words), row.field)
                if fit is not None:
                    found[row.id] = fit
        return dict(reversed(found.items()))

    def _widen(self) -> bool:
        """Add the patterns of wider search to the words that are not common; return whether there were any."""
        wider = False
        for number, term in enumerate(self._query.wanted):
            more = [] if self._is_common(number) else wider_patterns(term, self._known)
            self.words[number] = sorted([*self.words[number], *more], key=lambda pattern: pattern.best)
            wider = wider or bool(more)
        return wider

    def _widen_once_more(self) -> bool:
        """Add the patterns of last resort; return whether there were any."""
        last = [last_patterns(term, self._known) for term in self._query.wanted]
        for wanted, more in zip(self.words, last, strict=True):
            wanted += more
        return any(last)

    def _is_common(self, number: int) -> bool:
        """Whether a word alone is found often enough; a single word, which is not, was looked for already."""
        if len(self.words) == 1 and not self._query.filters:
            return False
        common = Found()
        for count, row in enumerate(self._candidates([self.words[number]], filtered=False)):
            fit = _best(self.words[number], RowText(row.text, row.words))
            if fit is not None:
                common.add(row.id, row.piece, row.voice, fit)
            if len(common) >= ROOM:
                return True
            if not count % _EVERY and self._is_over(common):
                self._hurried = True
                return True
        return False

    def _rows_with(self, words: Sequence[Wanted]) -> Found:
        import sqlite3

        found = Found()
        passes, fit_of = self._gate.passes, self._fit
        self._reader.database.set_progress_handler(lambda: self._is_over(found), _STEPS)
        try:
            for count, row in enumerate(self._candidates(words)):
                if passes(row.piece, row.voice, row.section):
                    fit = fit_of(RowText(row.text, row.words), row.field)
                    if fit is not None:
                        found.add(row.id, row.piece, row.voice, fit)
                if not count % _EVERY and self._is_over(found):
                    break
            else:
                found.complete = True
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                raise
        finally:
            self._reader.database.set_progress_handler(None, 0)
        if self._cancelled():
            raise Cancelled
        return found

    def _is_over(self, found: Found) -> bool:
        until = self._until if len(found) else self._patience
        return self._cancelled() or (until is not None and monotonic() > until)

    def _fit(self, row: RowText, field: int) -> Fit | None:
        """How a row fits the whole query."""
        fit = PERFECT
        for wanted in self.words:
            own = _best(wanted, row)
            if own is None:
                return None
            fit = fit.with_word(own)
        if not self.words and field != _TEXT:
            return None
        for unwanted in self._unwanted:
            if _best(unwanted, row) is not None:
                return None
        return fit

    def _candidates(self, words: Sequence[Wanted], *, filtered: bool = True) -> Iterator[Candidate]:
        """Yield the rows that may hold all `words`, newest piece first."""
        asked: list[str | None] = [ask_any([pattern.ask() for pattern in wanted]) for wanted in words]
        return candidates(self._reader, [*asked, *(self._gate.ask() if filtered else ())])


def candidates(
    reader: Reader, asked: Iterable[str | None], between: tuple[int, int] = (0, (1 << 63) - 1)
) -> Iterator[Candidate]:
    """Yield the rows that answer to all of the FTS5 expressions `asked`, newest piece first; every row to None.

    Only those whose numbers lie in [start, end) of `between`. What can be no row is left out, and the reader is told to
    doubt it.
    """
    expressions = list(filter(None, asked))
    if expressions and reader.has_grams:
        query = f"""SELECT {_COLUMNS} FROM gram CROSS JOIN row ON row.id = gram.rowid
            WHERE gram MATCH ? AND gram.rowid >= ? AND gram.rowid < ? ORDER BY gram.rowid DESC"""
        rows = reader.database.execute(query, (" AND ".join(expressions), *between))
    else:
        query = f"SELECT {_COLUMNS} FROM row WHERE id >= ? AND id < ? ORDER BY id DESC"
        rows = reader.database.execute(query, between)
    for row in map(Candidate._make, rows):
        if _is_whole(row):
            yield row
        else:
            reader.rows((row.id,))


def _is_whole(row: Candidate) -> bool:
    """Whether the columns of a row, at whose checksum nobody has looked, are of their kinds."""
    numbers = type(row.piece) is int is type(row.field)
    places = (row.voice is None or type(row.voice) is int) and (row.section is None or type(row.section) is int)
    return numbers and places and type(row.text) is str and (row.words is None or type(row.words) is bytes)


def _best(wanted: Wanted, row: RowText) -> Fit | None:
    """The best fit of any of the patterns of one word."""
    best: Fit | None = None
    for pattern in wanted:
        if best is not None and pattern.best > best.tier:
            break
        fit = pattern.fit(row)
        if fit is not None and (best is None or fit < best):
            best = fit
    return best
