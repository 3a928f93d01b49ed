"""Words with their readings, and how they are kept: one byte for the place, one byte for each kana.

First comes how many words there are, then one byte for the place of each: in one half how far it starts after the word
before it, in the other its length, in code points. Where either does not fit, a zero stands there, and both follow all
places as numbers. The kana come last, as their places in the hiragana block, the last of each word marked by the high
bit. A number has seven bits a byte, the lowest first, and the high bit on all but the last. No words are no bytes.
"""

from __future__ import annotations

from codecs import charmap_decode
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST = 0x80
_KANA = {chr(code): code - 0x3040 for code in (*range(0x3041, 0x3097), *range(0x309B, 0x30A0))} | {"ー": 0x60}
_LETTERS = {byte: kana for kana, byte in _KANA.items()} | {byte | _LAST: f"{kana} " for kana, byte in _KANA.items()}
_SHORT = bytes(place for place in range(256) if place & 15)


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
    places, numbers, letters = bytearray(), bytearray(), bytearray()
    before = 0
    for word in words:
        gap, length = word.start - before, word.end - word.start
        if gap < 0 or length < 1:
            raise ValueError(f"{word} after a word that starts at {before}: expected a later start and an end after it")
        if not word.reading or not _KANA.keys() >= set(word.reading):
            raise ValueError(f"{word} has a reading that is not hiragana")
        if gap < 16 and length < 16:
            places.append(gap << 4 | length)
        else:
            places.append(0)
            numbers += _number(gap) + _number(length)
        letters += bytes(map(_KANA.__getitem__, word.reading))
        letters[-1] |= _LAST
        before = word.start
    return b"".join((_number(len(places)), places, numbers, letters)) if places else b""


def decode(kept: bytes) -> tuple[Word, ...]:
    """Return the words that `encode` made `kept` of. Raises ValueError where it cannot have made it."""
    if not kept:
        return ()
    many, at = _value(kept, 0)
    places = kept[at : at + many]
    at += many
    far: list[tuple[int, int]] = []
    if unusual := places.translate(None, _SHORT):
        if unusual.strip(b"\0"):
            raise ValueError(f"{kept!r} has a word without letters")
        for _ in unusual:
            gap, at = _value(kept, at)
            length, at = _value(kept, at)
            if not length:
                raise ValueError(f"{kept!r} has a word without letters")
            far.append((gap, length))
        far.reverse()  # to take one after another from its end
    readings = charmap_decode(kept[at:], "strict", _LETTERS)[0].split(" ")
    if not many or readings.pop() or len(readings) != len(places) or many != len(places):
        raise ValueError(f"{kept!r} is not {many} words with a reading each")
    words = []
    start = 0
    new = tuple.__new__  # a third of the time of `Word(…)`, and a search makes thousands
    for place, reading in zip(places, readings, strict=True):
        gap, length = (place >> 4, place & 15) if place else far.pop()
        start += gap
        words.append(new(Word, (start, start + length, reading)))
    return tuple(words)


def goes_across(kept: bytes, place: int) -> bool:
    """Return whether a word that `encode` kept goes on across `place`, a code point: far quicker than `decode`."""
    if not kept:
        return False
    many, at = _value(kept, 0)
    start = 0
    for gap_and_length in kept[at : at + many]:
        if not gap_and_length:
            return any(word.start < place < word.end for word in decode(kept))
        start += gap_and_length >> 4
        if start >= place:
            return False
        if place < start + (gap_and_length & 15):
            return True
    return False


def _number(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def _value(kept: bytes, at: int) -> tuple[int, int]:
    """The number at `at`, and where it ends. Raises ValueError where it does not."""
    value = shift = 0
    for place in range(at, len(kept)):
        value |= (kept[place] & 0x7F) << shift
        if kept[place] < 0x80:
            return value, place + 1
        shift += 7
    raise ValueError(f"{kept!r} ends within a number")
