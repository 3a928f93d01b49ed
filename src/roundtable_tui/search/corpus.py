"""Every piece of a library, indexed in memory: filled piece by piece, searched while it is being filled."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from roundtable_tui.search.indexed import Indexer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.library import Library
    from roundtable_tui.search.indexed import IndexedPiece
    from roundtable_tui.search.originals import Originals
    from roundtable_tui.search.voice import Voice

Mark = tuple[str, int, int]
"""What tells one state of a file from another: path, size in bytes, time of the last change in nanoseconds."""

_PUBLISH_EVERY = 0.2
"""Seconds between two snapshots while the library is being read."""


@dataclass(frozen=True)
class Snapshot:
    """What could be searched at one moment, and stays as it is.

    `pieces` are in the order of the library, newest first. `unreadable` files have nothing to search. `total` counts
    the files of the library, those still to be read included.
    """

    pieces: tuple[IndexedPiece, ...] = ()
    unreadable: int = 0
    total: int = 0

    @property
    def searched(self) -> int:
        """How many files were read, unreadable ones included."""
        return len(self.pieces) + self.unreadable

    @cached_property
    def words(self) -> Counter[str]:
        """The Latin and katakana words of all pieces, folded, with the number of pieces that hold each."""
        return Counter(word for piece in self.pieces for word in piece.words)

    @cached_property
    def voices(self) -> frozenset[Voice]:
        """Everybody who takes part in any piece."""
        return frozenset(voice for piece in self.pieces for voice in piece.voices)


class Corpus:
    """Holds the index of a library. One thread at a time fills it, any number read snapshots meanwhile."""

    def __init__(self, library: Library, originals: Originals) -> None:
        self._library = library
        self._originals = originals
        self._indexer = Indexer()
        self._writing = Lock()
        self._held: dict[str, tuple[Mark, IndexedPiece | None]] = {}
        self.snapshot = Snapshot()

    def fill(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Index what is new or changed in the library and forget what is gone; return whether all of it was done.

        Changed is a file of another size or time. May be called again at any time, and from a worker thread: a second
        caller waits for the first. `cancelled` is asked before every file; what was read till then stays.
        Raises OSError where the folder cannot be read.
        """
        with self._writing:
            return self._bring_up_to_date(self._library.entries(cancelled=cancelled), cancelled)

    def _bring_up_to_date(self, entries: Sequence[Entry], cancelled: Callable[[], bool]) -> bool:
        current = {entry.id: _mark(entry) for entry in entries}
        self._held = {name: held for name, held in self._held.items() if held[0] == current.get(name)}
        missing = [entry for entry in entries if entry.id not in self._held]
        shown = self._publish(entries)
        for entry in missing:
            if cancelled():
                break
            self._held[entry.id] = (_mark(entry), self._read(entry))
            if monotonic() - shown > _PUBLISH_EVERY:
                shown = self._publish(entries)
        if missing:
            self._publish(entries)
        return len(self._held) == len(entries) and not cancelled()

    def piece(self, name: str) -> IndexedPiece | None:
        """Return the piece with that id, read now if it was not yet; None where there is none or it cannot be read."""
        for piece in self.snapshot.pieces:
            if piece.label.id == name:
                return piece
        try:
            path = self._library.path(name)
        except OSError:
            return None
        if path is None:
            return None
        transcript = self._originals.get(name, str(path))
        return Indexer().index(transcript, str(path)) if transcript else None

    def _read(self, entry: Entry) -> IndexedPiece | None:
        transcript = self._originals.read(entry.id, entry.path)
        return self._indexer.index(transcript, entry.path) if transcript else None

    def _publish(self, entries: Sequence[Entry]) -> float:
        """Let searches see what is held by now; return the time, in seconds of the monotonic clock."""
        held = [self._held[entry.id][1] for entry in entries if entry.id in self._held]
        pieces = tuple(piece for piece in held if piece is not None)
        self.snapshot = Snapshot(pieces, len(held) - len(pieces), len(entries))
        return monotonic()


def _mark(entry: Entry) -> Mark:
    return entry.path, entry.size, entry.mtime_ns
