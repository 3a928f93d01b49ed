"""Further readings within compounds that a dictionary lacks: 獣害 is read じゅうがい, though 獣 alone is しし."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.search.readings.kanji import KANJI
from roundtable_tui.search.readings.on import ON, VOICED
from roundtable_tui.search.readings.words import Word
from roundtable_tui.text.old_kanji import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIGURES = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百千万億")
_KANJI = re.compile(f"[{KANJI}]")


def further(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the other readings of the single kanji of `text` that stand directly beside a kanji.

    `words`, in order, are those that an analyser found; kanji that are in none of them have readings as well. Behind a
    figure a kanji counts, and is read right: 令和3年度.
    """
    done = 0
    for word in words:
        yield from _unread(text, done, word.start)
        done = max(done, word.end)
        if word.end - word.start == 1:
            for other in _others(text, word.start):
                if other.reading != word.reading:
                    yield other
    yield from _unread(text, done, len(text))


def _unread(text: str, start: int, end: int) -> Iterator[Word]:
    if start < end:
        for kanji in _KANJI.finditer(text, start, end):
            yield from _others(text, kanji.start())


def _others(text: str, at: int) -> Iterator[Word]:
    before, kanji, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    if before in _FIGURES:
        return
    kanji = USUAL.get(kanji, kanji)
    behind = _KANJI.match(before)
    if behind or (after not in _FIGURES and _KANJI.match(after)):
        readings = ON.get(kanji, ())
        for reading in (*readings, *VOICED.get(kanji, ())) if behind else readings:
            yield Word(at, at + 1, reading)
