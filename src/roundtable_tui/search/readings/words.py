"""Words with their readings, and how they are kept: one byte for the place, one byte for each kana.

A word begins with a byte of two halves: how far it starts after the word before it, and its length, in code points.
Where one does not fit, a zero stands there and both follow as numbers of seven bits a byte. The kana come after it as
their place in the hiragana block, the last of a word marked by the high bit.
"""

from __future__ import annotations

import re
from codecs import charmap_decode
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST = 0x80
_KANA = {chr(code): code - 0x3040 for code in (*range(0x3041, 0x3097), *range(0x309B, 0x30A0))} | {"ー": 0x60}
_LETTERS = "".join({byte: kana for kana, byte in _KANA.items()}.get(code & 0x7F, "?") for code in range(256))
_WORD = re.compile(rb"(?:\0([\x80-\xff]*[\0-\x7f])([\x80-\xff]*[\0-\x7f])|([^\0]))([\x01-\x7f]*[\x80-\xff])")


class Word(NamedTuple):
    """A word of a text: its code points [start, end) of the original, and its reading in hiragana.

    One span may be several words, each with another reading.
    """

    start: int
    end: int
    reading: str


def encode(words: Iterable[Word]) -> bytes:
    """Return `words` as bytes that `decode` turns back into exactly them.

    Raises ValueError where a word starts before the one before it, is empty, or is not read in hiragana (U+3041 to
    U+3096, U+309B to U+309F and ー).
    """
    kept = bytearray()
    before = 0
    for word in words:
        gap, length = word.start - before, word.end - word.start
        if gap < 0 or length < 1:
            raise ValueError(f"{word} after a word that starts at {before}: expected a later start and an end after it")
        if not word.reading or not _KANA.keys() >= set(word.reading):
            raise ValueError(f"{word} has a reading that is not hiragana")
        if gap < 16 and length < 16:
            kept.append(gap << 4 | length)
        else:
            kept.append(0)
            kept += _number(gap) + _number(length)
        kept += bytes(map(_KANA.__getitem__, word.reading))
        kept[-1] |= _LAST
        before = word.start
    return bytes(kept)


def decode(kept: bytes) -> tuple[Word, ...]:
    """Return the words that `encode` made `kept` of. Raises ValueError where it cannot have made it."""
    letters = charmap_decode(kept, "strict", _LETTERS)[0]
    words = []
    start = done = 0
    for match in _WORD.finditer(kept):
        if match.start() != done:
            break
        short = match[3]
        gap, length = (short[0] >> 4, short[0] & 15) if short else (_value(match[1]), _value(match[2]))
        start += gap
        done = match.end()
        words.append(Word(start, start + length, letters[match.start(4) : done]))
    if done != len(kept) or any(word.start == word.end or "?" in word.reading for word in words):
        raise ValueError(f"no words are kept as {kept!r}")
    return tuple(words)


def _number(value: int) -> bytes:
    """`value` in bytes of seven bits, the lowest first, the high bit set on all but the last."""
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def _value(number: bytes) -> int:
    return sum((part & 0x7F) << 7 * place for place, part in enumerate(number))
