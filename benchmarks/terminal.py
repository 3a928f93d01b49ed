"""A program on a pseudo-terminal that answers like a present-day terminal and notes when each byte was written.

What it answers: synchronised output (mode 2026) is there, so that every frame has an end that can be seen; resizing in
band (mode 2048) is not, so that a new size arrives as SIGWINCH; the cursor is asked for in vain no longer than a moment
(it stands in the second column, as after one narrow character). Kitty's keyboard protocol is not answered.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from contextlib import suppress
from time import clock_gettime, perf_counter, sleep
from typing import TYPE_CHECKING

from benchmarks.processes import peak_memory

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

COLUMNS, ROWS = 120, 40
FRAME_END = b"\x1b[?2026l"
"""What Textual writes after a frame on a terminal with synchronised output."""

_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[6n": b"\x1b[1;2R",
    b"\x1b[c": b"\x1b[?62;22c",
}
_LONGEST = max(map(len, _ANSWERS)) - 1
_GRACE = 3.0
"""Seconds that a program has to end after it was asked to."""

_SCHEDULED = 2
"""The kind of a process's clock that counts its time on the processors in nanoseconds (CPUCLOCK_SCHED)."""


class EndedError(Exception):
    """The program ended, or wrote nothing for too long, before what was waited for; the text is its last output."""


class Terminal:
    """`command` started on a terminal of `columns` × `rows` cells. Times are seconds since it was started."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = COLUMNS,
        rows: int = ROWS,
        folder: Path | None = None,
    ) -> None:
        self.written = bytearray()
        self._ends: list[tuple[int, float]] = []
        self._answered = 0
        self._status: int | None = None
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self.started = perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                if folder is not None:
                    os.chdir(folder)
                os.execvpe(command[0], list(command), dict(environment))
            finally:
                os._exit(127)

    # Watching

    def clock(self) -> float:
        """Return the seconds since the start."""
        return perf_counter() - self.started

    def pump(self, seconds: float) -> bool:
        """Wait at most `seconds` for bytes, note and answer them; return whether any came."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # Linux says so when the last process has closed the terminal
            data = b""
        if not data:
            raise EndedError(bytes(self.written[-400:]).decode(errors="replace"))
        self.written += data
        self._ends.append((len(self.written), self.clock()))
        self._answer()
        return True

    def _answer(self) -> None:
        """Answer what was asked in the bytes not looked at yet, in the order of the questions."""
        asked = []
        for question, answer in _ANSWERS.items():
            at = self.written.find(question, self._answered)
            while at >= 0:
                asked.append((at + len(question), answer))
                at = self.written.find(question, at + 1)
        for end, answer in sorted(asked):
            self.send(answer)
            self._answered = end
        self._answered = max(self._answered, len(self.written) - _LONGEST)

    def when(self, needle: bytes, *, after: int = 0, within: float = 60.0) -> float:
        """Return when `needle` had been written, from byte number `after` on; raises EndedError if it never is."""
        deadline = self.clock() + within
        while (at := self.written.find(needle, after)) < 0:
            after = max(after, len(self.written) - len(needle) + 1)
            left = deadline - self.clock()
            if left <= 0 or not self.pump(left):
                raise EndedError(bytes(self.written[-400:]).decode(errors="replace"))
        return self._time_of(at + len(needle))

    def rest(self, quiet: float, *, within: float = 60.0) -> float:
        """Wait until no byte was written for `quiet` seconds; return when the last byte was."""
        deadline = self.clock() + within
        while self.clock() < deadline and self.pump(quiet):
            pass
        return self._ends[-1][1] if self._ends else 0.0

    def _time_of(self, end: int) -> float:
        """Return when byte number `end` had been written, counted from 1."""
        return next(time for reached, time in self._ends if reached >= end)

    # Acting

    def send(self, data: bytes) -> None:
        """Type `data`."""
        os.write(self._master, data)

    def resize(self, columns: int, rows: int = ROWS) -> None:
        """Give the terminal another size; the kernel tells the program by SIGWINCH."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def peak_memory(self) -> int:
        """Return the most memory in bytes that the program held so far (see `processes.peak_memory`)."""
        return peak_memory(self.pid)

    def busy(self) -> float:
        """Return the processor time in seconds that the program took so far, all its threads, ended ones too.

        Linux only; else 0. The kernel makes the clock's number from the process's: see clock_getcpuclockid(3).
        """
        with suppress(OSError):
            return clock_gettime(~self.pid << 3 | _SCHEDULED)
        return 0.0

    def close(self, leave: bytes = b"") -> None:
        """Type `leave` and wait for the program to end; end it by force if it does not."""
        with suppress(OSError):
            if leave:
                self.send(leave)
            deadline = self.clock() + _GRACE
            while not self._ended() and self.clock() < deadline:
                with suppress(EndedError):
                    self.pump(0.01)
                    continue
                sleep(0.005)
        if not self._ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)

    def _ended(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None
