"""From a word of a query to the patterns that it is looked for by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roundtable_tui.search.patterns.apart import Apart, Together, hyphened, letters_apart, names_apart, parted
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
from roundtable_tui.search.patterns.titles import is_short_name, without_title
from roundtable_tui.search.query import Term
from roundtable_tui.search.vocabulary.kanji_variants import without_kana
from roundtable_tui.search.vocabulary.kanji_ways import kanji_ways
from roundtable_tui.search.vocabulary.written_ways import written_ways
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse, from_romaji, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.search.patterns.fit import Pattern
    from roundtable_tui.search.patterns.scripts import Run
    from roundtable_tui.search.vocabulary.vocabulary import Near

_LONGEST = 64
"""Code points of a word that may be meant in other ways than it was typed; what is longer was pasted."""
_STRETCHES = 4
"""Stretches of one script that are looked for apart from one another, at most."""
_SAYINGS = 4
"""Ways to say what was typed in which kana may stand before kanji."""
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

    def is_name(self, kana: str) -> bool:
        """Return whether somebody who speaks is called so, given in hiragana."""
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
    written = (
        *written_ways(term.folded),
        *kanji_ways(term.folded),
        *_numbers(term.folded),
        *hyphened(term.folded),
        *whole,
    )
    if bare := without_kana(term.folded):
        written = (*written, bare)
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
    apart = (*parted(term.folded, words.is_word), *letters_apart(term.folded, words.is_word))
    found += (Spelling(other, common=1) for other in (*named, *apart))
    if _romaji(term):
        spoken = map(fold_text, _sounding(term))
        found += (Spelling(other, tier=READING) for kana in spoken for other in parted(kana, words.is_word))
    found += (Spelling(kana, tier=READING, begins=True) for kana in _spoken(term) if LEAST <= len(kana) < _SPOKEN)
    if name := without_title(term.text, words.is_name):
        found.append(Together((tuple(patterns(_alone(name), words)),)))
    found += _behind_kana(term, runs)
    near = dict.fromkeys(words.near(term.folded))
    if _spoken(term):
        near = {each: None for each in near if each.distance == 1}  # what makes sense as romaji has been read as that
    for kana in _sounding(term):
        near |= dict.fromkeys(words.near_reading(kana))
    heard = tuple(other for kana in _sounding(term) for other in misheard(kana) if len(collapse(kana)) > _HEARD)
    if heard:
        found.append(Sound(heard, errors=1))
    found += _nearest(near)
    if not near and "other" in {run.script for run in runs} and not is_short_name(term.text):
        from roundtable_tui.search.patterns.nearly import Nearly

        found += filter(None, [Nearly.of(term.folded), Apart.of(term.folded, words.is_word)])
    return found


def _behind_kana(term: Term, runs: Sequence[Run]) -> list[Pattern]:
    """What hiragana and kanji may sound like `term`, which was typed as a sound of `runs`."""
    if len(runs) != 1 or runs[0].script == "other":
        return []
    from roundtable_tui.search.patterns.kana_first import KanaFirst

    return list(filter(None, [KanaFirst.of(ways_to_say(runs[0])[:_SAYINGS])]))


def last_patterns(term: Term, words: Words) -> list[Pattern]:
    """Return the patterns to try when nothing at all was found."""
    if term.phrase or len(term.text) > _LONGEST:
        return []
    from roundtable_tui.search.patterns.wrong_kanji import WrongKanji

    found: list[Pattern | None] = [None if is_short_name(term.text) else WrongKanji.of(term.folded)]
    runs = runs_of(term.text)
    if 1 < len(runs) <= _STRETCHES and all(len(run.text) > 1 for run in runs):
        found.append(Together(tuple(tuple(patterns(_alone(run.text), words)) for run in runs)))
    return [pattern for pattern in found if pattern is not None]


def _alone(text: str) -> Term:
    """The term that `text` is by itself."""
    return Term(text, fold_text(text).strip())


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
