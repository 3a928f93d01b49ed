"""Reading the index: only what its checksum vouches for comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.search.index.connect import DamagedError
from roundtable_tui.search.index.records import StoredPiece, StoredRow, StoredVoice, checksum, row_checksum
from roundtable_tui.search.index.schema import PIECE, ROW, VOICE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roundtable_tui.search.known import Known
    from roundtable_tui.search.vocabulary.bounds import Bounds

_PIECES = f"SELECT {', '.join(PIECE)} FROM piece"
_VOICES = f"SELECT {', '.join(VOICE)} FROM voice"
_WORDS = "SELECT word, reading, count, crc FROM word "
_ROWS = f"SELECT {', '.join(ROW)} FROM row"


class Reader:
    """One read-only connection. `doubt` is told the number of each row that is not what was written.

    Every method raises sqlite3.DatabaseError where the file is damaged, and some DamagedError; whoever came through
    `Cache.read` leaves that to it. A row whose piece or voice is not among `pieces` and `voices` is not to be shown.
    `known` is for what is known of a `version`, kept for as long as the connection.
    """

    def __init__(self, database: sqlite3.Connection, has_grams: bool, doubt: Callable[[int], None]) -> None:
        self.database = database
        self.has_grams = has_grams
        self._doubt = doubt
        self.known: tuple[int, Known] | None = None

    def version(self) -> int:
        """Return a number that changes whenever somebody has written; it means nothing to another reader."""
        number: int = self.database.execute("PRAGMA data_version").fetchone()[0]
        return number

    def pieces(self) -> dict[int, StoredPiece]:
        """Return every piece by its number, those that cannot be opened among them. Raises DamagedError."""
        return {piece[0]: StoredPiece._make(piece) for piece in self._all_sound(_PIECES)}

    def voices(self) -> dict[int, StoredVoice]:
        """Return every voice by its number. Raises DamagedError."""
        return {voice[0]: StoredVoice._make(voice) for voice in self._all_sound(_VOICES)}

    def piece(self, number: int) -> StoredPiece | None:
        """Return the piece with that number; None where there is none or it is doubtful."""
        values = self.database.execute(_PIECES + " WHERE id = ?", (number,)).fetchone()
        return StoredPiece._make(values[:-1]) if values and values[-1] == checksum(values[:-1]) else None

    def voice(self, number: int) -> StoredVoice | None:
        """Return the voice with that number; None where there is none or it is doubtful."""
        values = self.database.execute(_VOICES + " WHERE id = ?", (number,)).fetchone()
        return StoredVoice._make(values[:-1]) if values and values[-1] == checksum(values[:-1]) else None

    def rows(self, ids: Iterable[int]) -> list[StoredRow]:
        """Return the rows with these numbers, in their order; what is gone by now or doubtful is left out."""
        execute = self.database.execute
        found = (execute(_ROWS + " WHERE id = ?", (number,)).fetchone() for number in ids)
        return list(self._sound(values for values in found if values is not None))

    def rows_of(self, piece: StoredPiece) -> list[StoredRow]:
        """Return the rows of a piece in reading order, without doubtful ones."""
        return list(self._rows_between(piece.first, piece.last))

    def all_rows(self) -> Iterator[StoredRow]:
        """Yield every row, newest piece first (its last row first): for a search that has no grams to ask."""
        return self._sound(self.database.execute(_ROWS + " ORDER BY id DESC"))

    def words(self, first: str = "") -> Iterator[tuple[str, str, int]]:
        """Yield the vocabulary as (folded word, collapsed reading or '', number of rows that hold it).

        With `first` only the words that begin with that letter.
        """
        last = _after(first) if first else "\U0010ffff"
        return self._words("WHERE word >= ? AND word < ?", (first, last))

    def words_within(self, bounds: Bounds, *, by_reading: bool = False) -> Iterator[tuple[str, str, int]]:
        """Yield the vocabulary as `words` does: the words within `bounds`, or those that have a reading within them."""
        least, most, firsts, lasts = bounds
        if by_reading:
            # With all the other readings of such a word.
            query = """WHERE word IN (SELECT word FROM word
                WHERE length(reading) BETWEEN ? AND ? AND (instr(?, substr(reading, 1, 1))))"""
            yield from self._words(query, (least, most, firsts))
        elif lasts:
            query = """WHERE length(word) BETWEEN ? AND ?
                AND (instr(?, substr(word, 1, 1)) OR instr(?, substr(word, -1)))"""
            yield from self._words(query, (least, most, firsts, lasts))
        else:
            for first in {*firsts}:
                query = "WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
                yield from self._words(query, (first, _after(first), least, most))

    def is_word(self, folded: str) -> bool:
        """Return whether the vocabulary has a folded word."""
        return next(self._words("WHERE word = ?", (folded,)), None) is not None

    def _words(self, condition: str, asked: Sequence[object]) -> Iterator[tuple[str, str, int]]:
        for word, reading, count, crc in self.database.execute(_WORDS + condition, asked):
            if crc == checksum((word, reading)):
                yield word, reading, count

    def _all_sound(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield what `query` finds without the checksums at its end; without one of them the rest says little."""
        for values in self.database.execute(query):
            if values[-1] != checksum(values[:-1]):
                raise DamagedError("a piece or a voice is not what was written")
            yield values[:-1]

    def _rows_between(self, first: int, last: int) -> Iterator[StoredRow]:
        query = _ROWS + " WHERE id >= ? AND id < ? ORDER BY id"
        return self._sound(self.database.execute(query, (first, last)))

    def _sound(self, rows: Iterable[Sequence[object]]) -> Iterator[StoredRow]:
        for values in rows:
            if values[-1] == row_checksum(values):
                yield StoredRow._make(values[:-1])
            elif isinstance(values[0], int):
                self._doubt(values[0])


def _after(letter: str) -> str:
    """The letter after `letter`."""
    return chr(min(ord(letter) + 1, 0x10FFFF))
