"""One spelling that a word of a query is looked for in, and how well it fits where it is found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.altered import UNALTERED, Altered, altered
from roundtable_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.hit import Tier
    from roundtable_tui.search.query import Term

_KANA = re.compile("[ぁ-ゖ]")
TIERS: tuple[Tier, ...] = ("exact", "folded", "reading", "fuzzy")


class Fit(NamedTuple):
    """How a row fits; a smaller one is better. `tier` is an index into TIERS.

    `errors` counts them over all words, `part` is 1 where a Latin word was found inside a longer one, `pieces` is in
    how many pieces the commonest misspelt word occurs (0 in better tiers, where every hit has the same words).
    """

    tier: int
    errors: int = 0
    part: int = 0
    pieces: int = 0

    def with_word(self, other: Fit) -> Fit:
        """Return the fit of a row that holds two words: no better than the worse of them."""
        return Fit(
            max(self.tier, other.tier),
            self.errors + other.errors,
            max(self.part, other.part),
            max(self.pieces, other.pieces),
        )


PERFECT = Fit(0)
_FITS = ((PERFECT, Fit(0, 0, 1)), (Fit(1), Fit(1, 0, 1)))
"""The fits without errors: [was it altered][is it a part]."""


@dataclass(frozen=True, slots=True)
class Form:
    """A folded spelling to look for.

    `typed` says what folding altered in the word as it was typed. `errors` says by how many the spelling differs from
    that word, `pieces` in how many pieces it occurs. A `whole` one is not found inside a longer Latin word; `katakana`
    has a bit for each kana that must be katakana in the original.
    """

    text: str
    typed: Altered = UNALTERED
    errors: int = 0
    pieces: int = 0
    whole: bool = False
    katakana: int = 0

    @classmethod
    def of(cls, term: Term) -> Form:
        """Return the form of `term` as it was typed."""
        folded = fold(term.text)
        return cls(folded.text, altered([folded]))

    @classmethod
    def near(cls, text: str, errors: int, pieces: int, *, word: bool) -> Form:
        """Return the form of a spelling with `errors`; of a Latin or katakana `word` that stands in the library."""
        katakana = sum(1 << kana.start() for kana in _KANA.finditer(text)) if word else 0
        return cls(text, errors=errors, pieces=pieces, whole=word, katakana=katakana)

    def places(self, text: str, bits: Altered, start: int, end: int) -> Iterator[tuple[int, Fit]]:
        """Yield every place of this form in [start, end) of a folded `text` with these `bits`, and how it fits there.

        Places may overlap.
        """
        word = self.text
        mask = (1 << len(word)) - 1
        at = text.find(word, start, end)
        while at >= 0:
            part = _inside_word(text, at, at + len(word))
            if not self.errors:
                yield at, _FITS[not bits.holds(at, self.typed, mask)][part]
            elif not (self.whole and part) and bits.altered >> at & self.katakana == self.katakana:
                yield at, Fit(3, self.errors, part, self.pieces)
            at = text.find(word, at + 1, end)

    def best(self, text: str, bits: Altered, start: int, end: int) -> Fit | None:
        """Return how the best place of this form in [start, end) fits, or None where there is none."""
        if self.errors or is_letter(self.text[0]) or is_letter(self.text[-1]):
            return min((fit for _, fit in self.places(text, bits, start, end)), default=None)
        # Most words are Japanese, and a short one has hundreds of thousands of places: only the letters matter here.
        at = text.find(self.text, start, end)
        if at < 0:
            return None
        mask = (1 << len(self.text)) - 1
        altered, odd = self.typed.altered, self.typed.odd
        while at >= 0:
            if bits.altered >> at & mask == altered and (not altered or bits.odd >> at & mask == odd):
                return PERFECT
            at = text.find(self.text, at + 1, end)
        return _FITS[True][0]


def _inside_word(text: str, start: int, end: int) -> int:
    """1 where a Latin word or a number of `text` goes on across `start` or `end`, else 0."""
    return int(
        (start > 0 and is_letter(text[start]) and is_letter(text[start - 1]))
        or (end < len(text) and is_letter(text[end - 1]) and is_letter(text[end]))
    )


def is_letter(character: str) -> bool:
    """Say whether `character` belongs to words set apart by white space: a letter or digit, of no East Asian script."""
    return character < "\u2e80" and character.isalnum()
