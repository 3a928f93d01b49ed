"""A word that sounds so, typed in kana or romaji, whatever it is written with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import katakana_words, polite_words, words_at
from roundtable_tui.search.patterns.asking import ask_any, edge
from roundtable_tui.search.patterns.fit import FUZZY, READING, Fit
from roundtable_tui.text.graphemes import widen
from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText
    from roundtable_tui.search.readings.words import Word

_SAME, _BEGINS, _LONG, _BEGINS_LONG, _RUNS_ON = range(5)
"""How what was typed sounds beside a word: the same; as its beginning; the same, or so, but for long vowels; or only
together with kana that follow it, such as 台の for たいの."""

WRITTEN_OTHERWISE = {*"ぢづゐゑゔ"}
"""Kana that `collapse` puts others for."""

_collapsed = lru_cache(maxsize=8192)(collapse)
"""A library says the same few thousand words over and over."""


class Sound(NamedTuple):
    """Words that begin like one of `kana` (hiragana, the likeliest first, none empty), long vowels aside.

    They are not quite what was typed where there are `errors`.
    """

    kana: tuple[str, ...]
    errors: int = 0

    @property
    def best(self) -> int:
        """The tier: reading, or fuzzy with errors."""
        return FUZZY if self.errors else READING

    def ask(self) -> str | None:
        """Return what every row with such a word answers to."""
        return ask_any([f'"{edge(collapse(kana))}"' for kana in self.kana])

    def fit(self, row: RowText) -> Fit | None:
        """Return how the best such word of `row` fits."""
        likeness = min((likeness for _, likeness in self._places(row)), default=None)
        return None if likeness is None else Fit(self.best, self.errors, part=likeness)

    def spans(self, row: RowText) -> list[Span]:
        """Return every such word, whole, though only its beginning was typed; only those that are all of it, if any."""
        places = sorted(self._places(row))
        if any(is_whole(likeness) for _, likeness in places):
            places = [place for place in places if is_whole(place[1])]
        found: list[Span] = []
        for place, _ in places:
            span = widen(row.text, *place)
            if not found or span[0] >= found[-1][1]:
                found.append(span)
        return found

    def _places(self, row: RowText) -> Iterator[tuple[Span, int]]:
        words = row.words
        collapsed = [(kana, collapse(kana)) for kana in self.kana]
        firsts = {sound[0] for _, sound in collapsed} | WRITTEN_OTHERWISE
        for start, end, reading in (*words, *katakana_words(row.text), *polite_words(row.text, words)):
            if reading[0] not in firsts:
                continue
            own = _collapsed(reading)
            for kana, sound in collapsed:
                if own.startswith(sound) or sound.startswith(own):
                    place = _heard(row.text, words, (start, end, reading), kana, sound)
                    if place is not None:
                        yield place
                        break


def heard(text: str, words: Sequence[Word], word: tuple[int, int, str], kana: str) -> tuple[Span, int] | None:
    """Return the place that sounds like `kana` from the beginning of `word` on, and its likeness; None for no place.

    `words` are all those of `text`, and `word` is (start, end, reading).
    """
    return _heard(text, words, word, kana, collapse(kana))


def is_whole(likeness: int) -> bool:
    """Say whether a place with this likeness is all of what was typed and no more."""
    return likeness in (_SAME, _LONG)


def _heard(
    text: str, words: Sequence[Word], word: tuple[int, int, str], kana: str, sound: str
) -> tuple[Span, int] | None:
    """The place that sounds like `sound` (`kana` without long vowels) from the beginning of `word` on, and how well.

    What follows may be read in several ways: the best of them counts.
    """
    start, end, heard = word
    best: tuple[Span, int] | None = None
    ways = [(end, heard, False)]
    while ways:
        end, heard, runs_on = ways.pop()
        so_far = _collapsed(heard)
        if so_far.startswith(sound):
            likeness = _RUNS_ON if runs_on else _likeness(heard, so_far, kana, sound)
            if best is None or likeness < best[1]:
                best = (start, end), likeness
        elif sound.startswith(so_far):
            runs_on = runs_on or not any(True for _ in words_at(words, end))
            ways += [(after, heard + more, runs_on) for after, more in next_units(text, words, end)]
    return best


def _likeness(heard: str, collapsed: str, kana: str, sound: str) -> int:
    if heard == kana:
        return _SAME
    if collapsed == sound:
        return _LONG
    return _BEGINS if heard.startswith(kana) else _BEGINS_LONG


def next_units(text: str, words: Sequence[Word], at: int) -> list[tuple[int, str]]:
    """Return the end and the sound of each reading of what stands at `at`: words, else a single kana; or none."""
    found = [(word.end, word.reading) for word in words_at(words, at)]
    if found:
        return found
    kana = hiragana(text[at : at + 1])
    return [(at + 1, kana)] if kana and ("ぁ" <= kana <= "ゖ" or kana == "ー") else []
