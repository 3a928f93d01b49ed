from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.library.catalogue import _packed, _unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.library import Library

    Write = Callable[..., Path]
    Open = Callable[..., Library]


@pytest.fixture
def catalogue(tmp_path: Path, write_piece: Write, open_library: Open) -> Path:
    """Return the catalogue of a library of three files in `lib`."""
    for name in ("a", "b", "c"):
        write_piece(tmp_path / "lib" / f"{name}.yaml", title=name)
    open_library(tmp_path / "lib").entries()
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_a_damaged_catalogue_is_made_again_without_a_word(catalogue: Path, tmp_path: Path, open_library: Open) -> None:
    whole = catalogue.read_bytes()
    for damaged in (
        b"",
        b"SQLite format 3\0",
        b"no database",
        whole[:5000],
        whole[:4096] + b"\xff" * (len(whole) - 4096),
    ):
        catalogue.write_bytes(damaged)
        library = open_library(tmp_path / "lib")
        assert [entry.title for entry in library.entries()] == ["c", "b", "a"]
        assert library.parsed == 3
        again = open_library(tmp_path / "lib")
        assert len(again.entries()) == 3
        assert again.parsed == 0


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA application_id = 7",
        "UPDATE origin SET made_by = 'another version'",
        "DROP TABLE piece",
        "DELETE FROM origin",
        "ALTER TABLE piece RENAME title TO headline",
    ],
)
def test_a_catalogue_that_is_not_ours_is_made_again(
    catalogue: Path, tmp_path: Path, open_library: Open, statement: str
) -> None:
    with closing(sqlite3.connect(catalogue)) as database, database:
        database.execute(statement)
    library = open_library(tmp_path / "lib")
    assert len(library.entries()) == 3
    assert library.parsed == 3
    assert open_library(tmp_path / "lib").entries() == library.entries()


def test_a_journal_left_by_a_killed_process_is_no_part_of_the_next_catalogue(
    catalogue: Path, tmp_path: Path, open_library: Open
) -> None:
    catalogue.write_bytes(b"no database" * 1000)
    journal = catalogue.with_name(catalogue.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    assert len(open_library(tmp_path / "lib").entries()) == 3
    assert not journal.exists()


def test_a_locked_catalogue_is_left_alone_and_said(
    catalogue: Path, tmp_path: Path, open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.library.catalogue._BUSY_SECONDS", 0.05)
    before = catalogue.read_bytes()
    said: list[str] = []
    with closing(sqlite3.connect(catalogue, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        library = open_library(tmp_path / "lib", said.append)
        assert len(library.entries()) == 3
        assert len(library.entries()) == 3
        database.execute("ROLLBACK")
    assert library.parsed == 3
    assert len(said) == 1
    assert "locked" in said[0]
    assert "\n" not in said[0]
    assert catalogue.read_bytes() == before


def test_a_cache_that_cannot_be_written_costs_a_line_and_nothing_else(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    write_piece(tmp_path / "lib" / "a.yaml")
    (tmp_path / "cache").write_text("a file where the folder should be")
    said: list[str] = []
    library = open_library(tmp_path / "lib", said.append)
    assert [entry.id for entry in library.entries()] == ["a"]
    assert len(library.entries()) == 1
    assert library.parsed == 1
    assert len(said) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_costs_a_line_and_nothing_else(
    catalogue: Path, tmp_path: Path, write_piece: Write, open_library: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def small(*args: object, **options: object) -> sqlite3.Connection:
        database = connect(*args, **options)  # type: ignore[call-overload]
        database.execute("PRAGMA max_page_count = 1")  # SQLite's own way to be out of room
        return database  # type: ignore[no-any-return]

    for number in range(40):
        write_piece(tmp_path / "lib" / f"{number}.yaml", title="長い題" * 100)
    monkeypatch.setattr(sqlite3, "connect", small)
    said: list[str] = []
    library = open_library(tmp_path / "lib", said.append)
    assert len(library.entries()) == 43
    assert len(said) == 1
    assert "full" in said[0]


def test_numbers_too_large_to_be_kept_are_read_again_and_right(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    write_piece(tmp_path / "lib" / "a.yaml", issue="99999999999999999999")
    write_piece(tmp_path / "lib" / "b.yaml", issue=2)
    first = open_library(tmp_path / "lib").entries()
    library = open_library(tmp_path / "lib")
    assert library.entries() == first
    assert library.parsed <= 1


@given(st.lists(st.text() | st.sampled_from(["\\", "\n", "\\n", "a\\\nb", ""])))
def test_participants_come_back_as_they_were(names: list[str]) -> None:
    assert _unpacked(_packed(tuple(names))) == tuple(names)


def test_two_processes_may_learn_one_library_at_once(tmp_path: Path, write_piece: Write) -> None:
    for number in range(150):
        write_piece(tmp_path / "lib" / f"{number}.yaml")
    code = (
        "import sys, time; from pathlib import Path; from roundtable_tui.library import Library\n"
        "later = lambda: time.time_ns() + 10**13\n"
        "def fail(message): raise SystemExit(message)\n"
        "library = Library(Path(sys.argv[1]), cache=Path(sys.argv[2]), warn=fail, now=later)\n"
        "print(len(library.entries()), library.parsed)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "lib"), str(tmp_path / "cache")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [process.communicate(timeout=60)[0].split()[:1] for process in started]
    assert answers == [["150"]] * 3
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["150", "0"]


def test_a_file_that_went_is_forgotten(catalogue: Path, tmp_path: Path, open_library: Open) -> None:
    (tmp_path / "lib" / "b.yaml").unlink()
    open_library(tmp_path / "lib").entries()
    with closing(sqlite3.connect(catalogue)) as database:
        assert database.execute("SELECT name FROM piece ORDER BY name").fetchall() == [("a.yaml",), ("c.yaml",)]
