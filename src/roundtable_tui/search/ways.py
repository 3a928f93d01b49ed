"""How a text may sound from the beginning of a word on, where some of its words are read in several ways."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.search.readings.words import Word

KANA = 5
"""Kana without long vowels that are wanted of a way."""

_LONGEST = 2 * KANA + 1
"""Kana that are looked at for them: without long vowels about half of them are left, at least."""

_MOST = 32
"""Ways from one place on. Talks have a few at most, but a Chinese text would have hundreds."""

_SMALL = frozenset("ぁぃぅぇぉァィゥェォ")

Ways = dict[int, tuple[str, ...]]
"""The ways from the beginnings of words on, by those places."""


def ways_of(text: str, words: Sequence[Word]) -> Ways:
    """Return how `text` may sound from the beginning of each of `words` (in order) on, in kana enough for `KANA`."""
    found: Ways = {}
    # From the end backwards, what follows a word is known when it is its turn.
    for start, end, reading in reversed(words):
        ways = ways_on(text, end, reading, found)
        found[start] = tuple(dict.fromkeys(found[start] + ways)) if start in found else ways
    return found


def ways_on(text: str, at: int, reading: str, found: Ways) -> tuple[str, ...]:
    """Return how `reading` and `text` from `at` on may sound, at least one way; `found` are those after `at`."""
    if at in found:
        following = found[at]
    elif run := _kana_run().match(text, at, at + _LONGEST):
        end = next((place for place in range(at + 1, run.end()) if place in found), run.end())
        reading += hiragana(text[at:end])
        following = found.get(end, ("",))
    else:
        following = ("",)
    if len(following) == 1:
        return (_enough(reading + following[0]),)
    if len(following) > _MOST:
        following = following[:: len(following) // _MOST + 1]
    return tuple(dict.fromkeys([_enough(reading + way) for way in following]))


@cache
def _kana_run() -> re.Pattern[str]:
    return re.compile("[ぁ-ゖァ-ヺー]+")


@lru_cache(maxsize=65536)
def _enough(kana: str) -> str:
    """Return the beginning of `kana` that has enough of them, whatever stands before it and takes its first vowels."""
    for size in range(KANA, min(len(kana), _LONGEST)):
        own = kana[:size].lstrip("あいうえおー")
        if kana[size] not in _SMALL and len(collapse(own)) >= KANA:
            return kana[:size]
    return kana[:_LONGEST]
