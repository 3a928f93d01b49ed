"""What every test stands on: a home of its own, and no settings of whoever runs the tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.language import set_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
_SET_BY_USERS = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "ESCDELAY")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield an empty home folder that holds every folder the program writes to, for this test alone."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in [*_SET_BY_USERS, *(name for name in os.environ if name.startswith("ROUNDTABLE_"))]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    yield home
    set_language("en")


PIECE = """\
roundtable: 1
title: {title}
{fields}participants:
  青木: {{name: 青木 千尋, org: 架空市}}
  田村: {{name: 田村 航}}
sections:
  - heading: 紙をやめてみた
    turns:
      - 青木: {words}
      - 田村: 探す時間が短くなりました。
"""
"""A sound transcript of two turns."""


@pytest.fixture
def write_piece() -> Callable[..., Path]:
    """Return a function that writes a sound transcript to a path and returns the path; keywords become its fields."""

    def write(path: Path, *, title: str = "紙の束", words: str = "半分ほどになりました。", **fields: object) -> Path:
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PIECE.format(title=title, words=words, fields=lines), encoding="utf-8")
        return path

    return write
