"""As many colours as the terminal has and the reader wants: none, the terminal's own sixteen, or all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Any]

NAMED = {*range(30, 38), 39, *range(40, 48), 49, *range(90, 98), *range(100, 108)}
"""SGR parameters that name one of the terminal's own colours."""

LOOK = {0, 1, 2, 3, 4, 7}
"""SGR parameters of bold, dim, italic, underline and reverse, and the reset."""


def parameters(raw: bytes) -> set[int]:
    """Return every SGR parameter in `raw`."""
    return {int(number or 0) for codes in re.findall(rb"\x1b\[([\d;]*)m", raw) for number in codes.split(b";")}


def look_of(terminal: Any, words: str) -> Any:
    """Return how the first cell of `words` looks on the screen."""
    for row, line in enumerate(terminal.lines):
        if words in line:
            cells = [terminal.screen.buffer[row][column] for column in range(terminal.screen.columns)]
            data = [cell.data for cell in cells]
            return next(cell for start, cell in enumerate(cells) if "".join(data[start:]).startswith(words))
    pytest.fail(f"{words!r} is not on the screen:\n{terminal.text}")


def go_everywhere(terminal: Any) -> None:
    """Look at a search and its hits, a pane, the palette, the help, an export and a selection."""
    for keys, shows in [
        ("s", "Search every back issue"),
        ("円卓", " hits"),
        ("\r", "hit 1 of"),
        ("n", "hit 2 of"),
        ("i", "Back issues"),
        ("j", ""),
        ("?", "Go to the"),
        ("\x1b", "quit"),
        ("\x10", "Scroll one line down"),
        ("\x1b", "quit"),
        ("e", "To the file"),
        ("\x1b", "quit"),
        ("\x1b[<0;40;8M\x1b[<32;60;8M\x1b[<0;60;8m", ""),
    ]:
        terminal.send(keys)
        terminal.settle()
        terminal.wait(shows)


def test_no_color_means_no_colour_at_all(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=120, rows=30, env={"NO_COLOR": "anything"})
    go_everywhere(terminal)
    terminal.send("q")
    assert terminal.ends() == 0
    assert parameters(terminal.raw) <= LOOK


def test_without_colours_marks_and_cursors_still_stand_out(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=120, rows=30, env={"NO_COLOR": "1"})
    terminal.send("s")
    terminal.wait("Search every back issue")
    terminal.send("clock")
    terminal.wait("Ito  host")
    terminal.wait(lambda: look_of(terminal, "Ito  host").reverse)
    terminal.wait(lambda: look_of(terminal, "clock.").underscore)
    terminal.send("\r")
    terminal.wait("hit 1 of")
    mark = look_of(terminal, "clock.")
    assert mark.reverse
    assert mark.bold
    assert not look_of(terminal, "The short evening").reverse
    terminal.send("ij")
    terminal.wait(lambda: look_of(terminal, "The short evening").reverse)
    terminal.send("k")
    terminal.wait(lambda: not look_of(terminal, "The short evening").reverse)


def test_sixteen_colours_are_named_and_words_keep_the_terminals_own(read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=120, rows=30, env={"TERM": "xterm", "COLORTERM": ""})
    words = look_of(terminal, "Turn 40,")
    assert (words.fg, words.bg) == ("default", "default")
    go_everywhere(terminal)
    terminal.send("q")
    assert terminal.ends() == 0
    used = parameters(terminal.raw)
    assert used <= LOOK | NAMED
    assert used & set(range(31, 37)), "speakers have colours"


@pytest.mark.parametrize(
    ("env", "introduces"),
    [({"TERM": "xterm-256color", "COLORTERM": ""}, 5), ({"TERM": "xterm", "COLORTERM": "truecolor"}, 2)],
)
def test_a_terminal_with_many_colours_gets_the_readers_own(env: dict[str, str], introduces: int, read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", env=env)
    assert re.search(rb"\x1b\[[\d;]*38;%d;\d+" % introduces, terminal.raw)
    assert look_of(terminal, "Turn 40,").bg != "default"
