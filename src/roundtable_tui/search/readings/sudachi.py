"""Readings by Sudachi, a morphological analyser whose dictionary is renewed twice a year."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import sudachipy
from sudachipy.errors import SudachiError

from roundtable_tui.search.readings.kanji import has_kanji, reading_of
from roundtable_tui.search.readings.known import EDITION
from roundtable_tui.search.readings.portions import portions
from roundtable_tui.search.readings.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterator


class SudachiAnalyser:
    """The `Analyser` that `SudachiPy` with its small dictionary is. Raises ImportError where that one is missing."""

    def __init__(self) -> None:
        try:
            dictionary = sudachipy.Dictionary(dict="small")
        except SudachiError as error:
            raise ImportError(f"the small dictionary of Sudachi does not load: {error}") from error
        self._tokenize = dictionary.tokenizer(mode=sudachipy.SplitMode.B).tokenize

    @property
    def name(self) -> str:
        """The name with the versions of Sudachi and its dictionary."""
        return f"sudachi {sudachipy.__version__}, small {version('sudachidict_small')}, {EDITION}"

    def words(self, text: str) -> list[Word]:
        """Return the words of `text` that hold a kanji and whose reading the dictionary gives."""
        return [word for start, portion in portions(text) for word in self._words(start, portion)]

    def _words(self, offset: int, text: str) -> Iterator[Word]:
        try:
            morphemes = self._tokenize(text)
        except SudachiError:  # signs that become dozens when normalised (ﷺ) can make a portion too long
            half = len(text) // 2
            if half:
                yield from self._words(offset, text[:half])
                yield from self._words(offset + half, text[half:])
            return
        for morpheme in morphemes:
            if has_kanji(morpheme.surface()) and (reading := reading_of(morpheme.reading_form())):
                yield Word(offset + morpheme.begin(), offset + morpheme.end(), reading)
