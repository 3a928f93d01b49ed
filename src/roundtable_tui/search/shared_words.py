"""The words of a library, read once for all the readers of its index."""

from __future__ import annotations

from _thread import allocate_lock
from typing import TYPE_CHECKING

from roundtable_tui.search.vocabulary.vocabulary import Vocabulary

if TYPE_CHECKING:
    from roundtable_tui.search.index.reader import Reader

_STATE = "SELECT count(*), total(crc), total(crc * count) FROM word"


class SharedWords:
    """Keeps the vocabulary that was read last. Any thread may call any method."""

    def __init__(self) -> None:
        self._lock = allocate_lock()
        self._state: object = None
        self._words: Vocabulary | None = None

    def now(self, reader: Reader) -> Vocabulary | None:
        """Return the words that `reader` would give, where they have been read; else None, at once."""
        words = self._words
        return words if words is not None and self._state == _state(reader) else None

    def read(self, reader: Reader) -> Vocabulary:
        """Return the words that `reader` gives, read now where they have not been."""
        with self._lock:
            state = _state(reader)
            if self._words is None or self._state != state:
                self._words = Vocabulary(reader.words())
                self._state = state
            return self._words


def _state(reader: Reader) -> object:
    """What changes when the words do."""
    return reader.database.execute(_STATE).fetchone()
