"""The words of a text with their readings: those that a piece states, then those that an analyser finds."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from roundtable_tui.search.readings.compounds import further
from roundtable_tui.search.readings.kanji import KANJI
from roundtable_tui.search.readings.known import OTHERS, WHOLE
from roundtable_tui.search.readings.words import Word
from roundtable_tui.text.ordinary import extraordinary
from roundtable_tui.text.safe import is_dropped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roundtable_tui.search.readings.analyser import Analyser

_NUMERALS = "0-9０-９〇一二三四五六七八九十百千万億"
_GAP = r"\s{0,2}"
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_COUNTED = re.compile(f"[{_NUMERALS}{KANJI}]")
_KANJI = re.compile(f"[{KANJI}]")


def read(text: str, analyser: Analyser | None, names: Mapping[str, str]) -> tuple[Word, ...]:
    """Return the words of `text` that hold a kanji, with their readings, in order of (start, end, reading).

    `names` are the readings that the piece states (`stated.stated_readings`): they hold wherever their spelling stands
    as a word, instead of what `analyser` says, a single kanji's beside it. In a reading `/` stands between readings
    that all hold; a space, where the spelling has one too, between two words that are written with or without it.
    Without an analyser only `names` are found. A single kanji within a compound has its `further` readings too.
    What draws nothing, as the selector of a variant of a kanji, is read past and belongs to the word before it.
    """
    if extraordinary().search(text):
        drawn = [place for place, sign in enumerate(text) if not is_dropped(sign)]
        if len(drawn) < len(text):
            plain = "".join(text[place] for place in drawn)
            drawn.append(len(text))
            words = _read(plain, analyser, {_drawn(name): reading for name, reading in names.items()})
            return tuple(Word(drawn[start], drawn[end], reading) for start, end, reading in words)
    return _read(text, analyser, names)


def _drawn(text: str) -> str:
    return "".join(sign for sign in text if not is_dropped(sign))


def _read(text: str, analyser: Analyser | None, names: Mapping[str, str]) -> tuple[Word, ...]:
    words: list[Word] = analyser.words(text) if analyser else []
    if analyser:
        words = _put(words, WHOLE, text, alone=False)
        words = sorted({*words, *(word for word in further(text, words) if text[word.start] not in names)})
    if names:
        words = _put(words, names, text, alone=analyser is None)
    others = (
        Word(*place, reading) for place in {word[:2] for word in words} for reading in _others(text, *place, names)
    )
    return tuple(sorted({*words, *others}))


def _others(text: str, start: int, end: int, names: Mapping[str, str]) -> tuple[str, ...]:
    """The other readings of a word that is not stated. Beside kanji and figures a single kanji has none: 令和3年."""
    word = text[start:end]
    beside = len(word) == 1 and _COUNTED.search(text[max(start - 1, 0) : start] + text[end : end + 1])
    return () if beside or word in names else OTHERS.get(word, ())


def _put(words: list[Word], stated: Mapping[str, str], text: str, *, alone: bool) -> list[Word]:
    """Return `words` with those of `stated` in the place of what they overlap; `alone` says that nobody found words."""
    pattern, parts = _stated_pattern(tuple(stated.items()))
    put: list[Word] = []
    for match in pattern.finditer(text) if pattern else ():
        start, end = match.span()
        kanji = len(_KANJI.findall(match[0]))
        if alone:
            if _kanji_beside(text, start, end, kanji):
                continue
        elif kanji < 3 and any(_cut(word, start) or _cut(word, end) for word in words):
            continue  # 原 within 梅原, 日高 across 今日高い
        if kanji > 1:
            words = [word for word in words if word.end <= start or end <= word.start]
        put.extend(_placed(parts["".join(match[0].split())], match[0], start))
    return sorted({*words, *put}) if put else words


def _cut(word: Word, place: int) -> bool:
    return word.start < place < word.end


def _kanji_beside(text: str, start: int, end: int, kanji: int) -> bool:
    """Whether a kanji before [start, end), or after a single one, may make another word of it."""
    return bool(_KANJI.match(text[start - 1 : start]) or (kanji == 1 and _KANJI.match(text[end : end + 1])))


def _placed(parts: Sequence[tuple[str, tuple[str, ...]]], spelled: str, start: int) -> Iterator[Word]:
    """The words of one occurrence: its parts, one after another, each with all its readings."""
    at = 0
    for spelling, readings in parts:
        at = spelled.index(spelling, at)
        for reading in readings:
            yield Word(start + at, start + at + len(spelling), reading)
        at += len(spelling)


@lru_cache(maxsize=64)
def _stated_pattern(
    stated: tuple[tuple[str, str], ...],
) -> tuple[re.Pattern[str] | None, dict[str, list[tuple[str, tuple[str, ...]]]]]:
    """What finds every stated spelling, the longest first, and the parts with readings of each, spaces left out."""
    parts = {}
    for spelling, reading in stated:
        pieces = list(zip(spelling.split(), (part.split("/") for part in reading.split()), strict=False))
        if len(spelling.split()) != len(reading.split()):
            pieces = [("".join(spelling.split()), "".join(reading.split()).split("/"))]
        parts["".join(spelling.split())] = [(part, tuple(readings)) for part, readings in pieces]
    if not parts:
        return None, parts
    spellings = sorted(parts, key=len, reverse=True)
    firsts = re.escape("".join({spelling[0] for spelling in spellings}))  # most places are none: they are passed fast
    anywhere = "|".join(_one_pattern([part for part, _ in parts[spelling]]) for spelling in spellings)
    return re.compile(f"(?=[{firsts}])(?:{anywhere})"), parts


def _one_pattern(parts: list[str]) -> str:
    whole = _GAP.join(map(re.escape, parts))
    return f"(?<![{_NUMERALS}]){whole}" if _NUMERAL.match(whole) else whole


def spelled_readings(words: Sequence[Word], text: str, start: int, end: int) -> str:
    """Return [start, end) of `text` as `words` (no two overlap) read it; what they do not read stays as it is."""
    inside = [word for word in words if start <= word.start and word.end <= end]
    ends = [start, *(word.end for word in inside)]
    starts = [*(word.start for word in inside), end]
    gaps = [text[gap:until] for gap, until in zip(ends, starts, strict=True)]
    return "".join(chain.from_iterable(zip(gaps, [*(word.reading for word in inside), ""], strict=True)))
