"""How long the reader takes to show the first words of the piece, and to come to rest, against a bare Textual app."""

from __future__ import annotations

import shutil
import subprocess
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Budget, Row, Table, interleaved, paired_ratio
from benchmarks.terminal import Terminal
from benchmarks.workshop import bare_app, roundtable
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.workshop import Workshop

SIZES = (12, 1_000, 10_000)
QUIET = 0.3
"""Seconds without a byte after which a program counts as settled."""

FIRST_TEXT = Budget(1.25)
SETTLED = Budget(1.6)
MEMORY = Budget(200, "measured")
_WORDS = 6
"""Code points of the turn that are looked for; no more, since a line of the screen must hold them together."""


class Start(NamedTuple):
    """One start: seconds to the first text and to the last byte, bytes written, and the most memory held in bytes."""

    first: float
    settled: float
    written: int
    memory: int


class Place(NamedTuple):
    """Where a start opens: `turn` counts from 1; `words` are its first, `number` is the piece's in the list."""

    turn: int
    words: str
    number: str


def start(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    leave: bytes,
    first_text: str,
    last_text: str = "",
) -> Start:
    """Start `command`, wait for `first_text` and `last_text` and for rest, and let it end by the key `leave`."""
    terminal = Terminal(command, environment, folder=folder)
    try:
        first = terminal.when(first_text.encode())
        terminal.when(last_text.encode(), within=300)
        settled = terminal.rest(QUIET)
        return Start(first, max(first, settled), len(terminal.written), terminal.peak_memory())
    finally:
        terminal.close(leave)


def measure(workshop: Workshop) -> list[Table]:
    """Return the tables of start-up and of memory."""
    starts = Table("start-up", "bare app")
    starts.notes.append(
        "on a pty of 120×40, warm catalogue and a kept place in the middle of a piece; first text: the first words of "
        "the turn at that place; settled: the list of issues is there, and the last byte before 0.3 s without one"
    )
    memory = Table("memory at start (peak resident set)", "bare app")
    for size in SIZES:
        _measure_size(workshop, size, starts, memory)
    return [starts, memory]


def _measure_size(workshop: Workshop, size: int, starts: Table, memory: Table) -> None:
    library = workshop.library(size)
    environment = workshop.environment(f"start-{size}")
    path = sorted(library.glob("*.yaml"))[size // 2]
    place = place_in(path)
    opened = roundtable("read", f"{path.stem}:{place.turn}", "--library", library)
    cold = first_ever(workshop, opened, place)
    warm(workshop, library, environment)
    start(opened, environment, workshop.empty, b"q", place.words)

    def ours() -> Start:
        return start(roundtable("--library", library), environment, workshop.empty, b"q", place.words, place.number)

    def bare() -> Start:
        return start(bare_app(), environment, workshop.empty, b"\x11", "Nothing but")

    bare()
    mine, other = interleaved((ours, bare), workshop.rounds)
    for name, budget, field in (("first text", FIRST_TEXT, 0), ("settled", SETTLED, 1)):
        own, theirs = [run[field] * 1000 for run in mine], [run[field] * 1000 for run in other]
        ratio = paired_ratio(own, theirs)
        starts.rows.append(Row(f"{name}, {size:,} issues", median(own), "ms", median(theirs), budget, ratio))
    starts.rows.append(Row(f"bytes written, {size:,} issues", median(run.written for run in mine), "B"))
    starts.rows.append(Row(f"first start ever, first text, {size:,} issues", cold.first * 1000))
    starts.rows.append(Row(f"first start ever, settled, {size:,} issues", cold.settled * 1000))
    largest = max(run.memory for run in mine) / 2**20
    other_memory = median(run.memory for run in other) / 2**20
    memory.rows.append(Row(f"{size:,} issues, warm", largest, "MiB", other_memory, MEMORY))
    memory.rows.append(Row(f"{size:,} issues, first start", cold.memory / 2**20, "MiB", other_memory, MEMORY))


def place_in(path: Path) -> Place:
    """Return a turn in the middle of the piece at `path`."""
    transcript = load(path).transcript
    if transcript is None:
        raise ValueError(f"{path} cannot be read")
    turn = transcript.turns[len(transcript.turns) // 2]
    return Place(turn.number, turn.text[:_WORDS], f"{transcript.issue}-{transcript.part}")


def first_ever(workshop: Workshop, command: Sequence[str], place: Place) -> Start:
    """Return the start by `command` of someone who has no catalogue and no kept place."""
    shutil.rmtree(workshop.environment("newcomer")["HOME"])
    return start(command, workshop.environment("newcomer"), workshop.empty, b"q", place.words, place.number)


def warm(workshop: Workshop, library: Path, environment: Mapping[str, str]) -> None:
    """Let the catalogue be made."""
    command = roundtable("list", "--library", library)
    subprocess.run(command, env=environment, cwd=workshop.empty, stdout=subprocess.DEVNULL, check=True)
