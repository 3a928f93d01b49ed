"""The engine: an index on disk says which rows may hold the words, and a look at each row says which do."""

from __future__ import annotations

from _thread import allocate_lock
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING

from roundtable_tui.library.scan import signature
from roundtable_tui.search.engine import Results, Spoken
from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.index.cache import Cache
from roundtable_tui.search.index.records import packed_name
from roundtable_tui.search.known import Known
from roundtable_tui.search.lookup import Cancelled, Lookup, candidates
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.present import present
from roundtable_tui.search.shared_words import SharedWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from roundtable_tui.library.library import Library
    from roundtable_tui.library.scan import Stamp
    from roundtable_tui.model.person import Person
    from roundtable_tui.search.engine import Order
    from roundtable_tui.search.first_hits import FirstHits
    from roundtable_tui.search.found import Found
    from roundtable_tui.search.frequency import Frequency
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.index.alone import Alone
    from roundtable_tui.search.index.passes import Progress
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.patterns.fit import Pattern
    from roundtable_tui.search.query import Query, Term
    from roundtable_tui.search.record import Record
    from roundtable_tui.search.tally import Tally

_KEPT = 4
"""Searches whose rows are kept, so that counting and going on do not search again."""

Answer = tuple["Found", "list[list[Pattern]]"]
"""What a search found, and the patterns that it looked for."""


