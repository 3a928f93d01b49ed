"""What every test stands on: a home of its own, and no settings of whoever runs the tests."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from roundtable_tui.config.language import set_language
from roundtable_tui.tui.commands.in_force import use_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import FrameType

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
_SHARE = "TEST_EXAMPLES"
"""The environment variable that says which share of a property's examples is enough, as in 0.2."""
_SLOW = (HealthCheck.too_slow,)
"""What a machine with other things to do makes of a property that is sound."""
_SET_BY_USERS = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "ESCDELAY")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden screens be written; tests/tui/golden/test_screens.py says how."""
    parser.addoption("--golden", choices=["compare", "write"], default="compare", help="what to do with golden screens")


def pytest_configure() -> None:
    """Prepare the process: for properties on a busy machine, for fewer of their examples, and for being interrupted.

    SIGINT and SIGHUP, which `nohup` and a shell's `&` leave ignored for every process that tests start, are heard.
    """
    if (share := os.environ.get(_SHARE)) is not None:
        _ask_for_fewer_examples(float(share))
    patient = settings(deadline=None, suppress_health_check=[*settings.default.suppress_health_check, *_SLOW])
    settings.register_profile("patient", patient, max_examples=settings.default.max_examples)
    settings.load_profile("patient")
    for name, handler in {"SIGINT": signal.default_int_handler, "SIGHUP": signal.SIG_DFL}.items():
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


def _ask_for_fewer_examples(share: float) -> None:
    """Let every property be tried with that share of the examples that it asks for."""
    as_asked = settings.__init__

    def fewer(self: settings, *parent: object, **asked: Any) -> None:
        if "max_examples" in asked:
            asked["max_examples"] = max(1, round(asked["max_examples"] * share))
        as_asked(self, *parent, **asked)

    settings.__init__ = fewer  # type: ignore[method-assign,assignment]


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
    use_keys({})


@pytest.fixture
def steps() -> Callable[[Callable[[], object], int], int]:
    """Return a function that runs what it is given and returns how many lines of Python that took, in this thread.

    It is what a test asserts of an answer's cost: a machine with other things to do makes no difference to it. Past
    the most that are allowed it raises, so that what has exploded ends.
    """

    def count(work: Callable[[], object], most: int) -> int:
        lines = 0

        def trace(_frame: FrameType, event: str, _value: object) -> Callable[..., object]:
            nonlocal lines
            lines += event == "line"
            if lines > most:
                raise AssertionError(f"more than {most:,} lines of Python")
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
        return lines

    return count


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


HOSTILE = {
    "escape": "\x1b[2J\x1b[?1049l\x1b]0;owned\x07\x1b]52;c;ZXZpbA==\x07\x1bP1$r0m\x1b\\\x1bc",
    "C1": "\x9b2J\x9d0;owned\x9c\x90q\x9c\x85",
    "bidi": "\u202eevil\u202c\u2066x\u2069\u200f",
    "halves": "\ud800\udfff\udc9b",
    "markup": "[/][@click=app.quit]x[/][red]r[/red][a b][bold",
    "unseen": "\u200b\u2060\ufeff\xad\U000e0041\U000e007f\ufe0f\u200d",
    "controls": "\0\a\b\t\v\f\r\x7f",
    "lines": "a\nb\u2028c\u2029d",
}
"""What a file may hold that a terminal obeys, that hides or turns words round, or that Textual takes for markup."""


def _hostile_piece(evil: str, far: str) -> str:
    """Return a transcript (YAML takes JSON) with `evil` in every field; one turn is the word `far`."""
    one, two = f"甲{evil}", f"乙{evil}"

    def link(name: str) -> dict[str, str]:
        return {"title": f"{name}{evil}", "url": f"https://example.org/{evil}"}

    texts = ("title", "subtitle", "series", "publication", "held_label", "published", "source", "licence", "lead",
             "honorifics", "closing")  # fmt: skip
    figure = {"src": f"a{evil}.png", "alt": f"alt{evil}", "caption": f"caption{evil}", "credit": f"credit{evil}"}
    turns: list[object] = [
        {one: f"words{evil}\nmore words{evil}"},
        {two: {"as": f"printed{evil}", "text": f"text{evil}"}},
        {f"nobody{evil}": f"stranger{evil}"},
        {"―": f"narration{evil}"},
        {"figure": figure},
        {one: far},
    ]
    document = json.dumps(
        {
            "roundtable": 1,
            **{name: f"{name}{evil}" for name in texts},
            "issue": f"7{evil}",
            "held": f"2024{evil}",
            "lang": f"ja{evil}",
            "previous": link("previous"),
            "next": f"next{evil}",
            "image": figure,
            "tags": [f"tag{evil}"],
            "agenda": [f"agenda{evil}"],
            "notes": {f"term{evil}": f"note{evil}"},
            "participants": {
                one: {name: f"{name}{evil}" for name in ("name", "kana", "org", "role", "side", f"odd{evil}")},
                two: {"name": f"second{evil}", "aliases": [f"alias{evil}"]},
            },
            "sections": [
                {"heading": f"heading{evil}", "sections": [{"heading": f"inner{evil}", "turns": turns}]},
                {"heading": f"far{far}", "turns": [{two: f"last{evil}"}]},
            ],
            "credits": [{"role": f"role{evil}", "name": f"name{evil}", "org": f"org{evil}"}],
            "back_numbers": [f"back{evil}", link("older")],
            f"unknown{evil}": f"value{evil}",
        },
        ensure_ascii=False,
    )
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]", lambda found: f"\\u{ord(found.group()):04x}", document)


@pytest.fixture
def hostile_library(tmp_path: Path) -> Path:
    """Return a folder, itself of an evil name, whose pieces hold everything in `HOSTILE` in every field.

    There is one piece for each kind, named after it, `all` with all kinds and a word of 100,000 letters, files of evil
    names, and files that cannot be read and say so in evil words.
    """
    folder = tmp_path / "lib\x1b]0;owned\x07\x9b\u202e[red]"
    folder.mkdir()
    for name, evil in HOSTILE.items():
        (folder / f"{name}.yaml").write_text(_hostile_piece(evil, "far"), encoding="utf-8")
    # Half a surrogate is no character in YAML, not even escaped; file names and arguments can hold one.
    everything = "".join(evil for name, evil in HOSTILE.items() if name != "halves")
    (folder / "all.yaml").write_text(_hostile_piece(everything, "far" * 33_334), encoding="utf-8")
    unescaped = re.sub(
        r"\\u(00[0189].)", lambda found: chr(int(found[1], 16)), _hostile_piece(HOSTILE["escape"], "far")
    )
    (folder / "unescaped.yaml").write_text(unescaped, encoding="utf-8")
    sound = _hostile_piece("", "far")
    broken = "roundtable: 1\ntitle: [\x1b]0;owned\x07 [red]\u202e {\n"
    for name, text in [
        ("\x1b[31mesc\x07", sound),
        ("new\nline", sound),
        ("\u202e[red]\x9b", broken),
        ("half\udcff", broken),
    ]:
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
