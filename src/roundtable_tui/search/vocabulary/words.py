"""Which words of a row belong in the vocabulary."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.search.readings.words import Word

_KATAKANA = "[ァ-ヺｦ-ｯｱ-ﾝ][ァ-ヺーヽヾｦ-ﾟ]+"
_LATIN = "[a-zß-öø-ʯͰ-ԯ]{2,}"


def vocabulary_words(text: str, words: Iterable[Word]) -> Iterator[tuple[str, str]]:
    """Yield the words of a row (its original text, and its words with readings) as (folded word, reading).

    These are the words with kanji, with their reading without long vowels; and without a reading katakana of two code
    points and more, and words of two and more Latin, Greek or Cyrillic letters. Each comes once.
    """
    found = dict.fromkeys(_entry(text[word.start : word.end], word.reading) for word in words)
    found |= dict.fromkeys((fold_text(match[0]), "") for match in re.finditer(_KATAKANA, text))
    found |= dict.fromkeys((match[0], "") for match in re.finditer(_LATIN, fold_text(text)))
    yield from found


@lru_cache(maxsize=16384)
def _entry(word: str, reading: str) -> tuple[str, str]:
    """A word as the vocabulary holds it. A library says the same few thousand words over and over."""
    return fold_text(word), collapse(reading)


@lru_cache(maxsize=65536)
def _folded(surface: str, reading: str) -> tuple[str, str]:
    """A word and its reading as the vocabulary has them."""
    return fold_text(surface), collapse(reading)
