"""How long a key takes to the new frame, in a piece of 10,000 turns and in one of 40."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Budget, Row, Table, percentile
from benchmarks.terminal import FRAME_END, Terminal
from benchmarks.workshop import roundtable

if TYPE_CHECKING:
    from benchmarks.workshop import Workshop

LONG, SHORT = 10_000, 40
"""Turns in the two pieces."""

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


def measure(workshop: Workshop) -> list[Table]:
    """Return the tables of keys and of bytes."""
    keys = 20 if workshop.quick else 80
    middle, end = f"1-1:{LONG // 2}", f"1-1:{LONG}"
    sessions = {
        "middle of 10,000 turns": (LONG, middle, FORWARD),
        "end of 10,000 turns": (LONG, end, BACK),
        "40 turns": (SHORT, "1-1:2", FORWARD),
    }
    answers = {where: session(workshop, turns, place, kinds, keys) for where, (turns, place, kinds) in sessions.items()}
    return [_latency(answers), _length(answers), _bytes(answers)]


def session(workshop: Workshop, turns: int, place: str, kinds: dict[str, bytes], keys: int) -> dict[str, list[Answer]]:
    """Open a piece of so many turns at `place` and type each of `kinds` so many times; return what each did."""
    library = workshop.long_piece(turns)
    terminal = Terminal(
        roundtable("read", place, "--library", library), workshop.environment("keys"), folder=workshop.empty
    )
    try:
        terminal.when(SPEECH)
        terminal.rest(1.0)
        return {what: _answers(terminal, key, keys) for what, key in kinds.items()}
    finally:
        terminal.close(b"q")


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


def _latency(answers: dict[str, dict[str, list[Answer]]]) -> Table:
    table = Table("keys: from the key to the end of the new frame")
    for where, kinds in answers.items():
        for what, each in kinds.items():
            frames = [one.frame * 1000 for one in each]
            table.rows.append(Row(f"{what}, {where}, p95 of {len(each)}", percentile(frames, 0.95), budget=LATENCY))
            table.rows.append(Row(f"{what}, {where}, p50", median(frames)))
            table.rows.append(
                Row(f"{what}, {where}, until all panes have followed, p50", median(one.last * 1000 for one in each))
            )
    return table


def _length(answers: dict[str, dict[str, list[Answer]]]) -> Table:
    table = Table("keys: independence of the length of the piece", "40 turns")
    long, short = answers["middle of 10,000 turns"], answers["40 turns"]
    for what, each in long.items():
        own, other = (median(one.frame * 1000 for one in side) for side in (each, short[what]))
        table.rows.append(Row(f"{what}, 10,000 turns, p50", own, "ms", other, LENGTH))
    return table


def _bytes(answers: dict[str, dict[str, list[Answer]]]) -> Table:
    table = Table("bytes written to the terminal, all panes included")
    for what, each in answers["middle of 10,000 turns"].items():
        table.rows.append(Row(f"{what}, p50", median(one.written for one in each), "B"))
    return table
