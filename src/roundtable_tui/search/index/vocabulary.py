"""How many rows hold each word of the library."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.search.index.records import checksum
from roundtable_tui.search.readings.words import decode
from roundtable_tui.search.vocabulary.words import vocabulary_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from roundtable_tui.search.index.records import StoredRow

Counts = Counter[tuple[str, str]]
"""Rows that more (or, below 0, fewer) hold each word, by the folded word and its reading."""

_ADD = "INSERT INTO word VALUES (?, ?, ?, ?) ON CONFLICT (word, reading) DO UPDATE SET count = count + excluded.count"


def forget_words(counts: Counts, rows: Iterable[StoredRow]) -> None:
    """Take the words of rows that go out of `counts`; those that the second pass has not seen were never in."""
    for row in rows:
        if row.words is not None:
            counts.subtract({*vocabulary_words(row.text, decode(row.words))})


def recount(database: sqlite3.Connection, rows: Iterable[StoredRow]) -> None:
    """Count the words of all `rows` anew: what was counted for a row is not known where it is not sound any more."""
    counts: Counts = Counter()
    forget_words(counts, rows)
    database.execute("DELETE FROM word")
    write_counts(database, Counter({word: -count for word, count in counts.items()}))


def write_counts(database: sqlite3.Connection, counts: Counts) -> None:
    """Add `counts` to those in the file; a word that no row holds any more goes."""
    changed = sorted((word, reading, count) for (word, reading), count in counts.items() if count)
    database.executemany(_ADD, [(*each, checksum(each[:2])) for each in changed])
    fewer = [each[:2] for each in changed if each[2] < 0]
    database.executemany("DELETE FROM word WHERE word = ? AND reading = ? AND count <= 0", fewer)
