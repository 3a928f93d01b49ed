"""East Asian ambiguous characters (― … ① ※ “ ”): one cell or two, as the terminal draws them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

import pyte.screens

from roundtable_tui.tui.terminal.answers import WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[..., Any]

PIECE = """\
roundtable: 1
title: ①「円卓」の“幅”……どちら―
issue: 3
held: 2024-05-10
notes: {幅: 一つか、二つか。}
participants:
  青木: {name: 青木 千尋, org: 架空市}
  Ó Hara: {name: Ruth Ó Hara}
sections:
  - heading: ①枠と※印
    turns:
      - 青木: ①まず――“点線”……そして※印と→矢印、±3℃、○と×、「引用」が並びます。それでも枠は一マスもずれません。
      - Ó Hara: “Ambiguous” – well… that’s the × of it.
      - ―: ―と…だけの行。
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "003.yaml").write_text(PIECE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the emulated terminal draw ambiguous characters over two cells."""
    usual = pyte.screens.wcwidth

    def cells(character: str) -> int:
        return 2 if usual(character) == 1 and east_asian_width(character[:1] or " ") == "A" else usual(character)

    monkeypatch.setattr("pyte.screens.wcwidth", cells)


def columns(terminal: Any, sign: str) -> set[int]:
    """Return the columns in which `sign` stands alone at the right edge."""
    buffer = terminal.screen.buffer
    return {column for row, _line in enumerate(terminal.lines) for column in (78, 79)
            if buffer[row][column].data == sign}  # fmt: skip


def frames(terminal: Any) -> list[tuple[int, int]]:
    """Return where the horizontal lines of a frame begin and end, in columns."""
    found = []
    for row, _line in enumerate(terminal.lines):
        cells = "".join(terminal.screen.buffer[row][column].data or " " for column in range(terminal.screen.columns))
        found += [line.span() for line in re.finditer(r"\+-{20,}\+", cells)]
    return found


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("how", ["asked", "set"])
def test_in_a_terminal_set_wide_nothing_is_shifted(how: str, read: Read) -> None:
    env = {"ROUNDTABLE_AMBIGUOUS": "wide"} if how == "set" else {}
    terminal = read("003", shows="まず――", columns=80, rows=24, answers=how == "asked", env=env)
    terminal.wait(lambda: columns(terminal, "#") == {79})
    terminal.wait_quiet()  # of the frame that began with it the rest may still come
    assert columns(terminal, "|") <= {79}
    assert (WIDTH.encode() in terminal.raw) is (how == "asked")
    assert "①まず――“点線”……そして" in terminal.text
    for sign in ("┃", "│", "─", "█"):
        assert sign not in terminal.text, "a sign that would take two cells"
    terminal.send("?")
    terminal.wait(lambda: len(frames(terminal)) == 2)
    terminal.wait_quiet()
    assert len(set(frames(terminal))) == 1, "the frame is as wide below as above"
    terminal.send("\x1b")
    terminal.wait("まず――")
    terminal.send("q")
    assert terminal.ends() == 0


def test_in_a_terminal_set_narrow_lines_are_drawn_as_lines(read: Read) -> None:
    terminal = read("003", shows="まず――", columns=80, rows=24, answers=True)
    terminal.wait(lambda: columns(terminal, "┃") == {79})
    assert WIDTH.encode() in terminal.raw
    terminal.wait_quiet()
    assert columns(terminal, "#") == set()
    assert terminal.raw.index(WIDTH.encode()) < terminal.raw.index("まず――".encode()), "asked on an empty screen"


@pytest.mark.parametrize("setting", ["narrow", "wide"])
def test_a_terminal_is_not_asked_where_the_setting_tells(setting: str, read: Read) -> None:
    terminal = read("003", shows="まず――", env={"ROUNDTABLE_AMBIGUOUS": setting})
    assert b"\x1b[6n" not in terminal.raw


@pytest.mark.usefixtures("wide")
def test_an_answer_that_comes_late_and_in_pieces_is_no_key(read: Read) -> None:
    terminal = read("003", shows="まず――", columns=80, rows=24)
    terminal.wait_quiet()
    assert "┃" in terminal.text, "drawn as for a terminal that does not answer"
    for piece in ("\x1b[", "2;", "3R"):
        terminal.send(piece)
        terminal.read(0.06)
    terminal.wait(lambda: columns(terminal, "#") == {79} and "┃" not in terminal.text)
    assert terminal.process.poll() is None
    before = terminal.text
    terminal.send("\x1b[2;2R\x1b[2;3R")
    terminal.settle()
    assert terminal.text == before, "the first answer counts, and no other is a key"


def test_a_terminal_of_one_line_is_not_asked(read: Read) -> None:
    terminal = read("003", shows="", columns=80, rows=1)
    terminal.wait(lambda: terminal.raw.count(b"H") > 2)
    terminal.wait_quiet()
    assert b"\x1b[6n" not in terminal.raw
