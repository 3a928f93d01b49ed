"""The words that occur in a library, kept in memory, and what of them another word may stand for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.distance import distance, within
from roundtable_tui.search.slips import (
    begins_so,
    errors_in_reading,
    errors_in_word,
    is_kanji,
    is_slip,
    is_slip_of_reading,
)
from roundtable_tui.search.vocabulary.kana_variants import first_letters, kana_keys
from roundtable_tui.search.vocabulary.kanji_variants import is_same_word
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_BETWEEN = "\n"
"""Between the words of one reading and the readings of one word, most of which have one: a list each would cost more
than all the words."""


_MOST_APART = 3
"""Letters in which two spellings of one word in kana differ, at most."""


class Near(NamedTuple):
    """A word that a misspelt one may have meant: folded, with its errors and the number of rows that hold it."""

    word: str
    distance: int
    count: int  # type: ignore[assignment]  # nobody counts the fields of one


class Vocabulary:
    """The words of a library, from rows of (folded word, its reading without long vowels or nothing, count).

    A word may have several rows, one for each reading. Everything given and returned is folded.
    """

    def __init__(self, rows: Iterable[tuple[str, str, int]]) -> None:
        self._counts: dict[str, int] = {}
        self._readings: dict[str, str] = {}
        self._read: dict[str, str] = {}
        for word, reading, count in rows:
            if count > self._counts.get(word, 0):
                self._counts[word] = count
            if reading:
                known = self._readings.get(word)
                self._readings[word] = f"{known}{_BETWEEN}{reading}" if known else reading
                known = self._read.get(reading)
                self._read[reading] = f"{known}{_BETWEEN}{word}" if known else word
        self._by_first = _grouped(self._counts, 0)
        self._by_last = _grouped(self._counts, -1)
        self._by_sound = _grouped(self._read, 0)

    def __len__(self) -> int:
        return len(self._counts)

    def count(self, folded: str) -> int:
        """Return in how many rows the word occurs; 0 where it does not."""
        return self._counts.get(folded, 0)

    def sounding(self, sound: str) -> tuple[str, ...]:
        """Return the words that sound exactly so, in kana without long vowels."""
        return tuple(self._read.get(sound, "").split())

    def variants(self, folded: str) -> tuple[str, ...]:
        """Return the other spellings of `folded` that occur, the more frequent first.

        It need not occur itself. A spelling is another one of the same word, never a near word: サーバ for サーバー,
        打合せ for 打ち合わせ.
        """
        if len(folded) < 2:
            return ()
        if is_kanji(folded[0]):
            found = set(self._kanji_variants(folded))
        elif _is_kana(folded):
            found = set(self._kana_variants(folded))
        else:
            return ()
        return tuple(sorted(found - {folded}, key=lambda word: (-self._counts[word], word)))

    def near(self, folded: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the nearest words to `folded` other than itself and its variants, the more frequent first.

        All have the same number of errors: whoever made one error did not mean a word two errors away. At most
        `limit`; none where `slips` allows so short a word no error.
        """
        errors = errors_in_word(len(folded))
        if not errors:
            return ()
        same = {folded, *self.variants(folded)}
        found = _meant(folded, self._may_be_meant(folded), errors)
        return self._nearest([(word, far) for word, far in found if word not in same], limit)

    def near_reading(self, kana: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the words written with kanji whose reading is nearest to `kana` without being it, as `near` does."""
        sound = collapse(kana)
        errors = errors_in_reading(len(sound))
        if not errors or sound in self._read:
            return ()
        choices = [reading for first in {*sound[:2]} for reading in self._by_sound.get(first, ())]
        words: dict[str, int] = {}
        for reading, far in within(sound, choices, errors):
            for word in self._read[reading].split(_BETWEEN) if is_slip_of_reading(sound, reading) else ():
                words[word] = min(far, words.get(word, far))
        return self._nearest(list(words.items()), limit)

    def _nearest(self, found: list[tuple[str, int]], limit: int) -> tuple[Near, ...]:
        fewest = min((far for _, far in found), default=0)
        nearest = [Near(word, far, self._counts[word]) for word, far in found if far == fewest]
        return tuple(sorted(nearest, key=lambda near: (-near.count, near.word))[:limit])

    def _may_be_meant(self, typed: str) -> set[str]:
        """The words that `slips` may let `typed` mean, by their first and last letter."""
        words = {word for letter in {*typed[:2]} for word in self._by_first.get(letter, ())}
        if not begins_so(typed):
            words.update(word for letter in {*typed[-2:]} for word in self._by_last.get(letter, ()))
        return words

    def _kanji_variants(self, folded: str) -> Iterator[str]:
        readings = self._readings.get(folded, "").split()
        for word in self._by_first.get(folded[0], ()):
            if is_same_word(folded, readings, word, self._readings.get(word, "").split()):
                yield word

    def _kana_variants(self, folded: str) -> Iterator[str]:
        keys: set[str] = set()
        letters = {*folded}
        for first in first_letters(folded):
            for word in self._by_first.get(first, ()):
                most = min(_MOST_APART, min(len(word), len(folded)) // 2)
                if abs(len(word) - len(folded)) > most or len(letters.symmetric_difference(word)) > 2 * most:
                    continue
                keys = keys or kana_keys(folded)
                alike = word != folded and _is_kana(word) and not keys.isdisjoint(kana_keys(word))
                if alike and distance(folded, word, most) <= most:
                    yield word


def _is_kana(word: str) -> bool:
    return all("\u3041" <= letter <= "\u3096" or letter == "-" for letter in word)


def _grouped(words: Iterable[str], place: int) -> dict[str, list[str]]:
    """Words by their letter at `place`."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[place]].append(word)
    return dict(groups)


def _meant(typed: str, choices: Collection[str], errors: int) -> Iterator[tuple[str, int]]:
    """Yield those of `choices` that may be meant by `typed`, with their distance, which is at most `errors`."""
    return ((word, far) for word, far in within(typed, choices, errors) if far and is_slip(typed, word, far, word=True))
