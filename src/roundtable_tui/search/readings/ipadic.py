"""Readings by Lindera, a morphological analyser that has the IPADIC dictionary inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lindera

from roundtable_tui.search.readings.kanji import has_kanji, reading_of
from roundtable_tui.search.readings.known import EDITION
from roundtable_tui.search.readings.portions import portions
from roundtable_tui.search.readings.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_READING = 7
"""The column of IPADIC that has the reading in katakana; `*` where a word is unknown."""


class LinderaAnalyser:
    """The `Analyser` that `lindera-python-ipadic` is. Loading it raises ImportError where its dictionary is missing."""

    def __init__(self) -> None:
        try:
            dictionary = lindera.load_dictionary("embedded://ipadic")
        except lindera.LinderaError as error:
            raise ImportError(f"lindera has no IPADIC inside: {error}") from error
        self._tokenize = lindera.Tokenizer(dictionary, mode="normal").tokenize

    @property
    def name(self) -> str:
        """The name with the version of Lindera."""
        return f"lindera {lindera.version()}, IPADIC, {EDITION}"

    def words(self, text: str) -> list[Word]:
        """Return the words of `text` that hold a kanji and are in IPADIC."""
        return [word for start, portion in portions(text) for word in self._words(start, portion)]

    def _words(self, offset: int, text: str) -> Iterator[Word]:
        kept = text.encode()
        at = done = 0  # the code points and the bytes before the token; white space is no token
        for token in self._tokenize(text):
            if token.byte_start != done:
                at += len(kept[done : token.byte_start].decode())
            surface = token.surface
            end = at + len(surface)
            if has_kanji(surface) and (reading := reading_of(token.get_detail(_READING) or "")):
                yield Word(offset + at, offset + end, reading)
            at, done = end, token.byte_end
