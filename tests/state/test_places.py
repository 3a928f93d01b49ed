from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from roundtable_tui.state.place import Place
from roundtable_tui.state.places import Places
from roundtable_tui.state.store import FILE

HERE = Path("/library")
SAVER = """
import sys
from pathlib import Path
from roundtable_tui.state import database
from roundtable_tui.state.place import Place
from roundtable_tui.state.places import Places
database._BUSY_SECONDS = 60  # what is shown is that they wait for each other, not how fast the machine is
def fail(message): raise SystemExit(message)
places = Places(Path(sys.argv[1]), warn=fail)
for number in range(1, int(sys.argv[2])):
    places.save("/library", Place(sys.argv[3], number))
    print(number, flush=True)
"""


def refuse(message: str) -> None:
    raise AssertionError(message)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / FILE


def test_a_place_comes_back_in_the_next_process(path: Path) -> None:
    turn, section = Place("014-2", 7, (), 31, "0123456789abcdef"), Place("013", None, (1, 12), 0, "")
    with closing(Places(path, warn=refuse)) as places:
        places.save(HERE, turn)
        places.save(HERE, section)
    with closing(Places(path, warn=refuse)) as places:
        assert places.place(HERE, "014-2") == turn
        assert places.place(HERE, "013") == section
        assert places.last(HERE) == section
        places.save(HERE, turn)
        assert places.last(HERE) == turn


def test_libraries_do_not_mix(path: Path) -> None:
    with closing(Places(path, warn=refuse)) as places:
        places.save("/one", Place("a", 1))
        places.save("/two", Place("a", 2))
        assert places.place("/one", "a") == Place("a", 1)
        assert places.last("/two") == Place("a", 2)
        assert places.last("/three") is None
        assert places.place("/one", "b") is None


def test_without_a_path_the_state_folder_of_the_platform_is_used(home: Path) -> None:
    with closing(Places(warn=refuse)) as places:
        places.save(HERE, Place("a", 1))
    assert (home / "xdg_state_home" / "roundtable" / FILE).is_file()


def test_nothing_is_opened_before_it_is_asked_for(path: Path) -> None:
    Places(path, warn=refuse).close()
    assert not path.parent.exists()


@pytest.mark.parametrize("name", ["日本語", "a\nb", "'; DROP TABLE place; --", "\udcff", "a\0b", ""])
def test_any_name_can_be_kept(path: Path, name: str) -> None:
    with closing(Places(path, warn=refuse)) as places:
        places.save(f"/lib{name}", Place(name, 3))
    with closing(Places(path, warn=refuse)) as places:
        assert places.last(f"/lib{name}") == Place(name, 3)


def test_a_damaged_file_is_set_aside_and_never_deleted(path: Path) -> None:
    path.parent.mkdir()
    for count in (1, 2):
        path.write_bytes(b"precious" * 100 * count)
        said: list[str] = []
        with closing(Places(path, warn=said.append)) as places:
            assert places.last(HERE) is None
            places.save(HERE, Place("a", count))
        assert path.with_name(f"{FILE}.broken-{count}").read_bytes() == b"precious" * 100 * count
        assert len(said) == 1
        assert f".broken-{count}" in said[0]
        with closing(Places(path, warn=refuse)) as places:
            assert places.last(HERE) == Place("a", count)


def test_a_table_that_is_gone_is_damage_too(path: Path) -> None:
    with closing(Places(path, warn=refuse)) as places:
        places.save(HERE, Place("a", 1))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE place")
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        places.save(HERE, Place("b", 2))
        assert places.last(HERE) == Place("b", 2)
    assert len(said) == 1
    assert path.with_name(f"{FILE}.broken-1").exists()


def test_a_database_of_another_program_is_set_aside(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE theirs (x)")
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        assert places.last(HERE) is None
    with closing(sqlite3.connect(path.with_name(f"{FILE}.broken-1"))) as database:
        assert database.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
    assert len(said) == 1


def test_a_newer_file_is_left_alone_and_places_are_kept_in_memory(path: Path) -> None:
    with closing(Places(path, warn=refuse)) as places:
        places.save(HERE, Place("a", 1))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        assert places.last(HERE) is None
        places.save(HERE, Place("b", 2))
        assert places.last(HERE) == places.place(HERE, "b") == Place("b", 2)
    assert path.read_bytes() == before
    assert len(said) == 1
    assert "newer" in said[0]


def test_where_nothing_can_be_written_places_are_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    said: list[str] = []
    with closing(Places(tmp_path / "state" / FILE, warn=said.append)) as places:
        for number in (1, 2):
            places.save(HERE, Place("a", number))
        assert places.last(HERE) == Place("a", 2)
    assert len(said) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_costs_a_line(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o500)
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        places.save(HERE, Place("a", 1))
        assert places.last(HERE) == Place("a", 1)
    assert len(said) == 1


def test_a_locked_file_delays_nobody_for_long_and_the_place_is_saved_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.state.database._BUSY_SECONDS", 0.05)
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        places.save(HERE, Place("a", 1))
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            places.save(HERE, Place("a", 2))
            places.save(HERE, Place("a", 3))
            assert places.last(HERE) == Place("a", 3)
            database.execute("ROLLBACK")
        places.save(HERE, Place("a", 4))
        assert places.last(HERE) == places.place(HERE, "a") == Place("a", 4)
    assert len(said) == 1
    assert "locked" in said[0]
    with closing(Places(path, warn=refuse)) as places:
        assert places.last(HERE) == Place("a", 4)


def test_every_thread_may_save(path: Path) -> None:
    with closing(Places(path, warn=refuse)) as places:
        threads = [threading.Thread(target=places.save, args=(HERE, Place(f"p{n}", n))) for n in range(1, 9)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [places.place(HERE, f"p{n}") for n in range(1, 9)] == [Place(f"p{n}", n) for n in range(1, 9)]


def test_several_readers_save_at_once(path: Path) -> None:
    command = [sys.executable, "-c", SAVER, str(path), "100"]
    started = [subprocess.Popen([*command, name], stdout=subprocess.PIPE) for name in ("a", "b", "c")]
    assert [process.communicate(timeout=60)[0].split()[-1] for process in started] == [b"99"] * 3
    with closing(Places(path, warn=refuse)) as places:
        assert [places.place(HERE, name) for name in ("a", "b", "c")] == [Place(name, 99) for name in ("a", "b", "c")]


@pytest.mark.parametrize("round_", range(5))
def test_readers_that_start_at_once_make_one_file_together(path: Path, round_: int) -> None:
    command = [sys.executable, "-c", SAVER, str(path), "2"]
    started = [subprocess.Popen([*command, str(name)], stdout=subprocess.PIPE) for name in range(6)]
    assert [process.communicate(timeout=60)[0].split() for process in started] == [[b"1"]] * 6
    assert [found.name for found in path.parent.glob("*broken*")] == []


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 2, 5, 20, 100, 300])
def test_a_killed_reader_loses_nothing_that_was_saved(path: Path, lines: int) -> None:
    command = [sys.executable, "-c", SAVER, str(path), "100000", "a"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        saved = [int(process.stdout.readline()) for _ in range(lines)][-1]
        os.kill(process.pid, signal.SIGKILL)
    with closing(Places(path, warn=refuse)) as places:
        last = places.last(HERE)
        assert last is not None
        assert last.turn is not None
        assert last.turn >= saved
        places.save(HERE, Place("a", 1))
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
