"""Readings that a piece states itself: 研修（けんしゅう） in its text, and the kana of its participants' names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from roundtable_tui.search.readings.kanji import KANJI, has_kanji, reading_of
from roundtable_tui.search.readings.read import spelled_readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.model import Participant
    from roundtable_tui.search.readings.analyser import Analyser
    from roundtable_tui.search.readings.words import Word

_KANA = "ぁ-ゖァ-ヺー"
_GIVEN = re.compile(f"([{KANJI}{_KANA}]{{1,24}})[」』”]?[（(]([{_KANA}ｦ-ﾟ・\\s]{{1,40}})[）)]")
_RUNS = re.compile(f"([{KANJI}]+)|[^{KANJI}]+")
_KANJI_RUN = re.compile(f"[{KANJI}]+")
_BETWEEN = re.compile(r"[\s・=＝]+")


def stated_readings(
    participants: Iterable[Participant], texts: Iterable[str], analyser: Analyser | None
) -> dict[str, str]:
    """Return the readings that a piece of `participants` and `texts` states, by spelling, as `read` takes them.

    A participant's kana go before a reading in the text, and there the first goes before a later one.
    """
    stated = dict(names_of(participants))
    for text in texts:
        if ")" in text or "）" in text:
            for spelling, reading in _given(text, analyser):
                stated.setdefault(spelling, reading)
    return stated


def names_of(participants: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    """Yield the names of `participants` that are written in kanji, with their readings in hiragana.

    A name of two parts comes whole and as its family name, and as its given name unless that is a single kanji,
    which is a word of its own too often (実, 学).
    """
    for participant in participants:
        names = _BETWEEN.split(participant.full_name.strip())
        kana = [reading_of(normalize("NFKC", part)) for part in _BETWEEN.split(participant.kana.strip())]
        if not all(kana) or not has_kanji(participant.full_name):
            continue
        if len(names) != len(kana):
            yield "".join(names), "".join(kana)
            continue
        yield " ".join(names), " ".join(kana)
        for place, (name, reading) in enumerate(zip(names, kana, strict=True)):
            if len(names) > 1 and has_kanji(name) and (len(name) > 1 or place == 0):
                yield name, reading


def _given(text: str, analyser: Analyser | None) -> Iterator[tuple[str, str]]:
    for match in _GIVEN.finditer(text):
        reading = reading_of("".join(normalize("NFKC", match[2]).replace("・", " ").split()))
        if not reading or not has_kanji(match[1]):
            continue
        before = text[: match.end(1)][-80:]
        words = analyser.words(f"{before}（") if analyser else []  # what follows tells where words end
        start = _start(before, len(match[1]), words, reading)
        if start is not None:
            known = next((word.reading for word in words if (word.start, word.end) == (start, len(before))), "")
            # What stands in brackets may be no reading at all: 会議（まとめ）. Then the word keeps its own as well.
            doubtful = known and _distance(reading, known) * 2 > max(len(reading), len(known))
            yield before[start:], f"{reading}/{known}" if doubtful else reading


def _start(before: str, letters: int, words: list[Word], reading: str) -> int | None:
    """Return where in `before` the word starts that `reading` belongs to; None where none can be read so.

    The longest that can, less the words in front that have no part in the reading: 市長 in 市長石破（いしば）. A single
    kanji in front is none of those, as it is read in too many ways: 八 in 八重霧町（やえぎりちょう）.
    """
    fitting = [start for start in sorted(_starts(before, letters, words)) if _can_be_read(before[start:], reading)]
    chosen = None
    least = length = 0
    for start in fitting:
        found = spelled_readings(words, before, start, len(before))
        errors = _distance(reading, found)
        apart = any(word.end - word.start > 1 and fitting[0] <= word.start < start for word in words)
        if chosen is None or not errors or (apart and errors <= least - (length - len(found))):
            chosen, least, length = start, errors, len(found)
    return chosen


def _starts(before: str, letters: int, words: list[Word]) -> set[int]:
    """Where the word may start whose reading follows `before`: at a word of the analyser, or at a run of kanji."""
    earliest = len(before) - letters
    runs = {match.start() for match in _KANJI_RUN.finditer(before)}
    begun = {word.start for word in words}
    inside = {place for word in words for place in range(word.start + 1, word.end)}
    return {start for start in (runs - inside) | begun if start >= earliest}


def _can_be_read(spelling: str, reading: str) -> bool:
    """Whether `reading` has the kana of `spelling` where they stand and some for each run of kanji between."""
    parts = []
    for match in _RUNS.finditer(spelling):
        kanji = len(match[1] or "")
        parts.append(f".{{{kanji - kanji // 3},{5 * kanji}}}" if kanji else re.escape(reading_of(match[0]) or "\0"))
    return re.fullmatch("".join(parts), reading) is not None


def _distance(reading: str, found: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(reading, found)
