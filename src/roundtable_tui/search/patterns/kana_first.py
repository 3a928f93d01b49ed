"""A word in kana and kanji typed as it sounds: furusatonozei for ふるさと納税, やさしいにほんご for やさしい日本語."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import katakana_words, words_at
from roundtable_tui.search.patterns.asking import MOST, ask_all, ask_any, edge, tokens_of
from roundtable_tui.search.patterns.fit import READING, Fit, joined
from roundtable_tui.search.patterns.sound import heard, is_whole
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.graphemes import widen
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

_LEAST = 2
"""Kana before the first word with a reading."""
_TELLING = 3
"""Kana before it, or of it without long vowels, that are enough where it goes on beyond what was typed."""
_LONGEST = 16
"""Kana that are taken apart at most."""


class Cut(NamedTuple):
    """Kana that stand in the text as they are, folded, and how the word behind them sounds."""

    kana: str
    sound: str


class KanaFirst(NamedTuple):
    """One of `cuts`: hiragana that are printed as hiragana, and at once behind them a word that sounds so."""

    cuts: tuple[Cut, ...]

    @classmethod
    def of(cls, ways: Iterable[str]) -> KanaFirst | None:
        """Return the pattern for hiragana, said in one or several ways; None where they are too few to cut."""
        cuts = [
            Cut(fold_text(kana[:at]), kana[at:])
            for kana in ways
            if len(kana) <= _LONGEST
            for at in range(_LEAST, len(kana))
            if collapse(kana[at:]) and kana[at] not in "ぁぃぅぇぉっゃゅょんー"
        ]
        return cls(tuple(dict.fromkeys(cuts))) if cuts else None

    @property
    def best(self) -> int:
        """The tier: reading."""
        return READING

    def ask(self) -> str | None:
        """Return what every row with one of the cuts answers to."""
        return ask_any([_ask(cut) for cut in self.cuts])

    def fit(self, row: RowText) -> Fit | None:
        """Return how the best place of `row` fits."""
        likeness = min((likeness for _, likeness in self._places(row)), default=None)
        return None if likeness is None else Fit(READING, part=likeness)

    def spans(self, row: RowText) -> list[Span]:
        """Return every place in the original of `row`."""
        return joined(place for place, _ in self._places(row))

    def _places(self, row: RowText) -> Iterator[tuple[Span, int]]:
        katakana = {start: (start, end, reading) for start, end, reading in katakana_words(row.text)}
        for kana, sound in self.cuts:
            tells = len(kana) >= _TELLING or len(collapse(sound)) >= _TELLING
            at = row.folded.find(kana)
            while at >= 0:
                start, middle = row.span(at, at + len(kana))
                words = [*words_at(row.words, middle), *([katakana[middle]] if middle in katakana else [])]
                for word in words:
                    found = heard(row.text, row.words, word, sound)
                    if found is not None and (tells or is_whole(found[1])):
                        yield widen(row.text, start, found[0][1]), found[1]
                at = row.folded.find(kana, at + 1)


def _ask(cut: Cut) -> str | None:
    return ask_all([edge(collapse(cut.sound)), *tokens_of(cut.kana)][:MOST])
