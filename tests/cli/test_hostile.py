"""Whatever a file, a file name or an argument holds, no command prints what a terminal obeys."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[bytes]]

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls, line separators, bidirectional controls, interlinear annotation and tags; tabs and line feeds are none."""

EVIL = "\x1b]0;owned\x07\x9b2J\u202e[red]\udc9b\r\n"
"""What somebody might paste into an argument."""

PIECES = ["escape", "C1", "bidi", "halves", "markup", "unseen", "controls", "lines", "unescaped", "all"]
COMMANDS = [
    ["list"],
    ["list", "--json"],
    ["check"],
    ["check", "--json"],
    ["search", "words"],
    ["search", "words", "--json"],
    ["search", "far", "--sort", "date"],
    ["search", "speaker:second"],
    ["search", "evil"],
    ["search", EVIL],
    ["search", "words", "--speaker", EVIL],
    ["search", "words", "--since", EVIL],
    ["show", EVIL],
    ["show", f"escape#{EVIL}"],
    ["show", "escape", "--speaker", EVIL],
    ["show", "new\nline"],
    ["show", "\x1b[31mesc\x07"],
    ["show", "\u202e[red]\x9b"],
    ["show", "half\udcff"],
    ["export", EVIL, "-o", "-"],
    ["export", "escape", "-o", f"/nowhere/{EVIL}"],
    ["export", "escape", "--format", EVIL],
    ["import", EVIL],
    [EVIL],
    ["list", f"--{EVIL}"],
    ["list", "--lang", EVIL],
    ["list", "--library", f"/nowhere/{EVIL}"],
    ["read", EVIL],
]


@pytest.fixture
def run(hostile_library: Path, tmp_path: Path) -> Run:
    """Return a function that runs a command on the hostile library."""

    def run(*argv: str) -> subprocess.CompletedProcess[bytes]:
        library = [] if "--library" in argv else ["--library", os.fsencode(hostile_library)]
        command = [
            sys.executable,
            "-m",
            "roundtable_tui",
            *library,
            *(word.encode("utf-8", "surrogateescape") for word in argv),
        ]
        return subprocess.run(command, capture_output=True, timeout=60, cwd=tmp_path, stdin=subprocess.DEVNULL)

    return run


def check(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what was printed, once nothing in it is obeyed and the program did not fail."""
    for stream in (done.stdout, done.stderr):
        assert not OBEYED.search(stream.decode("utf-8"))
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("argv", COMMANDS, ids=lambda argv: " ".join(argv).encode("unicode_escape").decode()[:40])
def test_nothing_that_a_terminal_obeys_is_printed(argv: list[str], run: Run) -> None:
    done = run(*argv)
    check(done)
    assert done.stdout or done.stderr


@pytest.mark.parametrize("command", [["show"], ["export", "-o", "-"], ["export", "-o", "-", "--format", "txt"],
                                     ["export", "-o", "-", "--no-names"], ["export", "-o", "-", "--format", "json"]],
                         ids=" ".join)  # fmt: skip
def test_every_hostile_piece_is_printed_harmless(command: list[str], run: Run) -> None:
    # One start of Python for each is most of the cost, and the pieces differ in what they hold, not in the way through.
    for piece in ("all", "unescaped", "halves"):
        text = check(run(command[0], piece, *command[1:]))
        assert ("words" in text) == (piece != "halves")


def test_markup_is_printed_as_it_stands(run: Run) -> None:
    text = check(run("show", "markup"))
    assert "words[/][@click=app.quit]x[/][red]r[/red][a b][bold" in text


def test_colours_are_the_only_sequences_where_colour_is_on(run: Run) -> None:
    for argv in (["list"], ["show", "all"], ["search", "words"], ["check"]):
        printed = run(*argv, "--color", "always").stdout.decode("utf-8")
        assert "\x1b[" in printed
        assert not OBEYED.search(re.sub(r"\x1b\[[\d;]*m", "", printed))


def test_an_imported_article_writes_and_says_nothing_that_is_obeyed(run: Run, tmp_path: Path) -> None:
    talk = f"青木:はじめます{EVIL}。\n田村:はい\u202e。\n青木:では\0。\n"
    article = f"題{EVIL}\n\n架空市の円卓\x1b[2J\n\n## 見出し\x9b\n\n{talk}"
    (tmp_path / "a.txt").write_bytes(article.encode("utf-8", "surrogateescape"))
    (tmp_path / "b.txt").write_text(article.replace("\udc9b", ""), encoding="utf-8", newline="")
    for name in ("a.txt", "b.txt"):
        check(run("import", name))


def test_an_export_on_a_terminal_and_into_a_file_are_both_harmless(run: Run, tmp_path: Path) -> None:
    text = check(run("export", "all", "-o", "out"))
    written = next(path for path in tmp_path.iterdir() if path.name.startswith("out"))
    assert "words" in written.read_text(encoding="utf-8")
    assert not OBEYED.search(written.read_text(encoding="utf-8"))
    assert text.strip().endswith("out")
