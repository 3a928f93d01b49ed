"""Whatever arrives on stdin, the reader stays and is where the keys lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Any]

NOISE = {
    "a byte that is no UTF-8": b"\xff",
    "a character cut off": b"\xe3\x81",
    "overlong and surrogate bytes": b"\xc0\xaf\xed\xa0\x80",
    "a sequence nobody knows": b"\x1b[99;99;99z",
    "a key that is no character": b"\x1b[99999999999u",
    "a key that is a lone surrogate": b"\x1b[55296u",
    "a sequence that never ends": b"\x1b[" + b"1;" * 200,
    "an operating system command": b"\x1b]0;title\x07",
    "a device control string": b"\x1bP1$r0m\x1b\\",
    "the focus lost and found": b"\x1b[O\x1b[I",
    "a forged size": b"\x1b[48;1;1;1;1t",
    "a forged size beyond reason": b"\x1b[48;999999;999999;1;1t",
    "a mouse far away": b"\x1b[<0;999999;999999M\x1b[<0;999999;999999m",
    "reports nobody asked for": b"\x1b[?2026;9$y\x1b[1;1R\x1b[?1;2c",
    "a null byte": b"\0",
}

FOCUS = b"\x1b[I"
"""A report that ends whatever sequence has not ended."""


@pytest.fixture
def reading(read: Read) -> Any:
    return read("010:40", shows="Turn 40,")


def test_no_byte_does_harm(reading: Any) -> None:
    # One reader for all: what one leaves behind must not spoil the next either.
    for name, noise in NOISE.items():
        reading.send(noise + FOCUS)
        # What Textual makes of a sequence it does not know may be a key that opens something. Esc gets time of its own:
        # together with the next key it would be taken for Alt.
        reading.settle()
        if "section" not in reading.lines[23]:
            reading.send("\x1b")
            reading.settle()
        assert reading.process.poll() is None, name
        reading.send("g")
        reading.wait("Participants")
        reading.send("]]")
        reading.wait("Turn 11,")
        assert "quit" in reading.lines[23], name
    reading.send("q")
    assert reading.ends() == 0
    assert reading.given_back


def test_a_report_of_the_terminal_is_no_key(reading: Any) -> None:
    reading.wait_quiet()
    before = reading.lines
    reading.send("\x1b]11;rgb:1e1e/quit/e\x07\x1bP>|XTerm(390)\x1b\\\x1b_Gi=1;OK\x1b\\")
    reading.wait_quiet(0.2)
    assert reading.lines == before
    assert reading.process.poll() is None


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        ("sclock", "clock. We"),
        ("sTurn 2\r", "Turn 2: hit 1"),
        ("s\x1b[200~clock\x1b[201~", "clock. We"),
        ("ij\r", "短い話"),
        ("e\x1b[CX", ".mdX"),
        ("\x10suspend", "Go back to the shell"),
    ],
)
def test_what_is_typed_ahead_goes_to_what_the_first_key_opens(keys: str, shows: str, read: Read) -> None:
    terminal = read("010:40", shows="Turn 40,", columns=120, rows=40)
    terminal.wait("The short evening")
    terminal.send(keys)
    terminal.wait(shows)


def test_a_flood_of_keys_ends_in_the_right_place(reading: Any) -> None:
    reading.send("g" + "j" * 500)
    reading.wait("Turn 120,")
    reading.wait_quiet()
    flooded = reading.lines
    # A screen of 21 lines moves by 19, so this is the same way in larger steps.
    reading.send("g")
    reading.wait("The long evening")
    reading.send(" " * 26 + "j" * 6)
    reading.wait(lambda: reading.lines == flooded)


def test_a_hostile_paste_lands_in_the_search_box_and_nowhere_else(reading: Any) -> None:
    reading.send("s")
    reading.wait("choose")
    before = len(reading.raw)
    hostile = b"q\x1b]52;c;ZXZpbA==\x07\x1b[?1049l[red]\xe2\x80\xaeq\xc2\x9b2J\r\nrm -rf\t~\0\x1b[48;1;1;1;1t"
    reading.send(b"\x1b[200~" + hostile + b"\x1b[201~")
    reading.wait("[red]")
    assert reading.process.poll() is None
    assert b"\x1b]52" not in reading.raw[before:]
    assert b"\x1b[?1049l" not in reading.raw[before:]
    assert b"\xc2\x9b" not in reading.raw[before:]
    assert "\u202e" not in reading.text
    assert "choose" in reading.text, "no key of the paste closed the search"


def test_a_long_paste_is_taken_in(reading: Any) -> None:
    reading.send("s")
    reading.wait("choose")
    reading.send("\x1b[200~" + "円卓" * 20_000 + "\x1b[201~")
    reading.wait("Nothing found")
    reading.send("\x1b")
    reading.wait("Turn 40,")


def test_a_full_width_key_is_the_key_it_looks_like(reading: Any) -> None:
    reading.send("｝")
    reading.wait("Turn 41,")
    reading.wait(lambda: not re.search(r"Turn 40,", reading.text))
