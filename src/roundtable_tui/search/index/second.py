"""The second pass: how the rows sound, and the words of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.index.grams import Change, make_changes, second_tokens
from roundtable_tui.search.index.records import row_checksum
from roundtable_tui.search.index.vocabulary import Counts, forget_words, write_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.model import Participant
    from roundtable_tui.search.index.read_rows import RowReading
    from roundtable_tui.search.index.records import StoredPiece, StoredRow, StoredVoice
    from roundtable_tui.search.index.store import Store

_SPEAKER = FIELDS.index("speaker")
_UPDATE = "UPDATE row SET words = ?, crc = ? WHERE id = ?"


class Unread(NamedTuple):
    """A piece that the second pass has to read: its sound rows, and its participants in the order of its list."""

    piece: StoredPiece
    rows: list[StoredRow]
    people: list[Participant]

    @property
    def complete(self) -> bool:
        """Whether every row is what was written."""
        return len(self.rows) == self.piece.last - self.piece.first


class ReadPiece(NamedTuple):
    """A piece, and how each of its rows sounds."""

    unread: Unread
    readings: list[RowReading]

    def changes(self) -> Iterator[Change]:
        """Yield the tokens that go and come."""
        for row, reading in zip(self.unread.rows, self.readings, strict=True):
            if old := second_tokens(row):
                yield Change(row.id, False, old)
            if reading.tokens:
                yield Change(row.id, True, reading.tokens)

    def add_words(self, counts: Counts) -> None:
        """Count the words that go and come."""
        forget_words(counts, self.unread.rows)
        for reading in self.readings:
            counts.update(reading.vocabulary)


def unread(piece: StoredPiece, rows: list[StoredRow], voices: dict[int, StoredVoice]) -> Unread:
    """Return `piece` with its rows, as the second pass takes it."""
    listed = [row.voice for row in rows if row.field == _SPEAKER and row.voice is not None]
    people = (voices[number].person() for number in listed if number in voices)
    return Unread(piece, rows, [person for person in people if person])


def write_readings(store: Store, pieces: Iterable[ReadPiece], analyser: str) -> None:
    """Write what was read in one transaction; a piece that has changed meanwhile is left as it is."""
    with store.transaction():
        current = [each for each in pieces if store.pieces.get(each.unread.piece.id) == each.unread.piece]
        counts: Counts = Counts()
        for each in current:
            each.add_words(counts)
            rows = [
                row._replace(words=reading.words) for row, reading in zip(each.unread.rows, each.readings, strict=True)
            ]
            store.database.executemany(_UPDATE, [(row.words, row_checksum(row), row.id) for row in rows])
            piece = each.unread.piece
            # Rows that were not sound have no readings: the file is read again.
            sound = piece if each.unread.complete else piece._replace(settled=0, hash=b"")
            store.put(sound._replace(readings=analyser))
        if store.has_grams:
            make_changes(store.database, (change for each in current for change in each.changes()))
        write_counts(store.database, counts)
