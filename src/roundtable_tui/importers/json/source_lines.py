"""The lines of a JSON document in which its texts stand, which a parser does not tell."""

from __future__ import annotations

import json

MISSES = 1_000
"""Texts that are looked for to the end of the source in vain, after which no line is looked for any more."""


class SourceLines:
    """Finds the lines of texts that are asked for in the order of the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._line = 1
        self._misses = 0

    def of(self, text: str) -> int:
        """Return the line, from 1, of the next place at which `text` stands as JSON writes it; else the last one found.

        Somebody may write every text in another way than programs do, and a search in vain goes to the end.
        """
        if not text or self._misses >= MISSES:
            return self._line
        for written in (json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1]):
            found = self._source.find(written, self._place)
            if found >= 0:
                self._line += self._source.count("\n", self._place, found)
                self._place = found
                return self._line
        self._misses += 1
        return self._line
