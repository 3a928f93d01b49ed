"""Many rows are read by several processes, as many as there are processors."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

from roundtable_tui.search.index.read_rows import read_rows
from roundtable_tui.search.index.second import ReadPiece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from roundtable_tui.search.index.second import Unread
    from roundtable_tui.search.readings.analyser import Analyser

    ReadAll = Callable[[Iterable[Unread]], Iterator[ReadPiece]]

_FEWEST_ROWS = 4000
"""Fewer are read before a process would have loaded its dictionary."""
_MOST_WORKERS = 8
_AHEAD = 3
"""Pieces that wait for each worker, so that none waits for us."""


@contextmanager
def reading(analyser: Analyser | None, rows: int) -> Iterator[ReadAll]:
    """Give what reads pieces one after another, for `rows` rows in all; processes that it needs end with the block."""
    count = min(_processors(), _MOST_WORKERS)
    if count < 2 or rows < _FEWEST_ROWS:
        yield lambda pieces: (_read(piece, analyser) for piece in pieces)
        return
    workers = [_start() for _ in range(count)]
    try:
        yield _Pool(workers, analyser).read_all
    finally:
        for worker in workers:
            if worker:
                _end(worker)


class _Pool:
    """Reads with `workers`, and in this process what they cannot."""

    def __init__(self, workers: list[_Worker | None], analyser: Analyser | None) -> None:
        self._analyser = analyser
        self._count = len(workers)
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        name = analyser.name if analyser else ""
        for worker in workers:
            # One with another analyser would make other readings.
            self._idle.put(worker if worker and _answer(worker) == name else None)

    def read_all(self, pieces: Iterable[Unread]) -> Iterator[ReadPiece]:
        """Yield `pieces` as they were read, in their order."""
        from concurrent.futures import Future, ThreadPoolExecutor

        waiting: deque[Future[ReadPiece]] = deque()
        with ThreadPoolExecutor(self._count) as threads:
            try:
                for piece in pieces:
                    waiting.append(threads.submit(self._read, piece))
                    if len(waiting) > self._count * _AHEAD:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def _read(self, piece: Unread) -> ReadPiece:
        worker = self._idle.get()
        try:
            readings = _ask(worker, piece) if worker else None
        except (OSError, EOFError, pickle.PickleError):
            readings = worker = None
        finally:
            self._idle.put(worker)
        return _read(piece, self._analyser) if readings is None else ReadPiece(piece, readings)


if TYPE_CHECKING:
    from roundtable_tui.search.index.read_rows import RowReading

    _Worker = subprocess.Popen[bytes]


def _read(piece: Unread, analyser: Analyser | None) -> ReadPiece:
    return ReadPiece(piece, read_rows([row.text for row in piece.rows], piece.people, analyser))


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start() -> _Worker | None:
    command = [sys.executable, "-m", "roundtable_tui.search.index.worker"]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None


def _ask(worker: _Worker, piece: Unread) -> list[RowReading]:
    assert worker.stdin is not None
    pickle.dump(([row.text for row in piece.rows], piece.people), worker.stdin, pickle.HIGHEST_PROTOCOL)
    worker.stdin.flush()
    return cast("list[RowReading]", _answer(worker))


def _answer(worker: _Worker) -> object:
    """Return what `worker` says next; raises EOFError where it has ended."""
    assert worker.stdout is not None
    return pickle.load(worker.stdout)


def _end(worker: _Worker) -> None:
    worker.kill()
    with suppress(OSError):
        worker.communicate()
