"""Which rows of a piece hold every word of a query, and how well."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from roundtable_tui.search.form import PERFECT
from roundtable_tui.search.indexed import BREAK

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
    best = dict(_rows(piece, word[0]))
    for form in word[1:]:
        for row, fit in _rows(piece, form):
            if row not in best or fit < best[row]:
                best[row] = fit
    return best


def _rows(piece: IndexedPiece, form: Form) -> Iterator[tuple[int, Fit]]:
    text, starts, bits, best = piece.text, piece.starts, piece.bits, form.best
    at = text.find(form.text)
    while at >= 0:
        # Written out rather than asked of the piece: this runs once for every hit of every key stroke.
        row = bisect_right(starts, at) - 1
        end = starts[row + 1] - len(BREAK)
        fit = best(text, bits, at, end)
        if fit is not None:
            yield row, fit
        at = text.find(form.text, max(end, at + 1))
