"""A word that sounds so, typed in kana or romaji, whatever it is written with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.search.grams import katakana_words, words_at
from roundtable_tui.search.patterns.asking import ask_any, edge
from roundtable_tui.search.patterns.fit import READING, Fit
from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText
    from roundtable_tui.search.readings.words import Word

_SAME, _LONG, _GOES_ON = 0, 1, 2
"""How what was typed sounds beside a word: the same; but for long vowels; as its beginning."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Words that begin like one of `kana` (hiragana, the likeliest first, none empty), long vowels aside."""

    kana: tuple[str, ...]

    @property
    def best(self) -> int:
        """The tier: reading."""
        return READING

    def ask(self) -> str | None:
        """Return what every row with such a word answers to."""
        return ask_any([f'"{edge(collapse(kana))}"' for kana in self.kana])

    def fit(self, row: RowText) -> Fit | None:
        """Return how the best such word of `row` fits."""
        likeness = min((likeness for _, likeness in self._places(row)), default=None)
        return None if likeness is None else Fit(READING, part=likeness)

    def spans(self, row: RowText) -> list[Span]:
        """Return every such word, whole, though only its beginning was typed; or, where there is one, all like it."""
        places = sorted(self._places(row))
        if any(likeness < _GOES_ON for _, likeness in places):
            places = [place for place in places if place[1] < _GOES_ON]
        found: list[Span] = []
        for span, _ in places:
            if not found or span[0] >= found[-1][1]:
                found.append(span)
        return found

    def _places(self, row: RowText) -> Iterator[tuple[Span, int]]:
        words = row.words
        collapsed = [(kana, collapse(kana)) for kana in self.kana]
        firsts = {sound[0] for _, sound in collapsed}
        for start, end, reading in (*words, *katakana_words(row.text)):
            if reading[0] in firsts:
                for kana, sound in collapsed:
                    place = _heard(row.text, words, (start, end, reading), kana, sound)
                    if place is not None:
                        yield place
                        break


def _heard(
    text: str, words: Sequence[Word], word: tuple[int, int, str], kana: str, sound: str
) -> tuple[Span, int] | None:
    """The place that sounds like `sound` (`kana` without long vowels) from the beginning of `word` on, and how well."""
    start, end, heard = word
    while len(so_far := collapse(heard)) < len(sound):
        if not sound.startswith(so_far):
            return None
        following = next_unit(text, words, end)
        if following is None:
            return None
        end, more = following
        heard += more
    if not so_far.startswith(sound):
        return None
    # A long vowel may end in the kana that follow: けんしゅう in 研しゅう.
    likeness = _SAME if heard == kana else _LONG if so_far == sound else _GOES_ON
    return (start, end), likeness


def next_unit(text: str, words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """Return the end and the sound of what stands at `at`: a word with a reading, or a single kana; else None."""
    for word in words_at(words, at):
        return word.end, word.reading
    kana = hiragana(text[at : at + 1])
    return (at + 1, kana) if kana and ("ぁ" <= kana <= "ゖ" or kana == "ー") else None
