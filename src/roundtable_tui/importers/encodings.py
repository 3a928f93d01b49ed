"""Which encoding other than UTF-8 a text certainly has: UTF-16, UTF-32, ISO-2022-JP, Shift_JIS or EUC-JP."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b$(D", b"\x1b(J")
_JAPANESE = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"))

_LIKELY = re.compile("[ぁ-んァ-ヶー、。「」（）々一-龥]")
_UNLIKELY = re.compile("[｡-ﾟ\ue000-\uf8ff\x80-\x9f]")
_ENOUGH = 8
"""How many more likely than unlikely characters a text needs before its encoding is certain."""


class Encoding(NamedTuple):
    """An encoding: Python's name of the codec, and the one that people know."""

    codec: str
    name: str


def certain_encoding(data: bytes) -> Encoding | None:
    """Return the encoding that `data`, which is not UTF-8, must have; None where it may have another.

    A byte order mark and the escapes of ISO-2022-JP are certain where the rest can be decoded. Shift_JIS and EUC-JP
    are told apart by what the bytes would say in the other: hardly any kana, but half-width katakana and letters that
    nobody uses. UTF-16 without a mark is known by the zero bytes of its line breaks.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, name) if _decoded(data, codec) is not None else None
    if any(escape in data for escape in _ESCAPES):
        return Encoding("iso2022_jp_2", "ISO-2022-JP") if _decoded(data, "iso2022_jp_2") is not None else None
    if b"\0" in data:
        return _utf_16(data)
    scores = {Encoding(codec, name): _score(_decoded(data, codec)) for codec, name in _JAPANESE}
    best, other = sorted(scores, key=lambda encoding: scores[encoding], reverse=True)
    return best if scores[best] >= _ENOUGH and scores[other] <= 0 else None


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _score(text: str | None) -> int:
    """Return how many more characters of `text` are likely in Japanese than unlikely; below 0 for no text."""
    if text is None:
        return -1
    likely, unlikely = len(_LIKELY.findall(text)), len(_UNLIKELY.findall(text))
    return likely - unlikely * 4


def _utf_16(data: bytes) -> Encoding | None:
    for codec, line_break in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        text = _decoded(data, codec) if line_break in data else None
        if text is not None and "\n" in text and "\0" not in text:
            return Encoding(codec, "UTF-16")
    return None
