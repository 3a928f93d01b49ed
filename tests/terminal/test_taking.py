"""Copies as a terminal and a real tmux get them: what was dragged over with the mouse, and by which way it comes."""

from __future__ import annotations

import base64
import re
import shutil
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from wcwidth import wcswidth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Terminal = Any

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

_CLIPBOARD = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")

TALK = """\
roundtable: 1
title: 渡し舟
lang: ja
participants:
  髙橋: {name: 髙橋 房江}
  小宮: {name: 小宮 直}
sections:
  - heading: 舟
    turns:
      - 髙橋: |
          渡し舟は三艘でした。ＡＢＣという名前で、それぞれに船頭が一人ずつ、朝の五時から夜の九時まで待っておりました。
          冬は二艘です。
      - 小宮: 橋は一本です。
"""


@pytest.fixture
def talk(library: Path) -> str:
    (library / "001.yaml").write_text(TALK, encoding="utf-8")
    return "001"


def clipboard(terminal: Terminal) -> list[str]:
    return [base64.b64decode(found).decode() for found in _CLIPBOARD.findall(terminal.raw)]


def cell(terminal: Terminal, words: str) -> tuple[int, int]:
    """Return column and row, from 1, of the first cell of `words` on the screen."""
    for row, line in enumerate(terminal.lines, start=1):
        if words in line:
            return wcswidth(line[: line.index(words)]) + 1, row
    pytest.fail(f"{words} is not on the screen:\n{terminal.text}")


def drag(terminal: Terminal, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move and release as a terminal reports it (SGR, mode 1006)."""
    for code, (column, row), last in ((0, start, "M"), (32, end, "M"), (0, end, "m")):
        terminal.send(f"\x1b[<{code};{column};{row}{last}")
        terminal.settle()


def test_what_the_mouse_drags_over_is_copied_by_osc_52_without_the_breaks_of_the_lines(
    read: Callable[..., Terminal], talk: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    terminal = read(talk, shows="橋は一本です", columns=60, rows=24)
    terminal.settle()
    start, end = cell(terminal, "艘でした"), cell(terminal, "一本です")
    # from the second half of a wide character to the second half of another, over lines, paragraphs and speakers
    drag(terminal, (start[0] + 1, start[1]), (end[0] + 1, end[1]))
    terminal.send("y")
    terminal.wait(lambda: bool(clipboard(terminal)))
    first, second = TALK.split("          ")[1:3]
    expected = f"髙橋　{first[first.index('艘') :].strip()}\n{second.splitlines()[0]}\n\n小宮　橋は一"
    assert clipboard(terminal) == [expected]
    terminal.wait("OSC 52")
    assert (home / "xdg_state_home" / "roundtable" / "copied.txt").read_text("utf-8") == expected + "\n"


@pytest.fixture
def tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Return the command of a tmux of its own with nothing configured; it is ended after the test."""
    import subprocess

    path = shutil.which("tmux")
    if path is None:
        pytest.skip("tmux is not installed")
    command = [path, "-S", str(tmp_path_factory.mktemp("tmux") / "socket"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True, check=False)


def test_inside_tmux_the_words_come_to_tmux_and_to_the_terminal_around_it(
    start: Callable[..., Terminal], library: Path, talk: str, tmux: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    monkeypatch.delenv("TMUX", raising=False)
    reader = [sys.executable, "-m", "roundtable_tui", "--library", str(library), "read", f"{talk}:2"]
    terminal = start([*tmux, "-u", "new-session", *reader], columns=100, rows=24)
    terminal.wait("橋は一本です")
    terminal.settle()
    terminal.send("y")
    terminal.wait("tmux")

    def buffer() -> str:
        return subprocess.run([*tmux, "show-buffer"], capture_output=True, check=False).stdout.decode()

    until = time.monotonic() + 20
    while buffer() != "橋は一本です。" and time.monotonic() < until:
        terminal.read(0.05)
    assert buffer() == "橋は一本です。"
    terminal.wait(lambda: clipboard(terminal) == ["橋は一本です。"])
