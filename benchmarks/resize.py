"""How long a new width takes to the new frame, in a piece of 10,000 turns, and whether the same line stays."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table, percentile
from benchmarks.keys import LONG, SHORT, SPEECH
from benchmarks.terminal import COLUMNS, FRAME_END, ROWS, Terminal
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from benchmarks.workshop import Workshop

NARROW = 100
LATENCY = Budget(50, "measured")
LENGTH = Budget(1.25)
_QUIET = 0.25


def measure(workshop: Workshop) -> list[Table]:
    """Return the table of resizing."""
    times = 8 if workshop.quick else 30
    table = Table(f"resize {COLUMNS}↔{NARROW} columns × {ROWS}: from the new size to the new frame", "40 turns")
    table.notes.append("frame: the end of the frame in which the text stands in its new lines; settled: the last byte")
    long, short = (session(workshop, turns, times) for turns in (LONG, SHORT))
    frames, others = ([frame * 1000 for frame, _ in side] for side in (long, short))
    table.rows += [
        Row(f"10,000 turns, frame, p95 of {times}", percentile(frames, 0.95), budget=LATENCY),
        Row("10,000 turns, frame, p50", median(frames), "ms", median(others), LENGTH),
        Row("10,000 turns, settled, p50", median(last * 1000 for _, last in long)),
    ]
    return [table]


def session(workshop: Workshop, turns: int, times: int) -> list[tuple[float, float]]:
    """Open the middle of a piece of so many turns and change the width so many times.

    Returns the seconds to the end of the new frame and to the last byte of each change.
    """
    terminal = Terminal(
        roundtable("read", f"1-1:{turns // 2}", "--library", workshop.long_piece(turns)),
        workshop.environment("resize"),
        folder=workshop.empty,
    )
    try:
        terminal.when(SPEECH)
        terminal.rest(1.0)
        return [_resized(terminal, NARROW if step % 2 == 0 else COLUMNS) for step in range(times)]
    finally:
        terminal.close(b"q")


def _resized(terminal: Terminal, columns: int) -> tuple[float, float]:
    before, began = len(terminal.written), terminal.clock()
    terminal.resize(columns)
    frame = terminal.when(FRAME_END, after=before)
    last = terminal.rest(_QUIET)
    return frame - began, last - began
