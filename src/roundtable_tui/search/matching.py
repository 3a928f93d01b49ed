"""Which rows of a piece hold every word of a query, and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.form import PERFECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.search.form import Fit, Form
    from roundtable_tui.search.indexed import IndexedPiece

Word = tuple["Form", ...]
"""The spellings that one word of a query is looked for in."""


def rows_with_all(piece: IndexedPiece, words: Sequence[Word], unwanted: Sequence[Word]) -> dict[int, Fit]:
    """Return the rows of `piece` that hold each of `words` in some spelling and none of `unwanted`, with their fit.

    Without `words` these are all turns without an unwanted one.
    """
    if not words:
        found = dict.fromkeys(piece.turn_rows(), PERFECT)
    elif all(any(form.text in piece.text for form in word) for word in words):
        found = rows_with(piece, words[0])
        for word in words[1:]:
            other = rows_with(piece, word)
            found = {row: fit.with_word(other[row]) for row, fit in found.items() if row in other}
    else:
        return {}
    for word in unwanted:
        for row in rows_with(piece, word):
            found.pop(row, None)
    return found


def rows_with(piece: IndexedPiece, word: Word) -> dict[int, Fit]:
    """Return the rows of `piece` that hold `word`, each with the best fit of any spelling."""
    best: dict[int, Fit] = {}
    for form in word:
        for row, fit in _rows(piece, form):
            if row not in best or fit < best[row]:
                best[row] = fit
    return best


def _rows(piece: IndexedPiece, form: Form) -> Iterator[tuple[int, Fit]]:
    text = piece.text
    at = text.find(form.text)
    while at >= 0:
        row = piece.row_at(at)
        end = piece.end_of(row)
        best = None
        for _, fit in form.places(text, piece.bits, at, end):
            if best is None or fit < best:
                best = fit
                if fit == PERFECT:
                    break
        if best is not None:
            yield row, best
        at = text.find(form.text, max(end, at + 1))
