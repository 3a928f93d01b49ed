"""What of a text has to be read: kanji and the signs that stand for one, and what their readings are written in."""

from __future__ import annotations

import re
from functools import lru_cache

KANJI = "々〆ヵヶ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The kanji, and 々〆ヵヶ, which are read like one: the inside of a set of a regular expression."""

_KANJI = re.compile(f"[{KANJI}]")
_READING = re.compile("[\u3041-\u3096ー]+")
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def has_kanji(text: str) -> bool:
    """Return whether `text` holds a kanji or a sign that stands for one."""
    return _KANJI.search(text) is not None


@lru_cache(maxsize=8192)
def reading_of(kana: str) -> str:
    """Return `kana` as a reading, in hiragana; nothing where it holds anything but kana and long-vowel marks."""
    reading = kana.translate(_HIRAGANA)
    return reading if _READING.fullmatch(reading) else ""
