"""From a word of a query to the patterns that it is looked for by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roundtable_tui.search.patterns.apart import Apart, names_apart, parted
from roundtable_tui.search.patterns.fit import FUZZY, READING
from roundtable_tui.search.patterns.scripts import (
    LEAST,
    misheard,
    runs_of,
    spelt_alike,
    telling,
    ways_to_read,
    ways_to_say,
)
from roundtable_tui.search.patterns.sound import Sound
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.vocabulary.written_ways import written_ways
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse, from_romaji, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.search.patterns.fit import Pattern
    from roundtable_tui.search.query import Term
    from roundtable_tui.search.vocabulary.vocabulary import Near

_LONGEST = 64
"""Code points of a word that may be meant in other ways than it was typed; what is longer was pasted."""
_HEARD = 3
"""Kana of a sound that has more than these may be misheard in one of them."""
_SPOKEN = 3
"""Hiragana that are looked for inside text, where nothing says what is a word, when romaji were typed."""


class Words(Protocol):
    """What the words of a library tell of a folded word; `Vocabulary` is one."""

    def variants(self, folded: str) -> tuple[str, ...]:
        """Return its other spellings."""
        ...

    def is_word(self, folded: str) -> bool:
        """Return whether it stands in the library as a word."""
        ...

    def near(self, folded: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the words that it may have been meant for."""
        ...

    def near_reading(self, kana: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the words that sound nearly like `kana`."""
        ...


def spellings(term: Term, words: Words) -> list[Pattern]:
    """Return the ways to spell `term`: as typed, and unless it is a phrase, as others write the word."""
    if term.phrase or len(term.text) > _LONGEST:
        return [Spelling(term.folded, term.text)]
    alike = map(fold_text, spelt_alike(hiragana(term.text)))
    # ヴ, which folds to ブ, is half of ヴァ, which folds to バ.
    begun = [fold_text(term.text + small) for small in "ァィェォ"] if term.text[-1] in "ヴゔ" else []
    whole = [term.folded.replace("・", "")] if "・" in term.folded.strip("・") else []
    written = (*written_ways(term.folded), *_numbers(term.folded), *whole)
    others = dict.fromkeys((*words.variants(term.folded), *written, *alike, *begun))
    return [Spelling(term.folded, term.text), *(Spelling(other, common=1) for other in others)]


def _numbers(folded: str) -> tuple[str, ...]:
    """Return the other ways to write the numbers in a folded word; what knows them is loaded where there are any."""
    if not any(sign.isdecimal() or sign in "〇一二三四五六七八九十百千元" for sign in folded):
        return ()
    from roundtable_tui.search.vocabulary.written_numbers import written_numbers

    return written_numbers(folded)


def patterns(term: Term, words: Words) -> list[Pattern]:
    """Return the patterns of the better tiers for `term`: its spellings, and whatever sounds so."""
    found = spellings(term, words)
    if len(term.text) > _LONGEST:
        return found
    said = _said(term)
    if said:
        found.append(Sound(said))
    found += (Spelling(kana, tier=READING, loose=True) for kana in _spoken(term) if len(kana) >= _SPOKEN)
    return found


def wider_patterns(term: Term, words: Words) -> list[Pattern]:
    """Return the patterns to try when those found little: mixtures of scripts, and what a slip may have meant."""
    if term.phrase or len(term.text) > _LONGEST:
        return []
    found: list[Pattern] = []
    runs = runs_of(term.text)
    if len(runs) > 1:
        from roundtable_tui.search.patterns.mixed import Mixed

        found += filter(None, [Mixed.of(term.text)])
    named = (other for way in (term.folded, *written_ways(term.folded)) for other in names_apart(way))
    found += (Spelling(other, common=1) for other in (*named, *parted(term.folded, words.is_word)))
    if _romaji(term):
        spoken = map(fold_text, _sounding(term))
        found += (Spelling(other, tier=READING) for kana in spoken for other in parted(kana, words.is_word))
    found += (Spelling(kana, tier=READING, begins=True) for kana in _spoken(term) if LEAST <= len(kana) < _SPOKEN)
    near = dict.fromkeys(words.near(term.folded))
    for kana in _sounding(term):
        near |= dict.fromkeys(words.near_reading(kana))
    heard = tuple(other for kana in _sounding(term) for other in misheard(kana) if len(collapse(kana)) > _HEARD)
    if heard:
        found.append(Sound(heard, errors=1))
    found += _nearest(near)
    if not near and "other" in {run.script for run in runs}:
        from roundtable_tui.search.patterns.nearly import Nearly

        found += filter(None, [Nearly.of(term.folded), Apart.of(term.folded, words.is_word)])
    return found


def last_patterns(term: Term) -> list[Pattern]:
    """Return the patterns to try when nothing at all was found."""
    from roundtable_tui.search.patterns.wrong_kanji import WrongKanji

    wrong = None if term.phrase else WrongKanji.of(term.folded)
    return [wrong] if wrong else []


def _nearest(near: Iterable[Near]) -> list[Pattern]:
    """The words with the fewest errors."""
    near = list(near)
    fewest = min((each.distance for each in near), default=0)
    return [
        Spelling(each.word, tier=FUZZY, errors=each.distance, common=each.count, whole=True)
        for each in near
        if each.distance == fewest
    ]


def _said(term: Term) -> tuple[str, ...]:
    """How `term` may sound, if it was typed as a sound."""
    runs = runs_of(term.text)
    return telling(ways_to_say(runs[0])) if len(runs) == 1 and not term.phrase else ()


def _sounding(term: Term) -> tuple[str, ...]:
    """How `term` sounds to its end, if it was typed as a sound."""
    runs = runs_of(term.text)
    if len(runs) != 1:
        return ()
    if runs[0].script == "kana":
        return (runs[0].text,)
    return tuple(way.kana for way in from_romaji(runs[0].text) if not way.tails)[:2] if _romaji(term) else ()


def _spoken(term: Term) -> tuple[str, ...]:
    """The folded hiragana of `term`, if it was typed in romaji to the end of a syllable."""
    ways = [way.kana for way in ways_to_read(term.text) if way.kana and not way.tails] if _romaji(term) else []
    alike = [other for kana in ways for other in spelt_alike(kana)]
    return tuple(dict.fromkeys(map(fold_text, [*ways, *alike])))


def _romaji(term: Term) -> bool:
    runs = runs_of(term.text)
    return not term.phrase and len(runs) == 1 and runs[0].script == "letters"
