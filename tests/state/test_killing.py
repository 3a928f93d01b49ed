"""Readers are killed while they write, two at a time; what they said was kept is there, and whole."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state.bookmarks import Bookmarks
from roundtable_tui.state.jumps import Jumps
from roundtable_tui.state.places import Places
from roundtable_tui.state.progress import Progress, Share

if TYPE_CHECKING:
    from pathlib import Path

READER = """
import sys
from itertools import count
from pathlib import Path
from roundtable_tui.model import Section, Transcript, Turn
from roundtable_tui.state import database
from roundtable_tui.state.bookmarks import Bookmarks, Shown
from roundtable_tui.state.jumps import JumpList, Jumps
from roundtable_tui.state.place import Place
from roundtable_tui.state.places import Places
from roundtable_tui.state.progress import Progress
def fail(message): raise SystemExit(message)
database._BUSY_SECONDS = 60  # a reader writes once a second; these two never stop, on a machine that may be slow
name, start = sys.argv[2], int(sys.argv[3])
turns = tuple(Turn(number, "speech", "A", str(number)) for number in range(1, 1001))
piece = Transcript("shared", "", sections=(Section((1,), "", turns),))
places = Places(Path(sys.argv[1]), warn=fail)
for number in count(start):
    places.save("/" + name, Place("piece", number))
    Bookmarks(places.store).add("/" + name, Place("piece", number), str(number), Shown())
    Jumps(places.store).keep("/" + name, JumpList([Place("piece", number) for _ in range(20)]))
    # Both readers read the same piece, one its odd turns, the other its even ones.
    turn = number % 500 * 2 + (1 if name == "one" else 2)
    Progress(places.store).add("/both", piece, ((turn, turn),))
    print(number, flush=True)
"""


def refuse(message: str) -> None:
    raise AssertionError(message)


def kill_two(path: Path, start: int, lines: tuple[int, int]) -> tuple[int, int]:
    """Let two readers write from number `start` on; kill each after so many lines. Return what they said last."""
    said = []
    with (
        subprocess.Popen([sys.executable, "-c", READER, path, "one", str(start)], stdout=subprocess.PIPE) as one,
        subprocess.Popen([sys.executable, "-c", READER, path, "two", str(start)], stdout=subprocess.PIPE) as two,
    ):
        for process, count in zip((one, two), lines, strict=True):
            assert process.stdout is not None
            said.append([int(process.stdout.readline()) for _ in range(count)][-1])
            os.kill(process.pid, signal.SIGKILL)
    return said[0], said[1]


def look(path: Path, said: tuple[int, int]) -> int:
    """Check that all is there that was said to be kept, and that nothing is there by half. Return the next number."""
    latest = 0
    with closing(Places(path, warn=refuse)) as places:
        shares = Progress(places.store).shares("/both")
        for name, number in zip(("/one", "/two"), said, strict=True):
            place = places.last(name)
            assert place is not None
            assert place.turn is not None
            assert place.turn >= number
            notes = [int(mark.note) for mark in Bookmarks(places.store).all(name)]
            assert notes[0] >= number
            assert place.turn - notes[0] in (0, 1)
            jumps = Jumps(places.store).load(name)
            assert len(jumps.places) == jumps.position == 20
            assert {each.turn for each in jumps.places} <= {place.turn, place.turn - 1}
            assert len({each.turn for each in jumps.places}) == 1
            latest = max(latest, place.turn)
        assert shares["shared"].turns == 1000
        assert shares["shared"] >= Share(len({number % 500 for number in range(1, min(said) + 1)}), 0)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return latest + 1


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_readers_that_are_killed_lose_nothing_that_was_kept(tmp_path: Path, kills: int) -> None:
    path = tmp_path / "state.sqlite3"
    random = Random(kills)
    start = 1
    for _kill in range(kills // 2):
        said = kill_two(path, start, (random.randint(1, 12), random.randint(1, 12)))
        start = look(path, said)
    assert list(tmp_path.glob("*broken*")) == []
