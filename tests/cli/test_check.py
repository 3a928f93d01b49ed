from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

GOOD = "roundtable: 1\ntitle: 題\nparticipants: {青木: {}}\nsections: [{turns: [{青木: はい}]}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good file, one with a warning, one with two errors and one that cannot be opened."""
    root = tmp_path / "lib"
    root.mkdir()
    (root / "001.yaml").write_text(GOOD, encoding="utf-8")
    (root / "002.yml").write_text(f"{GOOD}subtitle: 後編 #2\n", encoding="utf-8")
    (root / "003.yaml").write_text(f"{GOOD}issue: 十四\nsubtitel: 後編\n", encoding="utf-8")
    (root / "004.yaml").write_text('title: "題\n', encoding="utf-8")
    (root / "notes.txt").write_text("no transcript\n", encoding="utf-8")
    (root / ".hidden.yaml").write_text("x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return root


def test_every_problem_of_every_file_is_a_line_with_its_place(folder: Path, capsys: Capture) -> None:
    assert main(["check", "lib"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[:2] for line in out.splitlines()] == [
        ["lib/002.yml:5:14", "warning"],
        ["lib/003.yaml:5:8", "error"],
        ["lib/003.yaml:6:1", "error"],
        ["lib/004.yaml:1:8", "error"],
    ]
    assert out.splitlines()[2].endswith("error: unknown key 'subtitel'; the nearest is 'subtitle'")
    assert err == "files: 4, errors: 3, warnings: 1\n"


def test_a_clean_file_has_no_line_and_a_summary(folder: Path, capsys: Capture) -> None:
    assert main(["check", "lib/001.yaml"]) == 0
    assert capsys.readouterr() == ("", "files: 1, errors: 0, warnings: 0\n")


def test_warnings_alone_are_no_failure(folder: Path, capsys: Capture) -> None:
    assert main(["check", "lib/002.yml"]) == 0
    assert capsys.readouterr().err == "files: 1, errors: 0, warnings: 1\n"


def test_a_file_is_checked_whatever_its_name(folder: Path, capsys: Capture) -> None:
    assert main(["check", "lib/notes.txt"]) == 1
    assert "lib/notes.txt:1:1: error: a transcript is a mapping" in capsys.readouterr().out


def test_without_a_path_the_library_is_checked(folder: Path, capsys: Capture) -> None:
    assert main(["check", "--library", "lib"]) == 1
    out, err = capsys.readouterr()
    assert {line.split(":")[0] for line in out.splitlines()} == {
        str(folder / name) for name in ("002.yml", "003.yaml", "004.yaml")
    }
    assert err.startswith("files: 4,")


def test_files_and_folders_may_be_mixed(folder: Path, capsys: Capture) -> None:
    main(["check", "lib/003.yaml", "lib"])
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 6  # two escapes, two characters, a key, a comment
    assert err == "files: 5, errors: 5, warnings: 1\n"


def test_two_files_of_one_id_are_a_problem_of_the_folder(folder: Path, capsys: Capture) -> None:
    (folder / "001.yml").write_text(GOOD, encoding="utf-8")
    assert main(["check", "lib"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("lib/001")]
    assert len(lines) == 1
    assert lines[0].startswith("lib/001.yml:0:0: error: ")
    assert "001.yaml" in lines[0]


def test_a_path_that_leads_nowhere_is_said_and_the_others_are_checked(folder: Path, capsys: Capture) -> None:
    assert main(["check", "nowhere", "lib/003.yaml"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "roundtable: nowhere: No such file or directory\nfiles: 1, errors: 2, warnings: 0\n"


def test_a_folder_without_transcripts_is_not_clean(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "files: 0, errors: 0, warnings: 0\n"


def test_a_pipe_is_a_problem_and_not_a_pause(folder: Path, capsys: Capture) -> None:
    os.mkfifo(folder / "005.yaml")
    assert main(["check", "lib/005.yaml"]) == 1
    assert capsys.readouterr().out == "lib/005.yaml:0:0: error: this is a pipe, not a regular file\n"


def test_json_is_one_object_a_line(folder: Path, capsys: Capture) -> None:
    assert main(["check", "--json", "--color", "always", "lib"]) == 1
    out = capsys.readouterr().out
    objects = [json.loads(line) for line in out.splitlines()]
    assert len(objects) == 4
    assert list(objects[1]) == ["v", "path", "line", "column", "level", "code", "message"]
    assert objects[1] == {
        "v": 1,
        "path": "lib/003.yaml",
        "line": 5,
        "column": 8,
        "level": "error",
        "code": "not-a-number",
        "message": "`issue` must be a number from 0 up, but is '十四'",
    }
    assert "\x1b" not in out


def test_nothing_in_a_file_or_its_name_reaches_the_terminal_unchecked(folder: Path, capsys: Capture) -> None:
    name = "\x1b[31m\u202e.yaml"
    (folder / name).write_text(f'{GOOD}"\\e[2J\\u202e": x\nsubtitle: a #\x1b]0;x\x07\n', encoding="utf-8")
    assert main(["check", f"lib/{name}"]) == 1
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 6  # two escapes, two characters, a key, a comment
    assert not set(out) & set("\x1b\x07\u202e")
    assert main(["check", "--json", f"lib/{name}"]) == 1
    lines = capsys.readouterr().out
    assert not set(lines) & set("\x1b\x07\u202e")
    assert json.loads(lines.splitlines()[0])["path"] == f"lib/{name}"


def test_the_level_is_coloured_where_colour_is_on(folder: Path, capsys: Capture) -> None:
    main(["check", "--color", "always", "lib/003.yaml"])
    assert "\x1b[31merror\x1b[0m: " in capsys.readouterr().out


def test_the_bundled_transcripts_are_clean(capsys: Capture) -> None:
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("errors: 0, warnings: 0\n")
    assert not err.startswith("files: 0")
