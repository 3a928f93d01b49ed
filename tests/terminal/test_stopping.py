"""Ctrl+Z: the shell has its terminal in between, and the reader comes back whole."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Start = Callable[..., Any]


@pytest.fixture
def in_shell(start: Start, library: Path, shell: list[str]) -> Callable[..., Any]:
    """Return a function that starts the reader from a shell at turn 40; more words come before the reader."""

    def begin(*wrapper: str) -> Any:
        reader = [sys.executable, "-m", "roundtable_tui", "--library", str(library), "read", "010:40"]
        terminal = start([*shell, *wrapper, *reader])
        terminal.wait("Turn 40,")
        terminal.wait_quiet()
        return terminal

    return begin


def stop(terminal: Any) -> None:
    """Press Ctrl+Z and wait for the shell."""
    terminal.send("\x1a")
    terminal.wait("[stopped]")
    assert terminal.given_back
    assert "Turn 40" not in terminal.text


def test_ctrl_z_stops_the_reader_and_the_whole_screen_comes_back(in_shell: Callable[..., Any]) -> None:
    terminal = in_shell()
    before = terminal.lines
    for _again in range(2):
        stop(terminal)
        terminal.send("\n")
        terminal.wait(lambda: terminal.lines == before)
        assert not terminal.given_back
    terminal.send("}")
    terminal.wait("Turn 41,")
    terminal.send("q")
    assert terminal.ends() == 0
    assert terminal.given_back


def test_ctrl_z_works_while_a_query_is_typed_and_the_query_comes_back(in_shell: Callable[..., Any]) -> None:
    terminal = in_shell()
    terminal.send("s")
    terminal.wait("choose")
    terminal.send("clock")
    terminal.wait(" hits")
    terminal.wait_quiet()
    before = terminal.lines
    stop(terminal)
    terminal.send("\n")
    terminal.wait(lambda: terminal.lines == before)
    terminal.send("s")
    terminal.wait("clocks")


def test_a_shell_that_started_the_reader_by_way_of_another_program_notices(in_shell: Callable[..., Any]) -> None:
    terminal = in_shell("/bin/sh", "-c", '"$@"; exit $?', "sh")
    stop(terminal)
    terminal.send("\n")
    terminal.wait("Turn 40,")


def test_a_reader_that_was_stopped_without_warning_takes_the_terminal_anew(start: Start, library: Path) -> None:
    terminal = start([sys.executable, "-m", "roundtable_tui", "--library", str(library), "read", "010:40"])
    terminal.wait("Turn 40,")
    terminal.wait_quiet()
    before = terminal.lines
    terminal.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
    terminal.screen.reset()  # what a shell leaves is anything
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait(lambda: terminal.lines == before)
    terminal.send("q")
    assert terminal.ends() == 0
    assert terminal.given_back, "the line discipline that was found first, not the reader's own"


def test_ctrl_z_where_no_shell_could_wake_the_reader_goes_on_without_spinning(start: Start, library: Path) -> None:
    terminal = start([sys.executable, "-m", "roundtable_tui", "--library", str(library), "read", "010:40"])
    terminal.wait("Turn 40,")
    terminal.send("\x1a")
    terminal.wait(lambda: terminal.raw.count(b"\x1b[?1049h") == 2)
    terminal.wait("Turn 40,")
    terminal.wait_quiet()

    def ticks() -> int:
        fields = Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    try:
        before = ticks()
    except OSError:
        pytest.skip("no /proc to read the processor time from")

    def rests() -> bool:
        nonlocal before
        time.sleep(0.5)
        before, passed = ticks(), before
        return (before - passed) / os.sysconf("SC_CLK_TCK") < 0.1

    terminal.wait(rests)
    assert terminal.raw.count(b"\x1b[?1049h") == 2
