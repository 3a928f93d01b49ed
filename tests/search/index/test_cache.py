"""The file of an index: shared, damaged, replaced, and not there at all."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.index.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.index.records import StoredPiece, StoredRow, StoredVoice

    Open = Callable[..., Cache]
    Update = Callable[..., bool]
    Held = Callable[[Cache], dict[str, object]]
    Fresh = Callable[[Path], dict[str, object]]
    Write = Callable[..., Path]


def _texts(reader: Reader) -> list[str]:
    return [row.text for row in reader.all_rows()]


def _shown(row: StoredRow, pieces: dict[int, StoredPiece], voices: dict[int, StoredVoice]) -> str:
    who = None if row.voice is None else voices[row.voice].person()
    return str((pieces[row.piece].name, row.field, row.turn, who, row.section, row.label, row.text, row.words))


def _everything(reader: Reader) -> set[str]:
    """Every text and every word that an index would show, asked for in every way there is."""
    pieces, voices = reader.pieces(), reader.voices()
    shown = {word for word, _reading, _count in reader.words()}
    shown.update(text for piece in pieces.values() for text in (piece.title, piece.label.id, piece.held))
    shown.update(heading for piece in pieces.values() for _path, way in piece.section_list() for heading in way)
    shown.update(str(voice.person()) for voice in voices.values())
    rows = [row for piece in pieces.values() for row in reader.rows_of(piece)]
    rows += reader.all_rows()
    for token in ("研", "研修", "\ue103" + "3", "台"):
        found = reader.database.execute("SELECT rowid FROM gram WHERE gram MATCH ? ORDER BY rowid DESC", (token,))
        rows += reader.rows([number for (number,) in found])
    shown.update(
        _shown(row, pieces, voices)
        for row in rows
        if row.piece in pieces and (row.voice is None or row.voice in voices)
    )
    return shown


def test_many_threads_read_while_one_writes(filled: Path, write: Write, opened: Open, updated: Update) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    done: list[int] = []
    failures: list[BaseException] = []

    def read() -> None:
        try:
            while len(done) < 5:
                assert len(cache.read(_texts)) >= 70
        except BaseException as error:
            failures.append(error)
            raise

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        write(f"03{number}", "もう一つ", held=f"2023-0{number + 1}-01")
        assert updated(filled, cache)
        done.append(number)
    for thread in threads:
        thread.join()
    assert not failures


@pytest.mark.parametrize("content", [b"\0" * 5000, b"roundtable: 1\n" * 500, b"SQLite format 3\0" + b"\xff" * 9000])
def test_what_is_no_database_is_set_aside_and_the_index_made_anew(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, content: bytes
) -> None:
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    path = Path(cache.path)
    path.write_bytes(content)
    assert updated(filled, cache)
    assert cache.where == "disk"
    assert held(cache) == fresh(filled)
    aside = path.with_name(path.name + ".broken-1")
    assert aside.read_bytes() == content
    assert len(said) == 1
    assert aside.name in said[0]


def test_an_empty_file_is_one_that_another_process_is_making(filled: Path, opened: Open, updated: Update) -> None:
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    Path(cache.path).touch()
    assert cache.read(_texts) == []
    assert updated(filled, cache)
    assert cache.read(_texts)
    assert said == []


def test_what_a_writer_left_half_done_who_was_killed_while_making_the_file_is_undone(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert updated(filled, cache)
    cache.close()
    path = Path(cache.path)
    journal = path.with_name(path.name + "-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA cache_size = 2")  # so that a change reaches the file long before it is committed
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE row SET text = hex(zeroblob(4000))")
        killed = path.read_bytes(), journal.read_bytes()
        database.execute("ROLLBACK")
    path.write_bytes(killed[0])
    journal.write_bytes(killed[1])
    with (
        closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as database,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        database.execute("SELECT 1 FROM row")
    cache = opened(filled, warn=said.append)
    assert cache.read(_texts)
    assert held(cache) == fresh(filled)
    assert cache.where == "disk"
    assert said == []


def test_a_database_of_another_program_is_set_aside_unchanged(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    path = Path(cache.path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TABLE diary (entry)")
        database.execute("INSERT INTO diary VALUES ('秘密')")
    before = path.read_bytes()
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
    assert path.with_name(path.name + ".broken-1").read_bytes() == before
    assert len(said) == 1


def test_an_index_of_another_version_is_made_anew_and_not_kept(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("roundtable_tui.search.index.connect.__version__", "0.0.1")
        assert updated(filled, opened(filled))
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert cache.read(_texts) == []
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
    assert len(said) == 1
    assert "version" in said[0]
    assert not list(Path(cache.path).parent.glob("*.broken-*"))


def test_what_earlier_versions_left_of_the_library_is_deleted_and_nothing_else(
    filled: Path, opened: Open, updated: Update
) -> None:
    cache = opened(filled)
    name = Path(cache.path).name
    folder = Path(cache.path).parent
    own = name.split("-", 2)[2]
    earlier = [f"search-0-{own}", f"search-0-{own}-wal", f"search-0-{own}.broken-1"]
    others = [f"search-99-{own}", "search-0-01234567.sqlite3", "catalogue-1-01234567.sqlite3", f"search-x-{own}"]
    for each in (*earlier, *others):
        (folder / each).write_bytes(b"1")
    assert updated(filled, cache)
    left = {path.name for path in folder.iterdir()}
    assert left.isdisjoint(earlier)
    assert left >= {name, *others}


def test_an_index_that_disappears_is_made_again(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    assert cache.read(_texts)
    shutil.rmtree(Path(cache.path).parent)
    assert cache.read(_texts) == []
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)


@pytest.mark.parametrize("kept", [0.001, 0.1, 0.35, 0.6, 0.9, 0.999])
def test_a_truncated_index_shows_nothing_wrong_and_is_made_anew(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, kept: float
) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    right = cache.read(_everything)
    cache.close()
    path = Path(cache.path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert cache.read(_everything) <= right
    assert updated(filled, cache)
    assert cache.read(_everything) <= right
    assert len(said) <= 1
    assert held(cache) == fresh(filled)


def _flips(filled: Path, opened: Open, updated: Update, times: int, seed: int) -> Iterator[tuple[set[str], set[str]]]:
    """Yield what an index shows after some of its bits were flipped, and what it showed before."""
    chance = random.Random(seed)
    cache = opened(filled, "flipped")
    assert updated(filled, cache)
    right = cache.read(_everything)
    cache.close()
    path = Path(cache.path)
    whole = path.read_bytes()
    for _ in range(times):
        broken = bytearray(whole)
        for _flip in range(chance.choice((1, 1, 4, 40))):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        for part in path.parent.glob(path.name + "*"):
            part.unlink()
        path.write_bytes(broken)
        with Cache(str(filled.resolve()), path.parent) as damaged:
            yield damaged.read(_everything), right
            assert updated(filled, damaged)
            yield damaged.read(_everything), right


@pytest.mark.parametrize("seed", range(3))
def test_a_flipped_bit_never_alters_a_word(filled: Path, opened: Open, updated: Update, seed: int) -> None:
    for shown, right in _flips(filled, opened, updated, 12, seed):
        assert shown <= right


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_flipped_bits_never_alter_a_word(filled: Path, opened: Open, updated: Update, seed: int) -> None:
    for shown, right in _flips(filled, opened, updated, 40, seed):
        assert shown <= right


def test_a_row_that_is_not_what_was_written_is_not_shown_and_its_piece_is_read_again(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    with cache.write() as database:
        database.execute("UPDATE row SET text = replace(text, '配り', '隠し') WHERE text LIKE '%配り%'")
        changed = database.execute("SELECT count(DISTINCT piece) FROM row WHERE text LIKE '%隠し%'").fetchone()[0]
    assert changed == 10
    assert not any("隠し" in text or "配り" in text for text in cache.read(_texts))
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)


def test_a_word_put_into_the_mouth_of_another_is_not_shown(filled: Path, opened: Open, updated: Update) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    with cache.write() as database:
        database.execute("UPDATE row SET voice = CASE voice WHEN 1 THEN 2 ELSE 1 END WHERE field = 0 AND voice NOTNULL")
    assert {text for text in cache.read(_texts) if "資料" in text or "台あり" in text} == set()


def test_a_folder_that_cannot_be_written_means_an_index_in_memory_and_one_line(
    filled: Path, tmp_path: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    (tmp_path / "file").write_text("a file where the folder should be", encoding="utf-8")
    said: list[str] = []
    cache = opened(filled, "file/cache", warn=said.append)
    assert updated(filled, cache)
    assert cache.where == "memory"
    assert len(said) == 1
    assert "\n" not in said[0]
    assert held(cache) == fresh(filled)
    (filled / "002.yaml").unlink()
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
    assert len(said) == 1


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc, which takes no files from anybody")
def test_a_folder_that_takes_no_file_means_an_index_in_memory(filled: Path, updated: Update) -> None:
    said: list[str] = []
    with Cache(str(filled.resolve()), "/proc/self", said.append) as cache:
        assert updated(filled, cache)
        assert cache.where == "memory"
        assert len(cache.read(_texts)) >= 70
    assert len(said) == 1


def test_in_memory_threads_read_while_one_writes(filled: Path, tmp_path: Path, opened: Open, updated: Update) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = opened(filled, "file/cache")
    seen: list[int] = []
    writer = Thread(target=updated, args=(filled, cache))
    writer.start()
    while writer.is_alive():
        seen.append(len(cache.read(_texts)))
    writer.join()
    assert seen == sorted(seen)
    assert len(cache.read(_texts)) >= 70


def test_a_disk_without_room_means_an_index_in_memory_and_one_line(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fresh(filled)
    connect = sqlite3.connect

    def small(name: str, **options: object) -> sqlite3.Connection:
        database = connect(name, **options)  # type: ignore[call-overload]
        if "memdb" not in name:
            database.execute("PRAGMA max_page_count = 12")  # SQLite's own way to be out of room
        return database  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", small)
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert updated(filled, cache)
    assert cache.where == "memory"
    assert len(said) == 1
    assert "full" in said[0]
    assert held(cache) == whole


def _without_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no disk take another page."""
    connect = sqlite3.connect

    def small(name: str, **options: object) -> sqlite3.Connection:
        database = connect(name, **options)  # type: ignore[call-overload]
        if "memdb" not in name:
            database.execute("PRAGMA max_page_count = 1")
        return database  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", small)


