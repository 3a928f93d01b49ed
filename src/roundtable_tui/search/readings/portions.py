"""Long texts in portions that an analyser takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 4000
"""Code points of a portion: Sudachi takes 49,149 bytes at once, of at most four for each, and more once normalised."""

_BREAKS = re.compile(r"[\n。、！？」』）\s]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def portions(text: str) -> Iterator[tuple[int, str]]:
    """Yield every portion of `text` with the code point it starts at, cut where a word hardly goes on.

    Half a surrogate pair, which no analyser takes, is U+FFFD in a portion.
    """
    start = 0
    while len(text) - start > MOST:
        end = start + MOST
        for match in _BREAKS.finditer(text, start + MOST // 2, end):
            end = match.end()
        yield start, _SURROGATES.sub("\ufffd", text[start:end])
        start = end
    if start < len(text):
        yield start, _SURROGATES.sub("\ufffd", text[start:])
