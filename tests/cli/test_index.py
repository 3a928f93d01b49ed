"""`roundtable index`: the index brought up to date, looked at and deleted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.index import megabytes
from roundtable_tui.cli.main import main
from roundtable_tui.search.readings.analyser import find_analyser

if TYPE_CHECKING:
    from collections.abc import Callable

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "lib"
    for number in range(1, 5):
        write_piece(root / f"{number:03}.yaml", held=f"2021-0{number}-01")
    monkeypatch.setenv("ROUNDTABLE_LIBRARY", str(root))
    return root


def _files(home: Path) -> list[Path]:
    return sorted(home.rglob("search-*.sqlite3*"))


def test_the_index_is_made_and_left_alone_when_it_is_up_to_date(
    library: Path, home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.library.scan.SETTLING_NS", -1)
    assert main(["index"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("4 pieces, 24 places to find; ")
    assert err == ""
    made = _files(home)
    before = made[0].stat()
    assert main(["index"]) == 0
    assert made[0].stat().st_mtime_ns == before.st_mtime_ns


def test_the_status_says_how_far_it_is_and_with_which_analyser(
    library: Path, write_piece: Callable[..., Path], capsys: Capture
) -> None:
    analyser = find_analyser()
    assert main(["index", "--status"]) == 1
    out = capsys.readouterr().out
    assert "0 pieces" in out
    assert "unfinished: 4" in out
    main(["index"])
    write_piece(library / "005.yaml")
    (library / "001.yaml").unlink()
    (library / "broken.yaml").write_text("[", encoding="utf-8")
    capsys.readouterr()
    assert main(["index", "--status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("4 pieces, 24 places")
    assert lines[1] == f"readings: 4 of 4 pieces, by {analyser.name if analyser else 'no analyser'}"
    assert lines[2].endswith(": 3")
    assert lines[3].endswith(".sqlite3")


def test_files_that_cannot_be_opened_are_counted_and_the_rest_is_indexed(library: Path, capsys: Capture) -> None:
    (library / "broken.yaml").write_text("[", encoding="utf-8")
    assert main(["index"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("5 pieces, 24 places")
    assert ": 1\n" in err
    assert "roundtable check" in err


def test_clear_deletes_what_is_there_and_what_was_set_aside(library: Path, home: Path, capsys: Capture) -> None:
    main(["index"])
    path = _files(home)[0]
    path.write_bytes(b"no database" * 1000)
    main(["index"])
    assert path.with_name(path.name + ".broken-1") in _files(home)
    other = path.with_name("search-1-00000000.sqlite3")
    other.write_bytes(b"of another library")
    assert main(["index", "--clear"]) == 0
    assert [file for file in _files(home) if not file.name.endswith((".lock", ".guard"))] == [other]
    assert capsys.readouterr().err.splitlines()[-1].startswith("deleted: ")
    assert main(["index", "--clear"]) == 0


def test_rebuild_begins_with_nothing(library: Path, home: Path, capsys: Capture) -> None:
    main(["index"])
    before = _files(home)[0].stat().st_ino
    Path(home / "keeps-the-number").hardlink_to(_files(home)[0])
    assert main(["index", "--rebuild"]) == 0
    assert _files(home)[0].stat().st_ino != before
    assert "4 pieces, 24 places" in capsys.readouterr().out


def test_only_one_thing_is_done_at_a_time(library: Path, capsys: Capture) -> None:
    assert main(["index", "--status", "--clear"]) == 2
    assert "--status" in capsys.readouterr().err


def test_an_empty_library_has_nothing_to_index(tmp_path: Path, capsys: Capture) -> None:
    assert main(["index", "--library", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("0 pieces")


def test_in_the_background_it_gives_way_and_prints_how_far_it_is(library: Path) -> None:
    command = [sys.executable, "-m", "roundtable_tui", "index", "--background", "--library", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert lines[-1] == ["4", "4", "readings"]
    assert [int(line[0]) for line in lines if line[2] == "text"] == sorted(
        int(line[0]) for line in lines if line[2] == "text"
    )
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (again.returncode, again.stderr) == (0, "")


def test_what_cannot_be_kept_is_said_and_is_no_success(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert main(["index"]) == 2
    out, err = capsys.readouterr()
    assert "in memory" in err
    assert out.startswith("4 pieces")
    assert main(["index", "--background"]) == 2


def test_a_library_of_hostile_names_and_words_is_indexed_and_nothing_steers_the_terminal(
    hostile_library: Path, capsys: Capture
) -> None:
    assert main(["index", "--library", str(hostile_library)]) == 0
    assert main(["index", "--status", "--library", str(hostile_library)]) == 0
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "unfinished: 0\n" in out


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0.0 kB"), (1500, "1.5 kB"), (17_432_576, "17.4 MB"), (1 << 31, "2.15 GB")]
)
def test_a_size_is_said_as_people_read_it(size: int, text: str) -> None:
    assert megabytes(size) == text