def test_what_the_disk_has_is_taken_along_into_memory(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert updated(filled, opened(filled))
    path = write("020", *(f"{number}回目の長い話" * 20 for number in range(200)), held="2024-01-01")
    whole = fresh(filled)
    read: list[str] = []
    from roundtable_tui.search.index import passes

    prepare = passes.prepare
    monkeypatch.setattr(passes, "prepare", lambda name, *rest: read.append(name) or prepare(name, *rest))
    _without_room(monkeypatch)
    cache = opened(filled)
    assert updated(filled, cache)
    assert cache.where == "memory"
    assert {*read} == {path.name}
    assert held(cache) == whole


def test_an_index_too_large_for_memory_stays_as_it_is(
    filled: Path, opened: Open, updated: Update, held: Held, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert updated(filled, opened(filled))
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    before = held(cache)
    write("020", *(f"{number}回目の長い話" * 20 for number in range(200)), held="2024-01-01")
    monkeypatch.setattr("roundtable_tui.search.index.memory.LARGEST", 1)
    _without_room(monkeypatch)
    assert not updated(filled, cache)
    assert not updated(filled, cache)
    assert cache.where == "disk"
    assert len(said) == 1
    assert held(cache) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "roundtable-test", str(disk)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("this user may not mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_means_an_index_in_memory_and_one_line(
    filled: Path, small_disk: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, write: Write
) -> None:
    for number in range(40, 80):
        write(f"{number:03}", *(f"{number}回目の{turn}番目の言葉" for turn in range(20)), held=f"20{number}")
    said: list[str] = []
    with Cache(str(filled.resolve()), small_disk, said.append) as cache:
        assert updated(filled, cache)
        assert cache.where == "memory"
        assert len(said) == 1
        assert held(cache) == fresh(filled)


def test_an_interrupted_reader_says_so_and_leaves_the_file_alone(filled: Path, opened: Open, updated: Update) -> None:
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert updated(filled, cache)

    def stop(reader: Reader) -> list[tuple[int]]:
        reader.database.set_progress_handler(lambda: 1, 10)
        try:
            return reader.database.execute("SELECT count(*) FROM row, row, row, row").fetchall()
        finally:
            reader.database.set_progress_handler(None, 0)

    with pytest.raises(sqlite3.OperationalError, match="interrupt"):
        cache.read(stop)
    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        cache.read(lambda reader: reader.database.execute("SELECT rowid FROM gram WHERE gram MATCH '('").fetchall())
    assert cache.read(_texts)
    assert said == []
