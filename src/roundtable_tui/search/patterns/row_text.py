"""The text of one row in every shape that looking for words asks for, each made when it is first needed."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from roundtable_tui.search.readings.words import Word, decode, goes_across
from roundtable_tui.text.fold import Folded, fold, fold_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.search.patterns.fit import Span

_end = itemgetter(1)


class RowText:
    """The `text` of a row as it was printed, and its words as `encode` keeps them (None where none are known yet)."""

    __slots__ = ("_folded", "_kept", "_map", "_words", "text")

    def __init__(self, text: str, words: bytes | None) -> None:
        self.text = text
        self._kept = words
        self._folded: str | None = None
        self._map: Folded | None = None
        self._words: Sequence[Word] | None = None

    @property
    def folded(self) -> str:
        """The folded text."""
        if self._folded is None:
            self._folded = fold_text(self.text)
        return self._folded

    def unfold(self) -> None:
        """Fold the text with the way back at once, for whoever wants spans of it."""
        self._map = fold(self.text)
        self._folded = self._map.text

    @property
    def words(self) -> Sequence[Word]:
        """The words with a reading, in order."""
        if self._words is None:
            self._words = self._decoded()
        return self._words

    def _decoded(self) -> Sequence[Word]:
        """The words, or none where damage has spoilt them: whoever shows a row looks at its checksum."""
        try:
            words = decode(self._kept) if self._kept else ()
        except ValueError:
            return ()
        return words if max(map(_end, words), default=0) <= len(self.text) else ()

    def span(self, start: int, end: int) -> Span:
        """Return the code points of the original behind [start, end) of the folded text."""
        if self._map is None:
            self._map = fold(self.text)
        return self._map.span(start, end)

    def splits_word(self, start: int, end: int) -> bool:
        """Return whether one of the words with a reading goes on across `start` or `end` of the original."""
        kept = self._kept
        try:
            return kept is not None and (goes_across(kept, start) or goes_across(kept, end))
        except ValueError:  # damage, as above
            return False
