"""A word of three kanji with one wrong conversion: 議事禄 for 議事録. Looked for only where there is nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.patterns.asking import ask_all, ask_any
from roundtable_tui.search.patterns.fit import FUZZY, Fit
from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

_LETTERS = 3


class WrongKanji(NamedTuple):
    """Three kanji, two of which are those of the folded word `typed`, and which no longer word goes on beside."""

    typed: str

    @classmethod
    def of(cls, folded: str) -> WrongKanji | None:
        """Return the pattern for a folded word of three different kanji; None for another."""
        right = len(folded) == _LETTERS == len(set(folded)) and all(map(is_kanji, folded))
        return cls(folded) if right else None

    @property
    def best(self) -> int:
        """The tier: fuzzy."""
        return FUZZY

    def ask(self) -> str | None:
        """Return what every row with two of the kanji in their places answers to."""
        first, second, third = tuple(self.typed)
        return ask_any([ask_all([first + second]), ask_all([second + third]), ask_all([first, third])])

    def fit(self, row: RowText) -> Fit | None:
        """Return how a row fits that has such a word."""
        return Fit(FUZZY, 1) if next(self._places(row), None) else None

    def spans(self, row: RowText) -> list[Span]:
        """Return every such word in the original of `row`."""
        return list(self._places(row))

    def _places(self, row: RowText) -> Iterator[Span]:
        first, second, third = map(re.escape, self.typed)
        for found in re.finditer(f"{first}{second}.|{first}.{third}|.{second}{third}", row.folded):
            word = found.group()
            if word != self.typed and all(map(is_kanji, word)):
                span = row.span(*found.span())
                if not row.splits_word(*span):
                    yield span
