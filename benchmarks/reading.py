"""Opening and scrolling the same text in the reader, in `less`, and in the viewer of Markdown that Textual brings."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Grid, GridRow, percentile
from benchmarks.report import shown
from benchmarks.terminal import EndedError, Terminal
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.workshop import Workshop

SIZES = (1_000, 10_000)
"""Turns in the texts."""

PATIENCE = {False: 300.0, True: 45.0}
"""Seconds that a program gets to show the text, normally and for `--quick`."""

FIRST_WORDS = "1番めの話"
"""Words of the first turn in every text; they stand on the first screen."""

_SCREEN = 0.3
"""Seconds without a byte after which a program may have come to rest."""
_IDLE = 0.03
"""Seconds of processor time within these that are still rest."""
_QUIET = 0.1
"""Seconds without a byte after which a key is answered."""
_ANSWERS = 10.0
"""Seconds within which the answer to a key begins."""


class Program(NamedTuple):
    """A program that shows a text: how it is started, and what is typed to scroll and to leave."""

    name: str
    command: Sequence[str]
    line: bytes
    page: bytes
    end: bytes
    top: bytes
    leave: bytes


class Answer(NamedTuple):
    """What a key did: seconds to the last byte, and bytes written."""

    seconds: float
    written: int


class Session(NamedTuple):
    """What one program did: seconds to the first text and to rest, answers to keys, and the most memory in bytes."""

    first: float
    settled: float
    lines: list[Answer]
    pages: list[Answer]
    end: Answer
    memory: int


def measure(workshop: Workshop) -> list[Grid]:
    """Return a table for each size."""
    return [_measure_size(workshop, turns) for turns in SIZES]


def _measure_size(workshop: Workshop, turns: int) -> Grid:
    found: dict[str, Session | str] = {}
    for program in _programs(workshop, turns):
        if shutil.which(program.command[0]) is None:
            found[program.name] = "not installed"
            continue
        try:
            found[program.name] = _session(workshop, program)
        except EndedError:
            found[program.name] = f"more than {PATIENCE[workshop.quick]:.0f} s"
    grid = Grid(f"reading {turns:,} turns: opening and scrolling the same text on a pty of 120×40", ("", *found, ""))
    grid.notes.append(
        "the reader has the YAML file, the others its export; first text: the words of the first turn; settled: the "
        "last byte before 0.3 s without one and without work; a key: from the key to the last byte of the answer"
    )
    for what, (unit, figure) in _FIGURES.items():
        values = {name: (figure(session),) for name, session in found.items() if isinstance(session, Session)}
        cells = (shown(*values[name], unit) if name in values else str(told) for name, told in found.items())
        grid.rows.append(GridRow(what, tuple(cells), values))
    return grid


_FIGURES: dict[str, tuple[str, Callable[[Session], float]]] = {
    "first text": ("ms", lambda one: one.first * 1000),
    "settled": ("ms", lambda one: one.settled * 1000),
    "line scroll, p50": ("ms", lambda one: median(answer.seconds for answer in one.lines) * 1000),
    "line scroll, p95": ("ms", lambda one: percentile([answer.seconds for answer in one.lines], 0.95) * 1000),
    "page, p50": ("ms", lambda one: median(answer.seconds for answer in one.pages) * 1000),
    "page, p95": ("ms", lambda one: percentile([answer.seconds for answer in one.pages], 0.95) * 1000),
    "to the end": ("ms", lambda one: one.end.seconds * 1000),
    "bytes of a line scroll, p50": ("B", lambda one: median(answer.written for answer in one.lines)),
    "bytes of a page, p50": ("B", lambda one: median(answer.written for answer in one.pages)),
    "memory (peak resident set)": ("MiB", lambda one: one.memory / 2**20),
}
"""What is told of a session: the unit and the number."""


def _programs(workshop: Workshop, turns: int) -> list[Program]:
    library = workshop.long_piece(turns)
    plain, markdown = (_exported(workshop, library, turns, suffix) for suffix in ("txt", "md"))
    viewer = str(Path(__file__).with_name("markdown_app.py"))
    keys = (b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\x1b[H", b"\x11")
    return [
        Program("roundtable", roundtable("read", "1-1:1", "--library", library), b"j", b" ", b"G", b"g", b"q"),
        Program("less", ["less", plain], b"j", b" ", b"G", b"g", b"q"),
        Program("Markdown of Textual", [sys.executable, viewer, markdown], *keys),
    ]


def _exported(workshop: Workshop, library: Path, turns: int, suffix: str) -> str:
    """Return the path of the piece of `library`, exported."""
    path = workshop.folder / f"piece-{turns}.{suffix}"
    command = roundtable("export", "1-1", "--library", library, "--force", "-o", path)
    subprocess.run(command, env=workshop.environment("reading"), cwd=workshop.empty, check=True, capture_output=True)
    return str(path)


def _session(workshop: Workshop, program: Program) -> Session:
    """Open the text, scroll by lines and by pages, and go to the end; raises EndedError where nothing is shown."""
    keys, environment = (10 if workshop.quick else 40), workshop.environment("reading")
    patience = PATIENCE[workshop.quick]
    terminal = Terminal(program.command, environment | {"LESSCHARSET": "utf-8"}, folder=workshop.empty)
    try:
        first = terminal.when(FIRST_WORDS.encode(), within=patience)
        settled = _rested(terminal, patience)
        lines = [_answer(terminal, program.line) for _ in range(keys)]
        pages = [_answer(terminal, program.page) for _ in range(keys)]
        _answer(terminal, program.top)
        end = _answer(terminal, program.end)
        return Session(first, max(first, settled), lines, pages, end, terminal.peak_memory())
    finally:
        terminal.close(program.leave)


def _rested(terminal: Terminal, patience: float) -> float:
    """Wait until `terminal` neither writes nor works; return when the last byte was written. Raises EndedError."""
    while terminal.clock() < patience:
        before = terminal.busy()
        last = terminal.rest(_SCREEN)
        if terminal.busy() - before < _IDLE or not terminal.busy():
            return last
    raise EndedError("it does not come to rest")


def _answer(terminal: Terminal, key: bytes) -> Answer:
    """Type `key` and return what it did; raises EndedError where nothing follows."""
    before, began = len(terminal.written), terminal.clock()
    terminal.send(key)
    if not terminal.pump(_ANSWERS):
        raise EndedError(f"no answer to {key!r}")
    last = terminal.rest(_QUIET)
    return Answer(last - began, len(terminal.written) - before)
