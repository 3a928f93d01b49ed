"""How long a key takes to the new frame, in a piece of 10,000 turns and in one of 40."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Budget, Row, Table, percentile
from benchmarks.terminal import FRAME_END, Terminal
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchmarks.workshop import Workshop

LONG, SHORT = 10_000, 40
"""Turns in the two pieces."""

ISSUES = 10_000
"""Files in the library around a short piece."""

FORWARD = {"line": b"j", "page": b" ", "next turn": b"}", "next section": b"]"}
BACK = {"line": b"k", "page": b"b", "turn back": b"{", "section back": b"["}
LATENCY = Budget(16, "measured")
LENGTH = Budget(1.25)
SPEECH = "▎".encode()
"""What stands beside a speech: once it is there, the piece is on the screen."""

_QUIET = 0.05
"""Seconds without a byte after which the next key is typed: no key meets the work that the last one left."""
_NO_FRAME = 0.4
"""Seconds after which a key has changed nothing: there is no line below the last."""


class Answer(NamedTuple):
    """What one key did: seconds to the end of the first frame and of the last byte, and bytes written."""

    frame: float
    last: float
    written: int


class Typed(NamedTuple):
    """What a key did each time it was typed, and the processor time in seconds that all of it took."""

    answers: list[Answer]
    busy: float


Session = dict[str, Typed]


def measure(workshop: Workshop) -> list[Table]:
    """Return the tables of keys and of bytes."""
    keys = 20 if workshop.quick else 80
    long, short, many = workshop.long_piece(LONG), workshop.long_piece(SHORT), workshop.library(ISSUES)
    middle = session(workshop, long, f"1-1:{LONG // 2}", FORWARD, keys)
    brief = session(workshop, short, "1-1:2", FORWARD, keys)
    sessions = {
        "middle of 10,000 turns": middle,
        "end of 10,000 turns": session(workshop, long, f"1-1:{LONG}", BACK, keys),
        "40 turns": brief,
        "40 turns, 10,000 issues": session(workshop, many, f"{sorted(many.glob('*.yaml'))[0].stem}:2", FORWARD, keys),
    }
    return [_latency(sessions), _length(middle, brief), _weight(middle, brief)]


def session(workshop: Workshop, library: Path, place: str, kinds: Mapping[str, bytes], keys: int) -> Session:
    """Open `library` at `place` and type each of `kinds` so many times; return what each did."""
    terminal = Terminal(
        roundtable("read", place, "--library", library), workshop.environment("keys"), folder=workshop.empty
    )
    try:
        terminal.when(SPEECH)
        terminal.rest(2.0)
        return {what: _typed(terminal, key, keys) for what, key in kinds.items()}
    finally:
        terminal.close(b"q")


def _typed(terminal: Terminal, key: bytes, keys: int) -> Typed:
    before = terminal.busy()
    return Typed(_answers(terminal, key, keys), terminal.busy() - before)


def _answers(terminal: Terminal, key: bytes, keys: int) -> list[Answer]:
    found: list[Answer] = []
    while len(found) < keys:
        one = answer(terminal, key)
        if one is not None:
            found.append(one)
        elif answer(terminal, b"G" if key in BACK.values() else b"g") is None:
            raise RuntimeError(f"the key {key!r} changes nothing on the screen")
    return found


def answer(terminal: Terminal, key: bytes) -> Answer | None:
    """Type `key` and return what it did; None where no frame followed."""
    before, began = len(terminal.written), terminal.clock()
    terminal.send(key)
    deadline = began + _NO_FRAME
    while terminal.written.find(FRAME_END, before) < 0:
        left = deadline - terminal.clock()
        if left <= 0 or not terminal.pump(left):
            return None
    frame = terminal.when(FRAME_END, after=before)
    last = terminal.rest(_QUIET)
    return Answer(frame - began, last - began, len(terminal.written) - before)


def _latency(sessions: Mapping[str, Session]) -> Table:
    table = Table("keys: from the key to the end of the new frame")
    for where, kinds in sessions.items():
        for what, typed in kinds.items():
            frames = [one.frame * 1000 for one in typed.answers]
            followed = median(one.last * 1000 for one in typed.answers)
            table.rows += [
                Row(f"{what}, {where}, p95 of {len(frames)}", percentile(frames, 0.95), budget=LATENCY),
                Row(f"{what}, {where}, p50", median(frames)),
                Row(f"{what}, {where}, until all panes have followed, p50", followed),
            ]
    return table


def _length(long: Session, short: Session) -> Table:
    table = Table("keys: independence of the length of the piece", "40 turns")
    for what, typed in long.items():
        own, other = (median(one.frame * 1000 for one in side) for side in (typed.answers, short[what].answers))
        table.rows.append(Row(f"{what}, 10,000 turns, p50", own, "ms", other, LENGTH))
    return table


def _weight(long: Session, short: Session) -> Table:
    table = Table("keys: bytes and processor time, all panes included", "40 turns")
    table.notes.append("processor time is that of all threads; unlike the clock it does not mind what else is running")
    for what, typed in long.items():
        own, other = (median(one.written for one in side) for side in (typed.answers, short[what].answers))
        table.rows.append(Row(f"{what}, 10,000 turns, bytes, p50", own, "B", other))
        if typed.busy:
            own, other = (side.busy / len(side.answers) * 1000 for side in (typed, short[what]))
            table.rows.append(Row(f"{what}, 10,000 turns, processor time", own, "ms", other))
    return table
