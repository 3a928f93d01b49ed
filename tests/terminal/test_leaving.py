"""However the reader ends, the terminal is given back and the place is kept."""

from __future__ import annotations

import re
import signal
import sqlite3
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

termios = pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.state.place import Place

    Read = Callable[..., Any]

OFF = (1049, 1000, 1003, 1006, 1004, 2004)
"""The alternate screen, three kinds of mouse reports, focus reports and bracketed paste."""

PATIENCE = 60.0
"""Seconds that an end may take on a machine with other things to do."""

CRASH = """\
import sys
from roundtable_tui.cli.main import main
from roundtable_tui.tui.screens.reader import ReaderScreen

def fail(self):
    raise RuntimeError("\\x1b]0;owned\\x07\\udc9b")

def fail_in_thread(self):
    self.run_worker(lambda: fail(self), thread=True)

ReaderScreen.do_measure_wider = fail
ReaderScreen.do_measure_narrower = fail_in_thread
sys.exit(main())
"""


def shown_turn(terminal: Any) -> int:
    """Return the number of the first turn whose beginning is on the screen."""
    return int(re.search(r"Turn (\d+)", terminal.text)[1])


def test_q_gives_back_every_mode_and_the_line_discipline(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,")
    assert all(terminal.modes[mode] for mode in OFF), "the reader uses what this test is about"
    terminal.send("q")
    assert terminal.ends() == 0
    assert [mode for mode in OFF if terminal.modes[mode]] == []
    assert terminal.modes[25], "the cursor is shown"
    assert terminal.modes[7], "lines wrap"
    assert terminal.given_back


def test_q_works_before_anything_is_shown(read: Read) -> None:
    terminal = read(shows="")
    terminal.wait(lambda: b"\x1b[?1004h" in terminal.raw)
    terminal.send("q")
    assert terminal.ends() == 0
    assert terminal.given_back


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_like_q_and_the_place_is_kept(
    number: signal.Signals, read: Read, kept: Callable[[], Place | None]
) -> None:
    terminal = read("010:40", shows="Turn 40,")
    terminal.send("}")
    terminal.wait(lambda: shown_turn(terminal) == 41)
    terminal.process.send_signal(number)
    assert terminal.ends() == 128 + number
    assert terminal.given_back
    assert kept().turn == 41


def test_a_second_start_opens_where_a_signal_ended_the_first(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,")
    terminal.send("s")
    terminal.wait("choose")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.ends() == 143
    assert terminal.given_back
    again = read(shows="Turn ")
    assert shown_turn(again) == 40


def test_the_place_is_kept_while_the_scrolling_goes_on_and_a_kill_does_it_no_harm(
    read: Read, kept: Callable[[], Place | None], home: Path
) -> None:
    def kept_turn() -> int:
        place = kept()
        # A heading may stand in the first line: ten turns have one.
        return (place.turn or place.section[0] * 10 - 9) if place else 0

    terminal = read("010:2", shows="Turn 2,")

    def scrolled_on() -> bool:
        terminal.send("j")
        return kept_turn() > 5

    terminal.wait(scrolled_on)
    terminal.send("j")
    terminal.process.kill()
    assert terminal.ends() == -9
    state = next(home.rglob("state.sqlite3"))
    with closing(sqlite3.connect(state)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert kept_turn() > 5


@pytest.mark.parametrize("hears", [True, False], ids=["SIGHUP", "end of input"])
def test_a_terminal_that_goes_away_ends_the_reader(
    hears: bool, read: Read, start: Read, library: Path, kept: Callable[[], Place | None]
) -> None:
    command = [sys.executable, "-m", "roundtable_tui", "--library", str(library), "read", "010:40"]
    terminal = start(command if hears else ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command])
    terminal.wait("Turn 40,")
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == 129
    assert kept().turn == 40


def test_a_signal_ends_it_even_while_the_terminal_takes_nothing_more(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=200, rows=60)
    for _burst in range(10):
        terminal.send("} " * 50)
    time.sleep(0.5)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(PATIENCE) == 143
    assert termios.tcgetattr(terminal.slave) == terminal.before


@pytest.mark.parametrize("key", ["+", "-"], ids=["in a key", "in a thread"])
def test_an_error_of_the_program_itself_is_told_after_the_terminal_is_given_back(
    key: str, start: Read, library: Path, kept: Callable[[], Place | None]
) -> None:
    terminal = start([sys.executable, "-c", CRASH, "--library", str(library), "read", "010:40"])
    terminal.wait("Turn 40,")
    terminal.send("}")
    terminal.wait(lambda: shown_turn(terminal) == 41)
    terminal.send(key)
    assert terminal.ends() == 1
    assert terminal.given_back
    said = terminal.raw.rpartition(b"\x1b[?1004l")[2].decode()
    assert "RuntimeError: ␛]0;owned␇" in said
    assert "please report it" in said
    assert not re.search(r"[^\n\r -~␛␇␦]", said), "nothing that a terminal obeys"
    assert kept().turn == 41
