"""The tokens of rows in the table `gram`, written in the order that FTS5 is quick with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import edge_tokens, filter_tokens, text_tokens
from roundtable_tui.search.readings.words import decode
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from roundtable_tui.search.index.records import StoredRow

_INSERT = "INSERT INTO gram (rowid, b) VALUES (?, ?)"
_DELETE = "INSERT INTO gram (gram, rowid, b) VALUES ('delete', ?, ?)"


class Change(NamedTuple):
    """The tokens of one row that go or come; of two changes of one row, the one that sorts first is made first."""

    row: int
    comes: bool
    tokens: str


def first_tokens(row: StoredRow) -> str:
    """Return the tokens that a row has from the first pass on."""
    return f"{text_tokens(fold_text(row.text))} {filter_tokens(row.piece, row.voice, row.field)}"


def second_tokens(row: StoredRow) -> str:
    """Return the tokens that the second pass added to a row; none where it was not there yet."""
    return "" if row.words is None else edge_tokens(row.text, decode(row.words))


def gone(row: StoredRow) -> Change:
    """Return what takes a row out of the table, which has no other trace of it: all its tokens once more."""
    return Change(row.id, False, f"{first_tokens(row)} {second_tokens(row)}")


def make_changes(database: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make `changes`, lowest row first: for every step back FTS5 would write out what it has gathered."""
    for row, comes, tokens in sorted(changes):
        database.execute(_INSERT if comes else _DELETE, (row, tokens))
