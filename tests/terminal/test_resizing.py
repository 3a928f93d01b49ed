"""A window that is dragged about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Any]

SIZES = [(1, 1), (200, 60), (40, 10), (1, 60), (200, 1), (72, 20), (120, 40), (3, 3), (99, 24), (161, 50)]


def test_a_storm_of_sizes_ends_with_the_right_screen(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=100, rows=30)
    terminal.wait_quiet()
    before = terminal.lines
    for columns, rows in SIZES * 5:
        terminal.resize(columns, rows)
        terminal.read(0.01)
    terminal.resize(100, 30)
    terminal.wait(lambda: terminal.lines == before)
    terminal.wait_quiet()
    assert terminal.lines == before
    terminal.send("}")
    terminal.wait("Turn 41,")
    terminal.send("q")
    assert terminal.ends() == 0
    assert terminal.given_back


def test_a_storm_over_an_open_search_ends_with_the_search(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=100, rows=30)
    terminal.send("s")
    terminal.wait("Search every back issue")
    terminal.send("clock")
    terminal.wait(" hits")
    for columns, rows in SIZES:
        terminal.resize(columns, rows)
        terminal.read(0.01)
    terminal.resize(100, 30)
    terminal.wait("No. 10")
    terminal.send("\x1b")
    terminal.wait("Turn 40,")
