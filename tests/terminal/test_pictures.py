"""Pictures as bytes: sixels and kitty's graphics where the terminal says that it has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

from PIL import Image

from roundtable_tui.tui.terminal.answers import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[..., Any]

PIECE = """\
roundtable: 1
title: 橋の絵
image: {src: bridge.png, alt: 夕方の橋}
participants: {水野: {name: 水野 汐}}
sections: [{heading: 橋, turns: [{水野: 橋の話です。}]}]
"""
SIXEL = b"\x1bP0;1q"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "003.yaml").write_text(PIECE, encoding="utf-8")
    Image.linear_gradient("L").convert("RGB").save(tmp_path / "bridge.png")
    return tmp_path


@pytest.fixture
def asked(read: Read, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the reader in a terminal that was asked what it can draw, and has drawn cells for the time being."""
    for name in ("TMUX", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    terminal = read("003", shows="夕方の橋", env={"COLORTERM": "truecolor"})
    terminal.wait(lambda: PICTURES.encode() in terminal.raw and "▀" in terminal.text)
    return terminal


def test_a_terminal_with_sixels_is_sent_sixels_but_not_under_another_screen(asked: Any) -> None:
    asked.send("\x1b[6;20;10t\x1b[?62;4;22c")
    asked.wait(lambda: asked.raw.count(SIXEL) > 3)
    asked.wait_quiet()
    before = len(asked.raw)
    asked.send("?")
    asked.wait(lambda: b"Esc" in asked.raw[before:])
    asked.wait_quiet()
    assert SIXEL not in asked.raw[before:]
    assert b";2;" not in re.sub(rb"\x1b\[[\d;]*m", b"", asked.raw[before:]), "no colours of a picture as letters"
    before = len(asked.raw)
    asked.send("\x1b")
    asked.wait(lambda: SIXEL in asked.raw[before:])


def test_a_terminal_with_kittys_graphics_is_sent_the_picture_once_and_told_to_forget_it(asked: Any) -> None:
    asked.send("\x1b_Gi=31;OK\x1b\\\x1b[6;20;10t\x1b[?62;22c")
    asked.wait(lambda: "\U0010eeee".encode() in asked.raw)
    asked.wait_quiet()
    asked.send("jjkk")
    asked.wait_quiet()
    assert asked.raw.count(b"\x1b_Ga=T,U=1") == 1
    assert asked.raw.count("\U0010eeee".encode()) > 100
    asked.send("q")
    assert asked.ends() == 0
    assert asked.raw.count(b"\x1b_Ga=d,d=I") == 1
    assert asked.given_back


def test_in_tmux_nobody_is_asked_and_cells_are_drawn(read: Read) -> None:
    terminal = read("003", shows="夕方の橋", env={"COLORTERM": "truecolor", "TMUX": "/tmp/tmux,1,0"})
    terminal.wait("▀")
    assert PICTURES.encode() not in terminal.raw
