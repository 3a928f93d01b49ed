"""The thread in which a library is read while searches go on."""

from __future__ import annotations

from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FRESH = 2.0
"""Seconds for which what was read counts as current."""


class Reader:
    """Runs `fill` in a thread when it is woken and the last time is more than FRESH seconds ago.

    `fill` takes what tells it to stop. An OSError in it, such as a folder that is gone, ends that run; the next one
    tries again. The thread never keeps the program from ending.
    """

    def __init__(self, fill: Callable[[Callable[[], bool]], object]) -> None:
        self._fill = fill
        self._lock = Lock()
        self._stopped = Event()
        self._thread: Thread | None = None
        self._rested: float | None = None

    def wake(self) -> None:
        """Begin to read, unless that is being done, was done just now, or was stopped for good."""
        with self._lock:
            busy = self._thread is not None and self._thread.is_alive()
            current = self._rested is not None and monotonic() - self._rested < FRESH
            if not busy and not current and not self._stopped.is_set():
                self._thread = Thread(target=self._run, name="search-reader", daemon=True)
                self._thread.start()

    def rest(self) -> None:
        """Count as current from now on: somebody else has just done the reading."""
        self._rested = monotonic()

    def stop(self) -> None:
        """Stop reading, for good, and return once the thread has ended."""
        self._stopped.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        try:
            self._fill(self._stopped.is_set)
        except OSError:
            pass
        finally:
            self.rest()
