"""Texts as an analyser takes them: in portions, and in the kanji that its dictionary has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.text.old_kanji import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 1000
"""Code points of a portion: an analyser lets no other thread run for the 2 ms that it takes, and Sudachi takes no more
than 49,149 bytes at once."""

_BREAKS = re.compile(r"[\n。、！？」』）\s]")


class _Taken(dict[int, int]):
    """What is given for each code point, worked out when it is first met, as most are given as they are."""

    def __missing__(self, code: int) -> int:
        if 0xD800 <= code < 0xE000:
            taken = 0xFFFD
        elif 0x30 <= code < 0x3A:
            taken = code + 0xFEE0
        else:
            taken = ord(USUAL.get(chr(code), chr(code)))
        self[code] = taken
        return taken


_TAKEN = _Taken()


def portions(text: str) -> Iterator[tuple[int, str]]:
    """Yield every portion of `text` with the code point it starts at, cut where a word hardly goes on.

    It has as many code points as the original, but those that dictionaries have: 学校 for 學校, ３月 for 3月, and
    U+FFFD for half a surrogate pair, which no analyser takes.
    """
    start = 0
    while len(text) - start > MOST:
        end = start + MOST
        for match in _BREAKS.finditer(text, start + MOST // 2, end):
            end = match.end()
        yield start, text[start:end].translate(_TAKEN)
        start = end
    if start < len(text):
        yield start, text[start:].translate(_TAKEN)
