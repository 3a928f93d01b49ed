"""A word that is spelt in one way, give or take what folding ignores."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import is_letter
from roundtable_tui.search.patterns.asking import ask_all, tokens_of
from roundtable_tui.search.patterns.fit import EXACT, FOLDED, Fit
from roundtable_tui.search.slips import is_kanji
from roundtable_tui.text.fold_rules import leans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

LOOSE = 4
"""How badly kana fit that stand among other kana: worse than the beginning of a word."""


class Spelling(NamedTuple):
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
        if self.typed and self.typed in row.text and _is_plain(self.typed):
            part = self._best_as_typed(row)
            if part is not None:
                return Fit(EXACT, self.errors, part, self.common)
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

    def _best_as_typed(self, row: RowText) -> int | None:
        """0 or 1 as `_inside` says of the best place in the original; None where other signs lean on every place.

        Most rows hold a word as it was typed, and folding them would take longer than all the rest.
        """
        text, typed = row.text, self.typed
        part = None
        at = text.find(typed)
        while at >= 0:
            end = at + len(typed)
            if not leans(text[end : end + 1] or " "):
                part = _goes_beyond(row, at, end)
                if not part:
                    break
            at = text.find(typed, at + 1)
        return part

    def _inside(self, row: RowText, start: int, end: int) -> int:
        """1 where a word goes on across an end of this place of the folded text, else 0; a loose one LOOSE."""
        folded = row.folded
        if self.loose and (_hiragana(folded[start - 1 : start]) or _hiragana(folded[end : end + 1])):
            return LOOSE
        return _goes_beyond(row, *((start, end) if len(folded) == len(row.text) else row.span(start, end)))


def _goes_beyond(row: RowText, start: int, end: int) -> int:
    """1 where a word goes on across an end of [start, end) of the original, else 0."""
    text = row.text
    for left, right in ((text[start - 1 : start], text[start]), (text[end - 1], text[end : end + 1])):
        if not left or not right:
            continue
        if _one_word(left, right) or (_katakana(left) and _katakana(right)):
            return 1
        if is_kanji(left) and is_kanji(right):
            return int(row.splits_word(start, end))
    return 0


@lru_cache(maxsize=64)
def _is_plain(typed: str) -> bool:
    """Whether all of `typed` is kanji and kana that fold alike wherever they stand, as 々 and the ァ of ヴァ do not."""
    hangs_on = "々" in typed or typed[-1] in "ヴゔ" or typed[0] in "ァィゥェォャュョぁぃぅぇぉゃゅょ"
    return not hangs_on and all(is_kanji(sign) or _hiragana(sign) or _katakana(sign) for sign in typed)


def _goes_on(row: RowText, at: int) -> bool:
    """Whether hiragana stand on both sides of `at` of the folded text, in the original too if that is as long."""
    text = row.text if len(row.text) == len(row.folded) else row.folded
    return at > 0 and _hiragana(text[at - 1]) and _hiragana(text[at])


def _hiragana(sign: str) -> bool:
    return "ぁ" <= sign <= "ゖ"


def _one_word(first: str, second: str) -> bool:
    """Whether two neighbours are letters of one word set apart by spaces, or figures of one number."""
    if first.isdigit() and second.isdigit():
        return True
    return first < "\u0530" and second < "\u0530" and first.isalpha() and second.isalpha()


def _katakana(sign: str) -> bool:
    return "ァ" <= sign <= "ヺ" or sign == "ー"
