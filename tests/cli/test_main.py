from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from roundtable_tui import __version__
from roundtable_tui.cli.commands import COMMANDS
from roundtable_tui.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library of one piece, `014-2`; the folder one is in holds nothing."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return write_piece(tmp_path / "lib" / "014-2.yaml").parent


def test_help_lists_every_command_and_the_options_of_all(capsys: Capture) -> None:
    for argv in (["--help"], ["-h"], ["--color", "never", "--help"]):
        assert main(argv) == 0
        out, err = capsys.readouterr()
        assert err == ""
        for name in (*COMMANDS, "--library", "--color", "--lang", "--version"):
            assert name in out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_of_its_own_even_after_a_mistake_of_operands(name: str, capsys: Capture) -> None:
    for argv in ([name, "--help"], ["--help", name], [name, "too", "many", "-h"]):
        assert main(argv) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert f"roundtable {name}" in out
        assert COMMANDS[name].summary() in out
        assert "--library DIR" in out


def test_the_version_is_the_packages(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"roundtable {__version__}\n"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["lst"], "there is no command lst; did you mean list?"),
        (["sea"], "did you mean search?"),
        (["--libary", "x", "list"], "there is no option --libary; did you mean --library?"),
        (["--lib", "x", "list"], "did you mean --library?"),
        (["list", "--jso"], "there is no option --jso; did you mean --json?"),
        (["list", "--color", "allways"], "did you mean always?"),
        (["--lang", "fr", "list"], "none of en, ja"),
        (["list", "one", "two"], "one word too many: 'one'"),
        (["list", "--library"], "--library needs a value"),
        (["--", "--help"], "there is no command --help"),
        (["\x1b[31m"], "there is no command ␛[31m"),
    ],
)
def test_a_mistake_is_named_on_stderr_with_what_would_be_right(
    library: Path, argv: list[str], message: str, capsys: Capture
) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("roundtable: ")
    assert message in err
    assert "--help`" in err.splitlines()[-1]


def test_options_of_all_commands_stand_before_or_after_the_command(library: Path, capsys: Capture) -> None:
    for argv in (
        ["--library", str(library), "list"],
        ["list", "--library", str(library)],
        [f"--library={library}", "--color", "never", "list", "--lang", "en"],
        ["--library", "/nowhere", "list", "--library", str(library)],
        ["--library", str(library), "--", "list"],
    ):
        assert main(argv) == 0
        assert "014-2" in capsys.readouterr().out


def test_the_language_is_the_flags_or_the_environments(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    japanese = []
    main(["--help", "--lang", "ja"])
    japanese.append(capsys.readouterr().out)
    main(["--lang=ja", "--help"])
    japanese.append(capsys.readouterr().out)
    monkeypatch.setenv("ROUNDTABLE_LANG", "ja")
    main(["--help"])
    japanese.append(capsys.readouterr().out)
    monkeypatch.delenv("ROUNDTABLE_LANG")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    main(["--help"])
    japanese.append(capsys.readouterr().out)
    assert len(set(japanese)) == 1
    assert "使い方" in japanese[0]
    main(["--lang", "en", "--help"])
    assert "usage:" in capsys.readouterr().out


def test_broken_settings_cost_a_line_and_nothing_else(library: Path, home: Path, capsys: Capture) -> None:
    folder = home / "xdg_config_home" / "roundtable"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(f"mesure = 3\nlibrary = {str(library)!r}\n")
    assert main(["list"]) == 0
    out, err = capsys.readouterr()
    assert "014-2" in out
    assert len(err.splitlines()) == 1
    assert "did you mean measure?" in err


@pytest.mark.parametrize("argv", [[], ["read"], ["read", "014-2"], ["read", "014-2#1"], ["read", "014-2:2"]])
def test_the_reader_without_a_terminal_says_so(library: Path, argv: list[str], capsys: Capture) -> None:
    assert main([*argv, "--library", str(library)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "needs a terminal" in err


def test_an_unknown_piece_names_the_nearest(library: Path, capsys: Capture) -> None:
    for place in ("014-3", "014-3#1", "014-3:1"):
        assert main(["read", place, "--library", str(library)]) == 2
        assert "there is no piece 014-3; the nearest: 014-2" in capsys.readouterr().err
    assert main(["read", "", "--library", str(library)]) == 2
    assert main(["read", "014-2:0", "--library", str(library)]) == 2
    assert "counted from 1" in capsys.readouterr().err


def test_a_library_that_is_no_folder_is_refused_before_anything_else(library: Path, capsys: Capture) -> None:
    for argv in ([], ["list"], ["read", "x"]):
        assert main([*argv, "--library", str(library / "014-2.yaml")]) == 2
        assert f"--library {library}" in capsys.readouterr().err


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "roundtable_tui", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"roundtable {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_dumb_terminal_is_told_that_it_will_not_do(library: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "roundtable_tui", "--library", str(library)],
            stdin=follower,
            stdout=follower,
            stderr=subprocess.PIPE,
            env={**os.environ, "TERM": "dumb"},
            check=False,
            text=True,
        )
    finally:
        os.close(leader)
        os.close(follower)
    assert done.returncode == 2
    assert "TERM" in done.stderr
