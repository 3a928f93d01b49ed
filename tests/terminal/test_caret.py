"""The terminal's own cursor stands where the next character goes, in every box: an input method draws there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from wcwidth import wcswidth

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Any]

MARK = "円卓zq"

BOXES = {
    "the search": ("s", "choose"),
    "finding in the piece": ("/", "words in this piece"),
    "the palette": ("\x10", "can run now"),
    "the export": ("e", "To the file"),
    "the help": ("?/", "a word or a key"),
    "the note of a bookmark": ("m", "ookmark"),
}
"""Each box with the keys that open it, and what is shown then."""


def cursor(terminal: Any) -> tuple[int, int]:
    """Return row and column of the terminal's cursor, once nothing more is written."""
    terminal.wait_quiet(0.15)
    assert terminal.lines
    return terminal.screen.cursor.y, terminal.screen.cursor.x


def shown_from(terminal: Any, row: int, column: int) -> str:
    """Return what stands on the screen in `row` from the cell `column` on."""
    line = terminal.lines[row]
    return next((line[start:] for start in range(len(line)) if wcswidth(line[:start]) == column), "")


def cell_of(terminal: Any, words: str) -> tuple[int, int]:
    """Return row and first column of `words` on the screen."""
    row = next(number for number, line in enumerate(terminal.lines) if words in line)
    return row, wcswidth(terminal.lines[row].partition(words)[0])


def test_the_cursor_is_at_the_caret_from_the_first_key_on_in_every_box(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=100, rows=30)
    for box, (keys, shows) in BOXES.items():
        for key in keys:
            terminal.send(key)
            terminal.settle()
        terminal.wait(shows)
        row, column = cursor(terminal)
        terminal.send(MARK)
        terminal.wait(MARK)
        terminal.wait_quiet()
        assert shown_from(terminal, row, column).startswith(MARK), f"{box}: before anything is typed"
        assert cursor(terminal) == (row, column + wcswidth(MARK)), f"{box}: behind what was typed"
        terminal.send("\x1b[D\x1b[D")
        assert cursor(terminal) == (row, column + wcswidth(MARK) - 2), f"{box}: inside it"
        for _key in keys:  # what took two keys to open takes two to close
            terminal.send("\x1b")
            terminal.settle()
    terminal.send("q")
    assert terminal.ends() == 0


def test_the_cursor_stays_at_the_caret_where_the_text_is_longer_than_the_box_and_the_window_changes(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=60, rows=20)
    terminal.send("s")
    terminal.wait("choose")
    terminal.send("円卓" * 20 + MARK)
    terminal.wait(MARK)
    row, column = cell_of(terminal, MARK)
    assert cursor(terminal) == (row, column + wcswidth(MARK))
    terminal.resize(100, 30)
    terminal.settle()
    terminal.wait(MARK)
    terminal.wait(lambda: cursor(terminal) == (cell_of(terminal, MARK)[0], cell_of(terminal, MARK)[1] + wcswidth(MARK)))