class IndexEngine:
    """Answers queries over `library` from its index; implements `Engine`.

    The index lies in `folder`, or in the platform's cache folder; `warn` is told, in a line, what is wrong with it.
    A `brief` one is made for a search or two, and reads no more of the index than they need.
    """

    def __init__(
        self,
        library: Library,
        folder: str | PathLike[str] | None = None,
        warn: Callable[[str], None] = lambda message: None,
        *,
        brief: bool = False,
    ) -> None:
        self._library = library
        self.cache = Cache(library.folder, folder, warn)
        self._kept: OrderedDict[tuple[Query, Known], Answer] = OrderedDict()
        self._lock = allocate_lock()
        self._words = SharedWords()
        self._alone: Alone | None = None
        self._brief = brief
        self._total = 0

    def fill(
        self,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Progress = lambda done, total, stage: None,
    ) -> bool:
        """Bring the index up to date; see `Engine`. `progress` is told (done, total, which pass)."""
        from roundtable_tui.search.index.update import update
        from roundtable_tui.search.readings.analyser import find_analyser

        def told(done: int, total: int, stage: str) -> None:
            self._total = total
            progress(done, total, stage)

        return update(self._library, self.cache, find_analyser, cancelled, told)

    def prepare(self) -> None:
        """Read what would hold up the first search for a misspelt word; see `Engine`."""
        self.cache.read(self._words.read)

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

        def work(reader: Reader) -> Results:
            searched, unreadable = _progress(reader)
            pieces = max(searched, self._total)
            try:
                found, words = self._found(reader, query, within, cancelled)
            except Cancelled:
                return Results(query, (), 0, searched, pieces, unreadable, stopped=True)
            known = self._knows(reader)
            total = len(found)
            fits = dict(found.best(limit, order, known.ages(found.pieces())))
            hits = [
                hit for row in reader.rows(fits) if (hit := present(row, fits[row.id], query, words, known)) is not None
            ]
            total -= len(fits) - len(hits)
            return Results(query, tuple(hits), total, searched, pieces, unreadable, complete=found.complete)

        return self.cache.read(work)

    def search_piece(
        self,
        query: Query,
        piece: str,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        first: FirstHits | None = None,
    ) -> tuple[Hit, ...]:
        """Return every hit of `query` in the piece with that id, in reading order; see `Engine`.

        Spellings with errors come only where there is nothing better. A piece that the index has not come to, or that
        changed since, is read now; one that is not there or cannot be opened has no hits.
        """
        try:
            path = self._library.path(piece)
        except OSError:
            path = None
        stamp = None if path is None else signature(path)
        try:
            found = self.cache.read(lambda reader: self._in_piece(reader, query, piece, stamp, cancelled, first))
            if found is None and path is not None:
                with self._alone_now().reader(str(path), piece, stamp) as reader:
                    found = self._in_piece(reader, query, piece, None, cancelled, first)
        except Cancelled:
            return ()
        return found or ()

    def _in_piece(
        self,
        reader: Reader,
        query: Query,
        piece: str,
        stamp: Stamp | None,
        cancelled: Callable[[], bool],
        first: FirstHits | None,
    ) -> tuple[Hit, ...] | None:
        """The hits of `query` in a piece, or None where `reader` does not know it as its file is now: with `stamp`."""
        known = self._knows(reader)
        number = reader.database.execute("SELECT id FROM piece WHERE piece = ?", (packed_name(piece),)).fetchone()
        stored = known.piece(number[0]) if number else None
        if stored is None or stamp not in (None, stored.stamp):
            return None
        lookup = Lookup(query, reader, known, cancelled=cancelled)
        fits = lookup.in_piece(stored.id)

        def shown(rows: Iterable[int]) -> Iterator[Hit]:
            for number in rows:
                if cancelled():
                    raise Cancelled
                for row in reader.rows((number,)):
                    if (hit := present(row, fits[row.id], query, lookup.words, known)) is not None:
                        yield hit

        if first is not None and len(fits) > first.most:
            rows = list(fits)
            start = first.start(rows, reader)
            first.arrived(len(rows), start, tuple(shown(rows[start : start + first.most])))
        return tuple(shown(fits))

    def _alone_now(self) -> Alone:
        """What keeps the index of one piece; what makes it is loaded when the first is needed."""
        from roundtable_tui.search.index.alone import Alone

        with self._lock:
            if self._alone is None:
                self._alone = Alone()
            return self._alone

    def tally(self, query: Query, cancelled: Callable[[], bool] = lambda: False) -> Tally:
        """Return who says what `query` looks for; see `Engine`. Of a search that was cancelled there is nothing."""

        from roundtable_tui.search.tally import tally_of_counts

        def work(reader: Reader) -> Tally:
            try:
                found, _ = self._found(reader, query, None, cancelled)
            except Cancelled:
                return tally_of_counts({})
            known = self._knows(reader)
            counts: Counter[tuple[str, str, str, str]] = Counter()
            for (number, voice), count in found.counts.items():
                piece = known.piece(number)
                stored = None if voice is None else known.voice(voice)
                person = stored.person() if stored else None
                who = person.full_name if person else stored.label if stored else ""
                issue = "" if piece is None or piece.issue is None else str(piece.issue)
                year = piece.held[:4] if piece else ""
                counts[who, person.role if person else "", issue, year] += count
            return tally_of_counts(counts)

        return self.cache.read(work)

    def record(
        self,
        person: Person,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Record:
        """Return what is known of `person`; see `Engine`."""
        from roundtable_tui.search.record import record_of

        return self.cache.read(lambda reader: record_of(reader, self._knows(reader), person, cancelled, progress))

    def frequencies(self, query: Query, cancelled: Callable[[], bool] = lambda: False) -> tuple[Frequency, ...]:
        """Return how often `query` is said in every piece, oldest first; see `Engine`. Nothing once it is cancelled."""
        from roundtable_tui.search.frequency import Frequency, said

        def check() -> None:
            if cancelled():
                raise Cancelled

        def work(reader: Reader) -> tuple[Frequency, ...]:
            try:
                found, words = self._found(reader, query, None, cancelled)
                times, turns = said(found, reader, words, check)
            except Cancelled:
                return ()
            pieces = [piece for piece in reader.pieces().values() if piece.readable]
            ages = self._knows(reader).ages(piece.id for piece in pieces)
            pieces.sort(key=lambda piece: ages[piece.id])
            return tuple(
                Frequency(piece.label, piece.date, times[piece.id], turns[piece.id], piece.characters)
                for piece in pieces
            )

        return self.cache.read(work)

    def before(self, hit: Hit) -> Spoken | None:
        """Return the turn before that of `hit`; see `Engine`."""
        turn = hit.turn
        if turn is None or turn < 2:
            return None

        def work(reader: Reader) -> Spoken | None:
            query = """SELECT row.id FROM piece JOIN row ON row.id >= piece.first AND row.id < piece.last
                WHERE piece.piece = ? AND row.turn = ? AND row.field = ?"""
            asked = (packed_name(hit.piece.id), turn - 1, FIELDS.index("text"))
            number = reader.database.execute(query, asked).fetchone()
            rows = reader.rows(number) if number else []
            return Spoken(rows[0].label, rows[0].text) if rows else None

        return self.cache.read(work)

    def around(self, hit: Hit, turns: int) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
        """Return up to so many `turns` before and after that of `hit`; none for a hit outside turns."""
        at = hit.turn
        if at is None or not turns:
            return (), ()

        def work(reader: Reader) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
            query = """SELECT row.id FROM piece JOIN row ON row.id >= piece.first AND row.id < piece.last
                WHERE piece.piece = ? AND row.turn BETWEEN ? AND ? AND row.field = ? ORDER BY row.id"""
            asked = (packed_name(hit.piece.id), at - turns, at + turns, FIELDS.index("text"))
            rows = reader.rows([number for (number,) in reader.database.execute(query, asked)])
            spoken = [(row.turn or 0, Spoken(row.label, row.text)) for row in rows]
            return tuple(each for turn, each in spoken if turn < at), tuple(each for turn, each in spoken if turn > at)

        return self.cache.read(work)

    def near_words(self, term: Term) -> tuple[tuple[str, int], ...]:
        """Return words that resemble `term` or stand in it, as printed, each with how many turns hold it."""

        def work(reader: Reader) -> tuple[tuple[str, int], ...]:
            known = self._knows(reader)
            found = known.near(term.folded) or known.near_reading(term.text) or known.inside(term.folded)
            return tuple((_as_printed(near.word, reader), near.count) for near in found)

        return self.cache.read(work)

    def close(self) -> None:
        """Close the index."""
        self.cache.close()
        if self._alone is not None:
            self._alone.close()

    def _knows(self, reader: Reader) -> Known:
        """What is known of the index as `reader` sees it now."""
        version = reader.version()
        if reader.known is None or reader.known[0] != version:
            reader.known = version, Known(reader, self._words, brief=self._brief)
        return reader.known[1]

    def _found(self, reader: Reader, query: Query, within: float | None, cancelled: Callable[[], bool]) -> Answer:
        """What `query` finds, kept from the last time where nobody has written since. Raises Cancelled."""
        known = self._knows(reader)
        key = query, known
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            lookup = Lookup(query, reader, known, within=within, cancelled=cancelled)
            kept = lookup.find(), lookup.words
            if kept[0].complete:
                with self._lock:
                    self._kept[key] = kept
                    while len(self._kept) > _KEPT:
                        self._kept.popitem(last=False)
        return kept


def _progress(reader: Reader) -> tuple[int, int]:
    """How many files were read, and how many of them cannot be opened."""
    read, opened = reader.database.execute("SELECT count(*), total(readable) FROM piece").fetchone()
    return read, read - int(opened)


def _as_printed(word: str, reader: Reader) -> str:
    """A folded word as the newest row that holds it has it."""
    spelling = Spelling(word, whole=True)
    for row in candidates(reader, [spelling.ask()]):
        text = RowText(row.text, row.words)
        for start, end in spelling.spans(text):
            return row.text[start:end]
    return word
