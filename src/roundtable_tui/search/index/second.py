"""The second pass: how the rows sound, and the words of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.grams import edge_tokens
from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.index.grams import Change, make_changes, second_tokens
from roundtable_tui.search.index.records import row_checksum
from roundtable_tui.search.index.vocabulary import Counts, count_words, forget_words, write_counts
from roundtable_tui.search.readings.given import stated_readings
from roundtable_tui.search.readings.read import read
from roundtable_tui.search.readings.words import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.model import Participant
    from roundtable_tui.search.index.records import StoredPiece, StoredRow, StoredVoice
    from roundtable_tui.search.index.store import Store
    from roundtable_tui.search.readings.analyser import Analyser

_SPEAKER = FIELDS.index("speaker")
_UPDATE = "UPDATE row SET words = ?, crc = ? WHERE id = ?"


class ReadPiece:
    """The rows of a piece before and after they were read; made outside a transaction, which it may take long."""

    def __init__(
        self, piece: StoredPiece, rows: list[StoredRow], voices: dict[int, StoredVoice], analyser: Analyser | None
    ) -> None:
        self.piece = piece
        self.complete = len(rows) == piece.last - piece.first
        self.before = rows
        stated = stated_readings(_participants(rows, voices), (row.text for row in rows), analyser)
        self._words = [read(row.text, analyser, stated) for row in rows]
        self.after = [row._replace(words=encode(words)) for row, words in zip(rows, self._words, strict=True)]

    def changes(self) -> Iterator[Change]:
        """Yield the tokens that go and come."""
        for before, after, words in zip(self.before, self.after, self._words, strict=True):
            if before.words is not None and (old := second_tokens(before)):
                yield Change(before.id, False, old)
            if tokens := edge_tokens(after.text, words):
                yield Change(after.id, True, tokens)

    def count(self, counts: Counts) -> None:
        """Count the words that go and come."""
        forget_words(counts, self.before)
        for row, words in zip(self.after, self._words, strict=True):
            count_words(counts, row.text, words, 1)


def write_readings(store: Store, pieces: Iterable[ReadPiece], analyser: str) -> None:
    """Write what was read in one transaction; a piece that has changed meanwhile is left as it is."""
    with store.transaction():
        current = [each for each in pieces if store.pieces.get(each.piece.id) == each.piece]
        counts: Counts = Counts()
        for each in current:
            each.count(counts)
            values = [(row.words, row_checksum(row), row.id) for row in each.after]
            store.database.executemany(_UPDATE, values)
            # Rows that were not sound have no readings: the file is read again.
            sound = each.piece if each.complete else each.piece._replace(settled=0, hash=b"")
            store.put(sound._replace(readings=analyser))
        if store.has_grams:
            make_changes(store.database, (change for each in current for change in each.changes()))
        write_counts(store.database, counts)


def _participants(rows: Iterable[StoredRow], voices: dict[int, StoredVoice]) -> list[Participant]:
    """The participants of a piece in the order of its list."""
    listed = [row.voice for row in rows if row.field == _SPEAKER and row.voice is not None]
    people = (voices[number].person() for number in listed if number in voices)
    return [person for person in people if person]
