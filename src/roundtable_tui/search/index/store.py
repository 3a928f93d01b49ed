"""Writing pieces: each as a whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from roundtable_tui.library.order import age
from roundtable_tui.search.index.doubt import put_piece
from roundtable_tui.search.index.grams import Change, first_tokens, gone, make_changes
from roundtable_tui.search.index.layout import Layout, Range
from roundtable_tui.search.index.reader import Reader
from roundtable_tui.search.index.records import StoredRow, StoredVoice, checksum, row_checksum
from roundtable_tui.search.index.schema import ROW, VOICE
from roundtable_tui.search.index.vocabulary import Counts, forget_words, recount, write_counts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.library.order import Age
    from roundtable_tui.search.index.prepare import Prepared
    from roundtable_tui.search.index.records import Name, StoredPiece

_INSERT_ROW = f"INSERT INTO row VALUES ({', '.join('?' * len(ROW))})"
_INSERT_VOICE = f"INSERT INTO voice VALUES ({', '.join('?' * len(VOICE))})"


class Store:
    """The writing side of one connection; what it remembers is read again whenever somebody else has written."""

    def __init__(self, database: sqlite3.Connection, has_grams: bool) -> None:
        self.database = database
        self.has_grams = has_grams
        self.reader = Reader(database, has_grams, lambda row: None)
        self.miscounted = False
        self.pieces: dict[int, StoredPiece] = {}
        self._by_name: dict[Name, int] = {}
        self._voices: dict[tuple[object, ...], int] = {}
        self._layout = Layout(())
        self._version = -1
        self._last_piece = self._last_voice = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the right to write; all of what is written inside is kept, or nothing. Raises DamagedError."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            self.refresh()
            yield
            self.database.execute("COMMIT")
        except BaseException:
            self._version = -1
            if self.database.in_transaction:
                self.database.execute("ROLLBACK")
            raise

    def refresh(self) -> None:
        """Read what is there unless nothing has changed. Raises DamagedError where a piece or a voice is not sound."""
        version = self.reader.version()
        if version == self._version:
            return
        pieces, voices = self.reader.pieces(), self.reader.voices()
        self.pieces = pieces
        self._by_name = {piece.name: piece.id for piece in pieces.values()}
        self._voices = {voice[1:]: voice.id for voice in voices.values()}
        self._last_piece, self._last_voice = max(pieces, default=0), max(voices, default=0)
        self._layout = Layout(
            Range(age_of(piece), piece.id, piece.first, piece.last) for piece in pieces.values() if piece.last
        )
        self._version = version

    def named(self, name: Name) -> StoredPiece | None:
        """Return the piece of the file called `name`."""
        number = self._by_name.get(name)
        return None if number is None else self.pieces[number]

    def put(self, record: StoredPiece) -> None:
        """Write the record of a piece that keeps its rows; call it within a transaction, like all below."""
        put_piece(self.database, record)
        self.pieces[record.id] = record

    def replace(self, files: Sequence[Prepared], gone_names: Iterable[Name] = ()) -> None:
        """Put `files` in the place of what was there under their names, and take out `gone_names`."""
        changes: list[Change] = []
        counts: Counts = Counts()
        for name in (*gone_names, *(file.record.name for file in files)):
            changes += self._remove(name, counts)
        for file in files:
            changes += self._add(file)
        if self.has_grams:
            make_changes(self.database, changes)
        write_counts(self.database, counts)

    def tidy(self) -> None:
        """Take out the voices that no piece has any more, and count the words anew where that is needed."""
        if self.miscounted:
            recount(self.database, self.reader.all_rows())
            self.miscounted = False
        gone = self.database.execute("DELETE FROM voice WHERE id NOT IN (SELECT voice FROM heard)").rowcount
        if gone:
            self._version = -1

    def checkpoint(self) -> None:
        """Put what stands in the log into the file, and empty it unless a reader needs it: nobody is waited for."""
        patience = self.database.execute("PRAGMA busy_timeout").fetchone()[0]
        self.database.execute("PRAGMA busy_timeout = 0")
        for how in ("PASSIVE", "TRUNCATE"):
            self.database.execute(f"PRAGMA wal_checkpoint({how})").fetchall()
        self.database.execute(f"PRAGMA busy_timeout = {patience}")

    def _remove(self, name: Name, counts: Counts) -> list[Change]:
        """Take the piece of a file out; return the tokens that go with it. Doubtful rows leave theirs behind."""
        piece = self.named(name)
        if piece is None:
            return []
        rows = self.reader.rows_of(piece)
        self.miscounted |= len(rows) < piece.last - piece.first
        forget_words(counts, rows)
        self.database.execute("DELETE FROM row WHERE id >= ? AND id < ?", (piece.first, piece.last))
        self.database.execute("DELETE FROM heard WHERE piece = ?", (piece.id,))
        self.database.execute("DELETE FROM piece WHERE id = ?", (piece.id,))
        self._layout.remove(piece.id)
        del self.pieces[piece.id], self._by_name[name]
        return [gone(row) for row in rows] if self.has_grams else []

    def _add(self, file: Prepared) -> list[Change]:
        """Write a file that is not there; return the tokens that come with it."""
        record = file.record
        number = self._last_piece = self._last_piece + 1
        first = self._layout.place(age_of(record), number, len(file.rows)) if file.rows else 0
        record = record._replace(id=number, first=first, last=first + len(file.rows))
        self.put(record)
        self._by_name[record.name] = number
        voices = [self._voice(voice) for voice in file.voices]
        self.database.executemany("INSERT INTO heard VALUES (?, ?)", [(number, voice) for voice in voices])
        rows = [
            StoredRow(at, number, row.field, row.turn, None if row.voice is None else voices[row.voice], *row[3:], None)
            for at, row in enumerate(file.rows, first)
        ]
        self.database.executemany(_INSERT_ROW, [(*row, row_checksum(row)) for row in rows])
        return [Change(row.id, True, first_tokens(row)) for row in rows] if self.has_grams else []

    def _voice(self, voice: StoredVoice) -> int:
        """Return the number of a voice, written where it is new."""
        key = voice[1:]
        if key not in self._voices:
            self._last_voice += 1
            numbered = voice._replace(id=self._last_voice)
            self.database.execute(_INSERT_VOICE, (*numbered, checksum(numbered)))
            self._voices[key] = numbered.id
        return self._voices[key]


def age_of(piece: StoredPiece) -> Age:
    """Return the key by which pieces lie one above the other."""
    label = piece.label
    return age(piece.held, piece.published, label.issue, label.part, label.id)
