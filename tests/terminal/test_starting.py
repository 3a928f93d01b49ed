"""What the reader needs to start, what it draws on, and the sizes it starts in."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[..., Any]

READER = [sys.executable, "-m", "roundtable_tui"]


@pytest.mark.parametrize("command", [[], ["read"]])
def test_without_a_terminal_it_says_so_and_ends(command: list[str], library: Path) -> None:
    done = subprocess.run([*READER, "--library", str(library), *command], capture_output=True, timeout=120)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"needs a terminal" in done.stderr
    assert b"roundtable list" in done.stderr, "what works without one"


@pytest.mark.parametrize("redirect", ["</dev/null", ">/dev/null", "<&-", ">&-"])
def test_one_end_of_a_terminal_is_not_enough(redirect: str, start: Read, library: Path) -> None:
    terminal = start(["/bin/sh", "-c", f'"$@" {redirect}; exit $?', "sh", *READER, "--library", str(library)])
    assert terminal.ends() == 2
    assert b"\x1b" not in terminal.raw
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_place_the_cursor_is_left_alone(term: str, start: Read, library: Path) -> None:
    terminal = start([*READER, "--library", str(library)], env={"TERM": term})
    assert terminal.ends() == 2
    assert b"\x1b" not in terminal.raw
    assert "TERM says" in " ".join(terminal.text.split())


def test_error_messages_may_go_to_a_file_while_the_reader_is_on_the_screen(read: Read, tmp_path: Path) -> None:
    with (tmp_path / "errors").open("wb") as errors:
        terminal = read("010:40", shows="Turn 40,", stderr=errors.fileno())
        terminal.send("q")
        assert terminal.ends() == 0
    assert terminal.given_back
    assert (tmp_path / "errors").read_bytes() == b""


def test_the_size_is_that_of_the_terminal_and_not_what_a_shell_exported(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=120, rows=30, env={"COLUMNS": "40", "LINES": "10"})
    terminal.wait(lambda: "quit" in terminal.lines[29])
    assert len(terminal.lines[10]) == 120, "the position is shown in the last column"


def test_a_terminal_that_knows_no_size_gets_an_ordinary_one(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=0, rows=0)
    terminal.wait(lambda: "quit" in terminal.lines[23])


def test_forty_columns_and_ten_rows_show_the_turn_and_the_keys(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=40, rows=10)
    assert "Turn 40," in "\n".join(terminal.lines[:4])
    terminal.send("}")
    terminal.wait("Turn 41,")
    terminal.send("q")
    assert terminal.ends() == 0


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (1, 40), (200, 1)])
def test_the_smallest_terminals_start_and_grow(columns: int, rows: int, read: Read) -> None:
    terminal = read("010:40", shows="", columns=columns, rows=rows)
    terminal.wait(lambda: terminal.raw.count(b"H") > 2)
    terminal.send("}")
    terminal.send("s")
    terminal.send("\x1b")
    terminal.wait_quiet(0.2)
    terminal.resize(80, 24)
    terminal.wait("Turn 41,")
    terminal.send("q")
    assert terminal.ends() == 0


def test_the_mouse_is_left_alone_where_it_is_not_wanted(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", env={"ROUNDTABLE_MOUSE": "off"})
    assert not {1000, 1003, 1006} & set(terminal.modes)
    terminal.send("q")
    assert terminal.ends() == 0
