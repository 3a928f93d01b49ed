"""An index that follows its library, file by file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.search.index.cache import Cache
    from roundtable_tui.search.index.reader import Reader

    Open = Callable[..., Cache]
    Update = Callable[..., bool]
    Held = Callable[[Cache], dict[str, object]]
    Fresh = Callable[[Path], dict[str, object]]
    Write = Callable[..., Path]


def _texts(reader: Reader) -> list[str]:
    return [row.text for row in reader.all_rows()]


def test_every_row_of_every_file_is_there_with_its_place(filled: Path, opened: Open, updated: Update) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    pieces, voices = cache.read(lambda reader: (reader.pieces(), reader.voices()))
    newest = next(piece for piece in pieces.values() if piece.piece == "010")
    rows = cache.read(lambda reader: reader.rows_of(newest))
    assert newest.label.issue == 10
    assert newest.section_list() == [((1,), ("紙をやめた日",))]
    assert [(row.text, row.turn, row.label, row.voice and voices[row.voice].label) for row in rows] == [
        ("紙の束", None, "", None),
        ("青木 千尋 / あおき ちひろ / 架空市 情報課長", None, "", "青木"),
        ("星川 杏", None, "", "星川"),
        ("紙をやめた日", None, "", None),
        ("研修の資料を配りました。", 1, "青木", "青木"),
        ("サーバーは10台あります。", 2, "星川", "星川"),
        ("拍手", 3, "―", None),
    ]


def test_newer_pieces_have_higher_numbers_however_they_came(
    folder: Path, write: Write, opened: Open, updated: Update
) -> None:
    cache = opened(folder)
    for number in (5, 1, 9, 3, 8):
        write(f"{number:03}", "一", "二", "三", held=f"2021-{number:02}-01")
        assert updated(folder, cache)
    pieces = cache.read(lambda reader: reader.pieces())
    assert [piece.piece for piece in sorted(pieces.values(), key=lambda piece: piece.first)] == [
        "001", "003", "005", "008", "009",
    ]  # fmt: skip


def test_what_changed_is_all_that_is_read_again(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    before = {piece.piece: piece for piece in cache.read(lambda reader: reader.pieces()).values()}
    write("004", "会議は短くなりました。", "とても。", "また来年。", "はい。", "では。", held="2021-04-01")
    (filled / "007.yaml").unlink()
    write("011", "新しい号です。", held="2021-11-01")
    assert updated(filled, cache)
    after = {piece.piece: piece for piece in cache.read(lambda reader: reader.pieces()).values()}
    same = before.keys() & after.keys() - {"004"}
    assert len(same) == 8
    assert all(before[own].id == after[own].id and before[own].first == after[own].first for own in same)
    assert held(cache) == fresh(filled)


def test_a_file_that_is_touched_and_not_changed_is_not_indexed_again(
    filled: Path, opened: Open, updated: Update
) -> None:
    cache = opened(filled)
    assert updated(filled, cache)
    before = cache.read(lambda reader: {piece.piece: piece.id for piece in reader.pieces().values()})
    for path in filled.iterdir():
        os.utime(path, (1, 1))
    assert updated(filled, cache)
    pieces = cache.read(lambda reader: reader.pieces())
    assert {piece.piece: piece.id for piece in pieces.values()} == before
    assert {piece.mtime_ns for piece in pieces.values()} == {1_000_000_000}


def test_words_and_people_of_a_removed_piece_are_gone(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    path = write("012", "珍妙なヴィオロンの演奏。", participants={"鵺野": {"name": "鵺野 一"}})
    cache = opened(filled)
    assert updated(filled, cache)
    assert any("ヴィオロン" in text for text in cache.read(_texts))
    path.unlink()
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)


def test_a_file_that_cannot_be_opened_is_remembered_and_hides_no_other(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    broken = filled / "broken.yaml"
    broken.write_text("roundtable: 1\ntitle: [", encoding="utf-8")
    (filled / "foreign.yaml").write_bytes("題: 紙".encode("shift-jis"))
    (filled / "nowhere.yaml").symlink_to(filled / "gone")
    cache = opened(filled)
    assert updated(filled, cache)
    pieces = cache.read(lambda reader: reader.pieces()).values()
    assert sorted(str(piece.piece) for piece in pieces if not piece.readable) == ["broken", "foreign", "nowhere"]
    assert len(pieces) == 13
    broken.write_bytes((filled / "001.yaml").read_bytes())
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
    assert sum(not piece.readable for piece in cache.read(lambda reader: reader.pieces()).values()) == 2


def test_two_files_with_one_stem_are_two_pieces_and_change_places(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    (filled / "001.yml").write_bytes((filled / "002.yaml").read_bytes())
    cache = opened(filled)
    assert updated(filled, cache)
    ids = {piece.name: piece.piece for piece in cache.read(lambda reader: reader.pieces()).values()}
    assert (ids["001.yaml"], ids["001.yml"]) == ("001", "001.yml")
    (filled / "001.yaml").unlink()
    assert updated(filled, cache)
    ids = {piece.name: piece.piece for piece in cache.read(lambda reader: reader.pieces()).values()}
    assert ids["001.yml"] == "001"
    assert held(cache) == fresh(filled)


def test_a_file_replaced_by_one_of_equal_size_and_time_is_noticed(filled: Path, opened: Open, updated: Update) -> None:
    path = filled / "001.yaml"
    cache = opened(filled)
    assert updated(filled, cache)
    for letters in ("試料", "史料", "飼料"):
        status = path.stat()
        other = filled / "other"
        other.write_text(path.read_text(encoding="utf-8").replace("資料", letters), encoding="utf-8")
        os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
        other.replace(path)
        assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
        assert updated(filled, cache)
        assert any(letters in text for text in cache.read(_texts))
        path.write_text(path.read_text(encoding="utf-8").replace(letters, "資料"), encoding="utf-8")


def test_a_file_overwritten_within_one_tick_of_the_clock_is_noticed(
    filled: Path, opened: Open, updated: Update
) -> None:
    path = filled / "001.yaml"
    cache = opened(filled)
    text = path.read_text(encoding="utf-8")
    for number in range(10):
        status = path.stat()
        assert updated(filled, cache)
        path.write_text(text.replace("資料", f"第{number}"), encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert updated(filled, cache)
        assert any(f"研修の第{number}" in text for text in cache.read(_texts))


@pytest.mark.parametrize("years", [-60, 60])
def test_a_clock_that_goes_wrong_hides_no_change(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh, years: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from roundtable_tui.search.index import update

    right = update.time_ns
    shift = years * 365 * 24 * 3600 * 1_000_000_000
    cache = opened(filled)
    assert updated(filled, cache)
    monkeypatch.setattr(update, "time_ns", lambda: right() + shift)
    path = write("002", "時計が狂っても。", held="2021-02-01")
    os.utime(path, ns=(right() + shift, right() + shift))
    assert updated(filled, cache)
    assert any("時計が狂っても" in text for text in cache.read(_texts))
    monkeypatch.setattr(update, "time_ns", right)
    path = write("002", "時計が戻っても。", held="2021-02-01")
    os.utime(path, (1, 1))
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)


def test_names_with_spaces_japanese_and_newlines_and_bytes_that_are_no_text(
    tmp_path: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, filled: Path
) -> None:
    folder = tmp_path / "号 の\n棚?#%20\udcff"
    folder.mkdir()
    names = ["a b.yaml", "日本.yaml", "line\nbreak.yaml", "half\udcff.yaml", "%41?#.yaml", "'\";--.yaml"]
    for number, name in enumerate(names, 1):
        (folder / name).write_bytes((filled / f"{number:03}.yaml").read_bytes())
    cache = opened(folder, "cache 棚\n?#%20")
    assert updated(folder, cache)
    assert cache.where == "disk"
    ids = {piece.label.id for piece in cache.read(lambda reader: reader.pieces()).values()}
    assert ids == {name.removesuffix(".yaml") for name in names}
    (folder / names[3]).unlink()
    assert updated(folder, cache)
    assert held(cache) == fresh(folder)


def test_cancelled_at_every_step_and_continued_it_is_as_if_done_at_once(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.search.index.passes._BATCH_ROWS", 8)
    whole = fresh(filled)
    asked: list[int] = []
    assert updated(filled, opened(filled, "counted"), cancelled=lambda: bool(asked.append(0)))
    assert len(asked) == 20
    step_by_step = opened(filled, "steps")
    for step in range(len(asked)):
        left = iter(range(step))
        cache = opened(filled, f"cancelled-{step}")
        assert not updated(filled, cache, cancelled=lambda left=left: next(left, None) is None)
        assert not updated(filled, step_by_step, cancelled=iter([False, True]).__next__) or step > 15
        assert updated(filled, cache)
        assert held(cache) == whole
    assert updated(filled, step_by_step)
    assert held(step_by_step) == whole


def test_progress_counts_the_pieces_of_each_pass(filled: Path, opened: Open, updated: Update) -> None:
    told: list[tuple[int, int, str]] = []
    cache = opened(filled)
    assert updated(filled, cache, progress=lambda *each: told.append(each))
    assert told == [(done, 10, stage) for stage in ("text", "readings") for done in range(11)]
    told.clear()
    assert updated(filled, cache, progress=lambda *each: told.append(each))
    assert {total for _, total, stage in told if stage == "readings"} <= {0}


def test_without_fts5_there_are_rows_but_no_grams(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    said: list[str] = []
    cache = opened(filled, fts5=False, warn=said.append)
    assert not cache.has_grams
    assert len(said) == 1
    assert "FTS5" in said[0]
    assert updated(filled, cache)
    (filled / "003.yaml").unlink()
    assert updated(filled, cache)
    tables = cache.read(lambda reader: reader.database.execute("SELECT name FROM sqlite_schema").fetchall())
    assert ("gram",) not in tables
    with_grams = fresh(filled)
    assert with_grams["tokens"]
    assert held(cache) == {**with_grams, "tokens": []}


def test_fts5_finds_its_own_tables_sound_after_every_kind_of_change(
    filled: Path, write: Write, opened: Open, updated: Update
) -> None:
    cache = opened(filled)
    for number in range(4):
        assert updated(filled, cache)
        write("003", *(f"発言{turn}の言葉" for turn in range(number * 7)), held="2021-03-01")
        write(f"02{number}", "新しい", held=f"2022-0{number + 1}-01")
        (filled / f"00{number + 5}.yaml").unlink()
    assert updated(filled, cache)
    with cache.write() as database:
        database.execute("INSERT INTO gram (gram) VALUES ('integrity-check')")
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
