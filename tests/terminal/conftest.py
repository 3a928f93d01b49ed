"""A real pseudo-terminal, a program in it, and what its screen shows."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest

from roundtable_tui.state.places import Places

if sys.platform != "win32":  # where every module here skips itself
    import fcntl
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from roundtable_tui.state.place import Place

PATIENCE = 60.0
"""Seconds that anything may take on a machine with other things to do."""

READER = [sys.executable, "-m", "roundtable_tui"]

# A shell with job control, as small as it gets: the reader has a process group of its own, which can be stopped.
SHELL = """\
import os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
reader = os.fork()
if not reader:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
while True:
    _, status = os.waitpid(reader, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status) % 256)
    print("[stopped]", flush=True)
    sys.stdin.readline()
    os.tcsetpgrp(0, reader)
    os.killpg(reader, signal.SIGCONT)
"""

LONG = """\
roundtable: 1
title: The long evening
issue: 10
participants:
  Ito: {name: Ito Kaede, role: host}
  Ohno: {name: 大野 楓}
sections:
"""

_ALTERNATE = re.compile(rb"(?=\x1b\[\?1049[hl])")
_MODES = re.compile(rb"\x1b\[\?(\d+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:\?\d+\$p|[<>][\d;]*[a-zA-Z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Terminal:
    """A program running in a terminal of `columns` × `rows` cells. `raw` holds every byte that it wrote.

    One that `answers` says where its cursor is when it is asked; others leave questions open.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        stderr: int | None = None,
        answers: bool = False,
    ) -> None:
        self.master, self.slave = os.openpty()
        self.screen = pyte.Screen(columns or 80, rows or 24)
        self._answers = answers
        if answers:
            self.screen.write_process_input = self.send
        self._stream = pyte.ByteStream(self.screen)
        self._shown = 0
        self.raw = b""
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.process = subprocess.Popen(
            argv,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave if stderr is None else stderr,
            env=None if env is None else {**os.environ, **env},
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; the kernel tells the program by SIGWINCH."""
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows or 24, columns or 80)

    def send(self, keys: str | bytes) -> None:
        """Type `keys`."""
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float) -> bool:
        """Take in what was written, waiting at most `seconds` for it; return whether there was anything."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.raw += data
        if self._answers:
            self._draw()
        return bool(data)

    def wait(self, what: Callable[[], object] | str, seconds: float = PATIENCE) -> None:
        """Wait until the text `what` is on the screen, or until `what()` is true; fail after `seconds`."""
        until = time.monotonic() + seconds
        while not (what in self.text if isinstance(what, str) else what()):
            over = not self.read(0.05) and self.process.poll() is not None and isinstance(what, str)
            if over or time.monotonic() > until:
                pytest.fail(f"waited in vain for {what!r}; the screen:\n{self.text}\nlast bytes: {self.raw[-300:]!r}")

    def wait_quiet(self, seconds: float = 0.3) -> None:
        """Wait until nothing has been written for `seconds` and nobody here waits for the processor."""
        until = time.monotonic() + PATIENCE
        while (self.read(seconds) or self.busy) and time.monotonic() < until:
            pass

    def settle(self) -> None:
        """Wait for an answer, half a second at most, and until it is complete."""
        self.read(0.5)
        self.wait_quiet(0.06)

    @property
    def busy(self) -> bool:
        """Whether a thread of the terminal's session has work to do, be it that others have the processor now.

        Without /proc nobody can tell, and the answer is no.
        """
        for process in Path("/proc").glob("[0-9]*"):
            try:
                state, _parent, _group, session = _stat(process)[:4]
                if int(session) == self.process.pid and state not in "TZX":
                    threads = (process / "task").iterdir()
                    if any(_stat(thread)[0] in "RD" for thread in threads):
                        return True
            except (OSError, IndexError):
                continue  # it has just ended
        return False

    def ends(self, seconds: float = PATIENCE) -> int:
        """Wait for the program to end and return its exit code, negative for a signal that killed it."""
        self.wait(lambda: self.process.poll() is not None, seconds)
        while self.read(0):
            pass
        assert self.process.returncode is not None
        return self.process.returncode

    @property
    def lines(self) -> list[str]:
        """What the screen shows, without blanks at the ends of lines."""
        self._draw()
        return [self._line(row) for row in range(self.screen.lines)]

    def _draw(self) -> None:
        """Draw what has been written since."""
        fresh = _UNKNOWN_TO_PYTE.sub(b"", self.raw[self._shown :])
        self._shown = len(self.raw)
        for part in _ALTERNATE.split(fresh):
            # pyte has no alternate screen; an empty one will do for either.
            if part.startswith(b"\x1b[?1049"):
                self.screen.reset()
            self._stream.feed(part)

    def _line(self, row: int) -> str:
        """Return a row of the screen; pyte keeps an empty text in the second cell of a wide character."""
        cells = [self.screen.buffer[row][column].data for column in range(self.screen.columns)]
        wide = [not cell and pyte.screens.wcwidth(before[:1]) == 2 for before, cell in pairwise([" ", *cells])]
        return "".join("" if second else cell or " " for cell, second in zip(cells, wide, strict=True)).rstrip()

    @property
    def text(self) -> str:
        """The lines of the screen, one under the other."""
        return "\n".join(self.lines)

    @property
    def modes(self) -> dict[int, bool]:
        """Each private mode (DECSET) that the program has touched, and whether it is on now."""
        return {int(mode): state == b"h" for mode, state in _MODES.findall(self.raw)}

    @property
    def given_back(self) -> bool:
        """Whether every mode is as a shell expects it, and the line discipline as it was found."""
        modes = self.modes
        on = {mode for mode, state in modes.items() if state}
        return bool(modes) and on <= {7, 25} and termios.tcgetattr(self.slave) == self.before

    def hang_up(self) -> None:
        """Take the terminal away."""
        for descriptor in (self.slave, self.master):
            if descriptor >= 0:
                os.close(descriptor)
        self.slave = self.master = -1

    def close(self) -> None:
        """Kill what is left."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()
        self.hang_up()


def _stat(process: Path) -> list[str]:
    """Return what /proc tells of a process or a thread, from its state on; its name may hold anything."""
    return (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with a piece of 300 turns in 30 sections, `010`, and a small one, `009`."""
    sections = []
    for number in range(1, 301):
        if number % 10 == 1:
            sections.append(f"  - heading: Hour {number // 10 + 1}\n    turns:\n")
        words = (
            f"Turn {number}, 円卓の{number}番目の発言です。"
            + "We went on talking, and nobody looked at the clock. " * 3
        )
        sections.append(f"      - {'Ito' if number % 2 else 'Ohno'}: '{words.strip()}'\n")
    (tmp_path / "010.yaml").write_text(LONG + "".join(sections), encoding="utf-8")
    small = LONG.replace("The long evening", "The short evening").replace("10", "9", 1)
    (tmp_path / "009.yaml").write_text(
        small + "  - heading: A minute\n    turns:\n      - Ito: 短い話。\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def read(start: Callable[..., Terminal], library: Path) -> Callable[..., Terminal]:
    """Return a function that starts the reader on the library and waits until it shows `shows`."""

    def begin(*operands: str, shows: str = "quit", **settings: object) -> Terminal:
        place = ["read", *operands] if operands else []
        terminal = start([*READER, "--library", str(library), *place], **settings)
        terminal.wait(shows)
        return terminal

    return begin


@pytest.fixture
def shell() -> list[str]:
    """Return the command of a shell that runs the command which follows, stops with it and resumes it at Enter."""
    return [sys.executable, "-c", SHELL]


@pytest.fixture
def kept(home: Path, library: Path) -> Callable[[], Place | None]:
    """Return a function that tells which place is kept for the library."""

    def find() -> Place | None:
        places = Places()
        try:
            return places.last(library.resolve())
        finally:
            places.close()

    return find


@pytest.fixture
def start() -> Iterator[Callable[..., Terminal]]:
    """Return a function that starts a program in a terminal; what is left of it is killed after the test."""
    running: list[Terminal] = []

    def begin(argv: Sequence[str], **settings: object) -> Terminal:
        running.append(Terminal(argv, **settings))  # type: ignore[arg-type]
        return running[-1]

    yield begin
    for terminal in running:
        terminal.close()
