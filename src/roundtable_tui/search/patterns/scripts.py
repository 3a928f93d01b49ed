"""The stretches of one script that a word of a query is made of."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from unicodedata import normalize

from roundtable_tui.text.kana import Romaji, collapse, from_romaji, hiragana

Script = Literal["kana", "letters", "other"]

_RUNS = "(?P<kana>[ぁ-ゖー]+)|(?P<letters>[A-Za-zÀ-ÖØ-öø-ɏ'’-]+)|(?P<other>[^ぁ-ゖーA-Za-zÀ-ÖØ-öø-ɏ'’-]+)"

LEAST = 2
"""Kana without long vowels that say enough to look for words that begin so."""


_ALIKE = {"ず": "づ", "づ": "ず", "じ": "ぢ", "ぢ": "じ"}


def _voicing() -> dict[str, str]:
    pairs = {}
    for plain, voiced in zip("かきくけこさしすせそたちつてと", "がぎぐげござじずぜぞだじずでど", strict=True):
        pairs[plain] = voiced
        pairs.setdefault(voiced, plain)
    for plain, voiced, half in zip("はひふへほ", "ばびぶべぼ", "ぱぴぷぺぽ", strict=True):
        pairs |= {plain: voiced + half, voiced: plain + half, half: plain + voiced}
    return pairs


_VOICING = _voicing()


class Run(NamedTuple):
    """A stretch of one script; kana as hiragana, width as usual."""

    script: Script
    text: str


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the stretches of `text` in order: kana, letters, and everything else."""
    plain = hiragana(normalize("NFKC", text))
    return tuple(Run(found.lastgroup, found.group()) for found in re.finditer(_RUNS, plain) if found.lastgroup)  # type: ignore[arg-type]


def ways_to_say(run: Run) -> tuple[str, ...]:
    """Return the hiragana that a run of kana or letters may stand for, the likeliest first; none for another.

    Where its end is half typed, each syllable that it may become is a way.
    """
    if run.script == "kana":
        return (run.text,)
    if run.script == "letters":
        return tuple(dict.fromkeys(way.kana + tail for way in ways_to_read(run.text) for tail in way.tails or ("",)))
    return ()


def ways_to_read(letters: str) -> tuple[Romaji, ...]:
    """Return the ways to read romaji, those of foreign words too, in which ti and di are ティ and ディ."""
    foreign = letters.lower().replace("ti", "thi").replace("di", "dhi")
    more = from_romaji(foreign) if foreign != letters.lower() else ()
    return tuple(dict.fromkeys((*from_romaji(letters), *more)))


def misheard(kana: str) -> tuple[str, ...]:
    """Return `kana` with one of its consonants voiced or not: しんりょうじょ for しんりょうしょ."""
    found = []
    for at, one in enumerate(kana):
        found += [kana[:at] + other + kana[at + 1 :] for other in _VOICING.get(one, "")]
    return tuple(found)


def spelt_alike(kana: str) -> tuple[str, ...]:
    """Return `kana` with ず for づ, じ for ぢ or the other way round, one of them at a time: ことずて for ことづて."""
    return tuple(kana[:at] + _ALIKE[one] + kana[at + 1 :] for at, one in enumerate(kana) if one in _ALIKE)


def telling(ways: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `ways` that are long enough to look for."""
    return tuple(way for way in ways if len(collapse(way)) >= LEAST)
