"""A word that is spelt in one way, give or take what folding ignores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.search.grams import is_letter
from roundtable_tui.search.patterns.asking import ask_all, tokens_of
from roundtable_tui.search.patterns.fit import EXACT, FOLDED, Fit
from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

LOOSE = 4
"""How badly kana fit that stand among other kana: worse than the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling `folded`.

    It is exact where the original has `typed`, if that is given, and of `tier` elsewhere. `errors` and `common` are
    those of its fit. A `whole` one is not found inside a longer word; one that `begins` only where a run of kana does,
    and a `loose` one fits badly where such a run goes on beside it, since nothing says what is a word there.
    """

    folded: str
    typed: str = ""
    tier: int = FOLDED
    errors: int = 0
    common: int = 0
    whole: bool = False
    begins: bool = False
    loose: bool = False

    @property
    def best(self) -> int:
        """The best tier that it can have."""
        return EXACT if self.typed else self.tier

    def ask(self) -> str | None:
        """Return what every row with this spelling answers to."""
        return ask_all(tokens_of(self.folded))

    def fit(self, row: RowText) -> Fit | None:
        """Return how the best place of this spelling in `row` fits."""
        folded = row.folded
        if self.folded not in folded:
            return None
        part = None
        for start, end in self.places(row):
            inside = self._inside(row, start, end)
            if not (self.whole and inside):
                part = inside if part is None else min(part, inside)
                if not part:
                    break
        if part is None:
            return None
        return Fit(EXACT if self._is_as_typed(row) else self.tier, self.errors, part, self.common)

    def spans(self, row: RowText) -> list[Span]:
        """Return every place in the original of `row`."""
        found: list[Span] = []
        free = 0
        for start, end in self.places(row):
            if start >= free and not (self.whole and self._inside(row, start, end)):
                span = row.span(start, end)
                if not found or span[0] >= found[-1][1]:  # the second dot of ‥ has no place of its own
                    found.append(span)
                free = end
        return found

    def places(self, row: RowText) -> Iterator[Span]:
        """Yield every place in the folded text, overlapping ones too.

        One or two letters at the beginning of the spelling are found only where a word begins.
        """
        folded = row.folded
        length = len(self.folded)
        starts_word = self._starts_word
        at = folded.find(self.folded)
        while at >= 0:
            before = folded[at - 1] if at else ""
            if not (starts_word and before and is_letter(before)) and not (self.begins and _goes_on(row, at)):
                yield at, at + length
            at = folded.find(self.folded, at + 1)

    @property
    def _starts_word(self) -> bool:
        return is_letter(self.folded[0]) and not all(map(is_letter, self.folded[1:3].ljust(2)))

    def _is_as_typed(self, row: RowText) -> bool:
        if not self.typed or self.typed not in row.text:
            return False
        # One or two letters may stand so only inside a word, where they are not found.
        return not self._starts_word or any(self.typed in row.text[start:end] for start, end in self.spans(row))

    def _inside(self, row: RowText, start: int, end: int) -> int:
        """1 where a word goes on across an end of this place of the folded text, else 0; a loose one LOOSE."""
        folded = row.folded
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if self.loose and (_hiragana(before) or _hiragana(after)):
            return LOOSE
        first, last = folded[start], folded[end - 1]
        if (before and _one_word(before, first)) or (after and _one_word(last, after)):
            return 1
        kanji = (before and is_kanji(before) and is_kanji(first)) or (after and is_kanji(after) and is_kanji(last))
        if not kanji and len(row.text) == len(folded):
            text = row.text
            return int((start > 0 and _katakana(text[start - 1 : start + 1])) or _katakana(text[end - 1 : end + 1]))
        return int(bool(kanji) and row.splits_word(*row.span(start, end)))


def _goes_on(row: RowText, at: int) -> bool:
    """Whether hiragana stand on both sides of `at` of the folded text, in the original too if that is as long."""
    text = row.text if len(row.text) == len(row.folded) else row.folded
    return at > 0 and _hiragana(text[at - 1]) and _hiragana(text[at])


def _hiragana(sign: str) -> bool:
    return "ぁ" <= sign <= "ゖ"


def _one_word(first: str, second: str) -> bool:
    return (is_letter(first) and is_letter(second)) or (first.isdigit() and second.isdigit())


def _katakana(pair: str) -> bool:
    """Whether both of two code points of an original belong to one katakana word."""
    return len(pair) == 2 and all("ァ" <= sign <= "ヺ" or sign == "ー" for sign in pair)
