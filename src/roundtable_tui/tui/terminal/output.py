"""The terminal as a file to write to, which may go away while it is written."""

from __future__ import annotations

import os
import select


class TerminalOutput:
    """Collects text and writes it to the file descriptor `descriptor` when flushed.

    Once a write fails, the terminal is taken to be gone, and what is written goes nowhere. Nothing is ever raised:
    the thread that writes must not die, because everybody who writes would wait for it.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: list[str] = []
        self._gone = False

    def write(self, text: str) -> None:
        """Take `text`, to be written with the next flush."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Write what was taken, as UTF-8; a lone surrogate, which has no place there, becomes `?`."""
        data = memoryview("".join(self._waiting).encode("utf-8", "replace"))
        self._waiting.clear()
        while data and not self._gone:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                # Another program that shares the terminal has set it so.
                select.select([], [self._descriptor], [])
            except OSError:
                self._gone = True

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Return whether there still is a terminal."""
        return not self._gone and os.isatty(self._descriptor)
