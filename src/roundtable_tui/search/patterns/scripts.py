"""The stretches of one script that a word of a query is made of."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from unicodedata import normalize

from roundtable_tui.text.kana import collapse, from_romaji, hiragana

Script = Literal["kana", "letters", "other"]

_RUNS = re.compile("(?P<kana>[ぁ-ゖー]+)|(?P<letters>[A-Za-zÀ-ÖØ-öø-ɏ'’-]+)|(?P<other>[^ぁ-ゖーA-Za-zÀ-ÖØ-öø-ɏ'’-]+)")

LEAST = 2
"""Kana without long vowels that say enough to look for words that begin so."""


class Run(NamedTuple):
    """A stretch of one script; kana as hiragana, width as usual."""

    script: Script
    text: str


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the stretches of `text` in order: kana, letters, and everything else."""
    plain = hiragana(normalize("NFKC", text))
    return tuple(Run(found.lastgroup, found.group()) for found in _RUNS.finditer(plain) if found.lastgroup)  # type: ignore[arg-type]


def ways_to_say(run: Run) -> tuple[str, ...]:
    """Return the hiragana that a run of kana or letters may stand for, the likeliest first; none for another.

    Where its end is half typed, each syllable that it may become is a way.
    """
    if run.script == "kana":
        return (run.text,)
    if run.script == "letters":
        return tuple(dict.fromkeys(way.kana + tail for way in from_romaji(run.text) for tail in way.tails or ("",)))
    return ()


def telling(ways: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `ways` that are long enough to look for."""
    return tuple(way for way in ways if len(collapse(way)) >= LEAST)
