"""A lock that only one process holds, and that goes with it however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 0.05
"""Between two tries."""


class FileLock:
    """A lock on the file at `path`, which is made where it is missing and stays. Every instance is a holder of its own.

    Where the file system knows no locks everybody gets it: SQLite's own keep the index whole, this one spares work.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = -1

    def acquire(self, cancelled: Callable[[], bool] = lambda: True) -> bool:
        """Wait for the lock until `cancelled` says so; return whether it is held. Raises OSError for a bad folder."""
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        while not _locked(self._file):
            if cancelled():
                os.close(self._file)
                self._file = -1
                return False
            sleep(_SECONDS)
        return True

    def release(self) -> None:
        """Let others have it; nothing happens where it is not held."""
        if self._file >= 0:
            _unlock(self._file)
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: int) -> None:
        with suppress(OSError):
            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _unlock(file: int) -> None:
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_UN)
