"""What is written while one scrolls, and what stands on the terminal then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Any]

KEYS = ["j"] * 9 + ["k"] * 4 + [" ", "j", "}", "j", "]", "k", "b", "d", "j", "u", "G", "k", "k"]


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24), (40, 10)])
def test_what_was_scrolled_to_stands_as_if_drawn_anew(read: Read, columns: int, rows: int) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=columns, rows=rows)
    terminal.wait_quiet()
    begun = len(terminal.raw)
    for key in KEYS:
        terminal.send(key)
        terminal.settle()
    # Beside a list that stays, moving the lines does not always pay.
    assert columns > 80 or re.search(rb"\x1b\[\d+;\d+r\x1b\[\d+;1H\x1b\[\d+[LM]\x1b\[r", terminal.raw[begun:])
    scrolled = terminal.lines
    terminal.resize(columns + 1, rows)
    terminal.wait_quiet()
    terminal.resize(columns, rows)
    terminal.wait_quiet()
    assert terminal.lines == scrolled
    terminal.send("q")
    assert terminal.ends() == 0


def test_what_another_program_wrote_goes_when_the_screen_is_drawn_again(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=80, rows=24)
    terminal.wait_quiet()
    drawn = terminal.lines
    terminal.screen.erase_in_display(2)
    assert terminal.lines != drawn
    terminal.send("\x0c")
    terminal.settle()
    assert terminal.lines == drawn
    terminal.send("q")
    assert terminal.ends() == 0


def test_a_line_scrolled_by_costs_a_slow_line_little(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=80, rows=24)
    terminal.wait_quiet()
    written = []
    for _ in range(12):
        before = len(terminal.raw)
        terminal.send("j")
        terminal.settle()
        written.append(len(terminal.raw) - before)
    assert sorted(written)[6] < 1_000, written
    terminal.send("q")
    assert terminal.ends() == 0
