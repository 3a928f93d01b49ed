"""The two passes over a library: what is written, and how it sounds."""

from __future__ import annotations

import os
from time import monotonic, sleep
from typing import TYPE_CHECKING

from roundtable_tui.library.identity import identities
from roundtable_tui.library.order import natural
from roundtable_tui.library.scan import is_settled
from roundtable_tui.search.index.prepare import Prepared, prepare, read_hash
from roundtable_tui.search.index.records import packed_name
from roundtable_tui.search.index.second import unread, write_readings
from roundtable_tui.search.index.workers import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roundtable_tui.library.scan import Snapshot, Stamp
    from roundtable_tui.search.index.records import Name, StoredPiece
    from roundtable_tui.search.index.second import ReadPiece, Unread
    from roundtable_tui.search.index.store import Store
    from roundtable_tui.search.readings.analyser import Analyser

    Progress = Callable[[int, int, str], None]

TEXT, READINGS = "text", "readings"
"""The names of the passes."""

_BATCH_ROWS = 2000
_BATCH_SECONDS = 1.0
"""What a transaction holds at most: more costs more when it is lost, less costs more each time."""
_SMALL_ROWS = 100
_PAUSE_SECONDS = 0.005
"""In memory a transaction keeps readers waiting: it is short, and they get their turn after it."""


class _Batch:
    """Counts what is gathered for one transaction."""

    def __init__(self, in_memory: bool) -> None:
        self._most = _SMALL_ROWS if in_memory else _BATCH_ROWS
        self._pause = _PAUSE_SECONDS if in_memory else 0
        self._rows = 0
        self._until = monotonic() + _BATCH_SECONDS

    def is_full(self, rows: int) -> bool:
        """Add `rows` more; return whether it is time to write."""
        self._rows += rows
        return self._rows >= self._most or monotonic() > self._until

    def begin(self) -> None:
        """Begin the next one."""
        if self._pause:
            sleep(self._pause)
        self._rows = 0
        self._until = monotonic() + _BATCH_SECONDS


class Passes:
    """One update of the index that `store` writes; `in_doubt` says that files are to be read again after it."""

    def __init__(self, store: Store, in_memory: bool, cancelled: Callable[[], bool], progress: Progress) -> None:
        self.in_doubt = False
        self._store = store
        self._in_memory = in_memory
        self._cancelled = cancelled
        self._progress = progress
        self._wrote = False
        self._whole = True

    def text(self, root: str, present: Snapshot, now: int) -> bool:
        """Do the first pass over the files `present`, seen at `now` or later; return whether it came to its end."""
        self._store.refresh()
        ids = identities(present)
        gone = {piece.name for piece in self._store.pieces.values()} - {packed_name(name) for name in present}
        stale = [name for name in present if not self._is_current(name, ids[name], present[name])]
        # Names mostly count upwards, so what is newest can mostly be found first.
        stale.sort(key=natural, reverse=True)
        files: list[Prepared] = []
        same: list[StoredPiece] = []
        batch = _Batch(self._in_memory)
        whole = True
        for done, name in enumerate(stale):
            if self._cancelled():
                whole = False
                break
            self._progress(done, len(stale), TEXT)
            found = self._look(root, name, ids[name], present[name], now)
            if isinstance(found, Prepared):
                files.append(found)
            else:
                same.append(found)
            if batch.is_full(len(found.rows) if isinstance(found, Prepared) else 1):
                self._write(files, same, gone)
                files, same, gone = [], [], set()
                batch.begin()
        else:
            self._progress(len(stale), len(stale), TEXT)
        self._write(files, same, gone)
        return whole

    def readings(self, find_analyser: Callable[[], Analyser | None]) -> bool:
        """Do the second pass over the pieces that need it; return whether it came to its end."""
        pieces = [piece for piece in self._store.pieces.values() if piece.readable]
        if all(piece.readings for piece in pieces) and not self._wrote:
            return True
        analyser = find_analyser()
        name = analyser.name if analyser else ""
        # Without an analyser the readings of one that was there before are better than none.
        todo = [piece for piece in pieces if piece.readings is None or (analyser and piece.readings != name)]
        todo.sort(key=lambda piece: piece.first, reverse=True)
        batch = _Batch(self._in_memory)
        waiting: list[ReadPiece] = []
        with reading(analyser, sum(piece.last - piece.first for piece in todo)) as read_all:
            for each in read_all(self._unread(todo)):
                waiting.append(each)
                self.in_doubt |= not each.unread.complete
                if batch.is_full(len(each.readings)):
                    write_readings(self._store, waiting, name)
                    waiting = []
                    batch.begin()
        if waiting:
            write_readings(self._store, waiting, name)
        return self._whole

    def _unread(self, pieces: Sequence[StoredPiece]) -> Iterator[Unread]:
        """Yield `pieces` as the second pass takes them, until it is cancelled."""
        voices = self._store.reader.voices() if pieces else {}
        for done, piece in enumerate(pieces):
            if self._cancelled():
                self._whole = False
                return
            self._progress(done, len(pieces), READINGS)
            yield unread(piece, self._store.reader.rows_of(piece), voices)
        self._progress(len(pieces), len(pieces), READINGS)

    def finish(self) -> None:
        """Leave the file in good order: no voices that nobody has, no log that the next reader has to look through."""
        if self._wrote:
            with self._store.transaction():
                self._store.tidy()
        if not self._in_memory:
            self._store.checkpoint()

    def _is_current(self, name: str, own: str, stamp: Stamp) -> bool:
        piece = self._store.named(packed_name(name))
        return piece is not None and bool(piece.settled) and piece.stamp == stamp and piece.piece == packed_name(own)

    def _look(self, root: str, name: str, own: str, stamp: Stamp, now: int) -> Prepared | StoredPiece:
        """Return what is in the file, or only its new record where its content is what it was."""
        content, digest = read_hash(os.path.join(root, name))  # noqa: PTH118
        settled = is_settled(stamp, now)
        piece = self._store.named(packed_name(name))
        if piece and piece.hash == digest and (digest or not piece.readable):
            size, mtime_ns, ctime_ns, inode = stamp
            return piece._replace(
                size=size, mtime_ns=mtime_ns, ctime_ns=ctime_ns, inode=inode, settled=int(settled),
                piece=packed_name(own),
            )  # fmt: skip
        return prepare(name, own, stamp, settled, content, digest)

    def _write(self, files: list[Prepared], same: list[StoredPiece], gone: set[Name]) -> None:
        if not files and not same and not gone:
            return
        with self._store.transaction():
            self._store.replace(files, gone)
            for record in same:
                current = self._store.named(record.name)
                if current and current.id == record.id and current.hash == record.hash:
                    self._store.put(record._replace(readings=current.readings))
        self._wrote |= bool(files or gone)
