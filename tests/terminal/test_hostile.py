"""Whatever a library holds, the reader writes nothing but what it means to draw."""

from __future__ import annotations

import base64
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Start = Callable[..., Any]

GRAMMAR = re.compile(
    r"\x1b\[[\d;]*m"  # how it looks
    r"|\x1b\[\d+;\d+H"  # where it stands
    r"|\x1b\[\d+;\d+r\x1b\[\d+;1H\x1b\[\d+[LM]\x1b\[r"  # lines that scroll, between margins
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]"  # the modes that are taken and given back
    r"|\x1b\[\?2026\$p"  # whether frames can be shown at once
    r"|\x1b\[6n\x1b\[2K\x1b\[H"  # how wide … was, and its line cleared again
    r"|\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b\[16t\x1b\[c"  # whether it draws pictures, and how large a cell is
    r"|\x1b\[<u"  # no keys of the kitty keyboard protocol
    r"|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07"  # the clipboard, only for what was selected
    r"|\r\n"
    r"|\x07"
)
"""All that the reader and Textual write besides words."""

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f\u200b\u200d\ufeff]"
)
"""What may not be left when the grammar is taken away: the forbidden, and what would hide words."""

EVIL = "\x1b]0;owned\x07\x1b[?1049l[red][/][@click=app.quit]x[/]\u202e\x9b2J"


def harmless(terminal: Any) -> list[str]:
    """Check everything written so far; return what was copied."""
    text = terminal.raw.decode("utf-8")
    left = OBEYED.search(GRAMMAR.sub("", text))
    assert left is None, repr(text[max(0, text.index(left[0]) - 200) :][:400])
    return [base64.b64decode(found["copied"]).decode() for found in GRAMMAR.finditer(text) if found["copied"]]


@pytest.fixture
def hostile(start: Start, hostile_library: Path) -> Callable[..., Any]:
    """Return a function that starts the reader on a hostile library from inside it."""

    def begin(*place: str, **settings: Any) -> Any:
        command = [sys.executable, "-m", "roundtable_tui", "--library", str(hostile_library), "read", *place]
        terminal = start(command, columns=120, rows=40, cwd=hostile_library, **settings)
        terminal.wait("words␛" if place else "title")
        return terminal

    return begin


def press(terminal: Any, keys: str, shows: str = "") -> None:
    """Type `keys`, wait for `shows`, and for the frames after."""
    terminal.send(keys)
    terminal.settle()
    terminal.wait(shows)


def test_every_screen_of_the_worst_piece_is_harmless_and_markup_stands_as_written(hostile: Callable[..., Any]) -> None:
    terminal = hostile("all:1")
    press(terminal, "g", "lead␛")
    for _page in range(3):
        press(terminal, "  ")
    press(terminal, "G", "older")
    press(terminal, "i", "Back issues")
    press(terminal, "o", "heading␛")
    press(terminal, "\\")
    press(terminal, "\\")
    press(terminal, "!", "warning: ")
    press(terminal, " ")
    press(terminal, "\x1b", "quit")
    press(terminal, "?", "Moving")
    press(terminal, "\x1b", "quit")
    press(terminal, "e", "To the file")
    press(terminal, "\r")
    press(terminal, "\x1b")
    press(terminal, "\x03")
    press(terminal, "\x1b[<0;40;8M\x1b[<32;80;12M\x1b[<0;80;12m")
    press(terminal, "\x03")
    terminal.wait(lambda: b"\x1b]52;" in terminal.raw)
    copied = harmless(terminal)
    assert copied
    # Line breaks, tabs and the joiners of ordinary writing are part of the words.
    assert not OBEYED.search(re.sub("[\n\t\u200b\u200d\ufeff]", "", copied[-1]))
    terminal.send("q")
    assert terminal.ends() == 0
    assert terminal.given_back


def test_search_hits_and_queries_are_harmless(hostile: Callable[..., Any]) -> None:
    terminal = hostile("all:1")
    press(terminal, "s", "Search every back issue")
    press(terminal, "words", " hits")
    press(terminal, "\x1b[B\x1b[B\x1b[B")
    press(terminal, "\r", "hit ")
    press(terminal, "n")
    press(terminal, "sspeaker:second", " hits")
    press(terminal, "\x1b", "quit")
    press(terminal, f"s\x1b[200~{EVIL}\x1b[201~", "[@click=app.quit]x[/]")
    press(terminal, "\x1b", "quit")
    press(terminal, f"\x10\x1b[200~{EVIL}\x1b[201~", "called ")
    press(terminal, "\x1b", "quit")
    terminal.send("q")
    assert terminal.ends() == 0
    harmless(terminal)


def test_notes_bookmarks_history_and_what_is_looked_for_are_harmless(hostile: Callable[..., Any]) -> None:
    terminal = hostile("all:1")
    paste = f"\x1b[200~{EVIL}\x1b[201~"
    press(terminal, "m")
    press(terminal, paste, "[@click=app.quit]x[/]")
    press(terminal, "\r")
    press(terminal, "M", "[@click=app.quit]x[/]")
    for key in (paste, "\x1b", "\x1b", "h", paste, "\x1b", "\x1b", "p", "\x1b", "v", "\x1b", "T", "\x1b"):
        press(terminal, key)
    press(terminal, "?/")
    press(terminal, paste, "[@click=app.quit]x[/]")
    for key in ("\x1b", "\x1b", "/", paste, "\x1b", "X", "\x1b", "z", "z"):
        press(terminal, key)
    assert terminal.process.poll() is None
    terminal.send("q")
    assert terminal.ends() == 0
    harmless(terminal)


def test_every_piece_opens_from_the_list_or_says_why_not(hostile: Callable[..., Any]) -> None:
    terminal = hostile()
    press(terminal, "ig", "Back issues")
    seen = set()
    for step in ["ij"] * 14 + ["ik"] * 14:  # down the list, and up again for those whose frame came late
        press(terminal, "\rG")
        seen.add(terminal.lines[0])
        press(terminal, step)
        if len(seen) > 6:
            break
    assert len(seen) > 6
    terminal.send("q")
    assert terminal.ends() == 0
    harmless(terminal)


@pytest.mark.parametrize(
    ("place", "env"), [("escape:1", {"NO_COLOR": "1"}), ("unescaped:1", {"TERM": "linux", "ROUNDTABLE_LANG": "ja"})]
)
def test_a_terminal_of_any_kind_gets_the_same_protection(
    place: str, env: dict[str, str], hostile: Callable[..., Any]
) -> None:
    terminal = hostile(place, env=env)
    press(terminal, "G")
    terminal.send("q")
    assert terminal.ends() == 0
    harmless(terminal)
