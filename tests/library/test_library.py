from __future__ import annotations

import os
import threading
import unicodedata
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.library import Library, UnknownPiece

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[..., Path]
    Open = Callable[..., Library]


def test_a_second_opening_parses_no_file_and_says_the_same(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    root = tmp_path / "lib"
    for number in range(1, 6):
        write_piece(
            root / f"{number:03}.yaml", title=f"第{number}回", issue=number, held=f"2021-0{number}", series="座談会"
        )
    first = open_library(root)
    entries = first.entries()
    second = open_library(root)
    assert second.entries() == entries
    assert (first.parsed, second.parsed) == (5, 0)
    assert [entry.id for entry in entries] == ["005", "004", "003", "002", "001"]


def test_an_entry_tells_what_the_lists_show(tmp_path: Path, write_piece: Write, open_library: Open) -> None:
    path = write_piece(
        tmp_path / "lib" / "014-2.yaml",
        title="紙",
        subtitle="後編",
        series="座談会",
        issue=14,
        part=2,
        parts=2,
        previous="014-1",
        next="015",
        held="2021-11-10",
        held_label="令和3年11月10日",
        published="2022-01-14",
        lang="ja",
        words="あいう",
    )
    for library in (open_library(path.parent), open_library(path.parent)):
        (entry,) = library.entries()
        assert entry._asdict() == {
            "id": "014-2",
            "path": str(path),
            "title": "紙",
            "subtitle": "後編",
            "series": "座談会",
            "issue": 14,
            "part": 2,
            "parts": 2,
            "held": "2021-11-10",
            "held_label": "令和3年11月10日",
            "published": "2022-01-14",
            "lang": "ja",
            "previous": "014-1",
            "next": "015",
            "turns": 2,
            "sections": 1,
            "participants": ("青木 千尋", "田村 航"),
            "characters": len("あいう探す時間が短くなりました。"),
            "errors": 0,
            "warnings": 0,
            "first_problem": "",
            "size": path.stat().st_size,
            "mtime_ns": path.stat().st_mtime_ns,
        }


def test_one_change_parses_one_file(tmp_path: Path, write_piece: Write, open_library: Open) -> None:
    root = tmp_path / "lib"
    for number in range(4):
        write_piece(root / f"{number}.yaml")
    open_library(root).entries()
    write_piece(root / "2.yaml", title="改めた題")
    library = open_library(root)
    assert {entry.id: entry.title for entry in library.entries()}["2"] == "改めた題"
    assert library.parsed == 1


def test_an_open_library_notices_added_edited_and_removed_files(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    root = tmp_path / "lib"
    for name in ("a", "b", "c"):
        write_piece(root / f"{name}.yaml")
    library = open_library(root)
    library.entries()
    (root / "a.yaml").unlink()
    write_piece(root / "b.yaml", title="変わった題")
    write_piece(root / "d.yaml")
    assert {entry.id: entry.title for entry in library.entries()} == {"b": "変わった題", "c": "紙の束", "d": "紙の束"}
    assert library.parsed == 3 + 2
    assert open_library(root).entries() == library.entries()


def test_a_file_replaced_by_one_of_equal_size_and_time_is_noticed(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    path = write_piece(tmp_path / "lib" / "a.yaml", title="甲乙")
    open_library(path.parent).entries()
    before = path.stat()
    other = write_piece(tmp_path / "other.yaml", title="丙丁")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert open_library(path.parent).entries()[0].title == "丙丁"


def test_a_file_changed_just_now_is_read_again_until_it_has_settled(tmp_path: Path, write_piece: Write) -> None:
    path = write_piece(tmp_path / "lib" / "a.yaml")
    for _ in range(2):
        library = Library(path.parent, cache=tmp_path / "cache", now=lambda: path.stat().st_ctime_ns + 1)
        library.entries()
        library.entries()
        assert library.parsed == 2


def test_a_broken_file_never_hides_the_others(tmp_path: Path, write_piece: Write, open_library: Open) -> None:
    root = tmp_path / "lib"
    write_piece(root / "good.yaml")
    (root / "tabs.yaml").write_text("roundtable: 1\n\ttitle: x\n")
    (root / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    (root / "empty.yaml").touch()
    (root / "nowhere.yaml").symlink_to(tmp_path / "nothing")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    os.mkfifo(root / "pipe.yaml")
    (root / "folder.yaml").mkdir()
    for library in (open_library(root), open_library(root)):
        entries = {entry.id: entry for entry in library.entries()}
        assert entries.keys() == {"good", "tabs", "bytes", "empty", "nowhere", "pipe", "loop"} == set(library.ids())
        assert entries["good"].errors == 0
        for piece in entries.keys() - {"good"}:
            assert entries[piece].errors > 0
            assert "error: " in entries[piece].first_problem
            assert entries[piece].shown_title == piece
        assert library.load("tabs").transcript is None


def test_hidden_files_backups_and_other_files_are_no_pieces(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    for name in (".hidden.yaml", "a.yaml~", "#a.yaml#", ".#a.yaml", "~a.yaml", "a.yaml.bak", "a.txt", "yaml"):
        write_piece(tmp_path / "lib" / name)
    write_piece(tmp_path / "lib" / "inside" / "b.yaml")
    for name in ("short.yml", "loud.YAML", "link.yaml"):
        write_piece(tmp_path / "lib" / name)
    library = open_library(tmp_path / "lib")
    assert {entry.id for entry in library.entries()} == {"short", "loud", "link"} == set(library.ids())


def test_two_files_with_one_stem_both_stay_and_the_second_says_so(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    root = tmp_path / "lib"
    write_piece(root / "a.yml", title="二つ目")
    write_piece(root / "a.yaml", title="一つ目")
    for library in (open_library(root), open_library(root)):
        entries = {entry.id: entry for entry in library.entries()}
        assert {piece: entry.title for piece, entry in entries.items()} == {"a": "一つ目", "a.yml": "二つ目"}
        assert (entries["a"].errors, entries["a.yml"].errors) == (0, 1)
        assert "a.yaml" in entries["a.yml"].first_problem
    loaded = open_library(root).load("a.yml")
    assert loaded.transcript is not None
    assert (loaded.transcript.id, loaded.transcript.title) == ("a.yml", "二つ目")
    assert [problem.code for problem in loaded.problems] == ["duplicate-id"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("14-2", "014-2"), ("０１４-2", "014-2"), ("1", "001"), ("00014-2", "014-2")]
)
def test_an_id_with_its_numbers_as_the_reader_shows_them_is_the_nearest(typed: str, meant: str) -> None:
    assert UnknownPiece(typed, ["101", "001", "010-1", "014-2"]).nearest[0] == meant


def test_an_unknown_piece_names_the_nearest(tmp_path: Path, write_piece: Write, open_library: Open) -> None:
    for name in ("014-1", "014-2", "other"):
        write_piece(tmp_path / "lib" / f"{name}.yaml")
    library = open_library(tmp_path / "lib")
    assert library.path("014-3") is None
    with pytest.raises(UnknownPiece) as caught:
        library.load("014-3")
    assert set(caught.value.nearest) == {"014-1", "014-2"}
    assert "014-3" in str(caught.value)


@pytest.mark.parametrize("piece", ["../secret", "/etc/passwd", "", ".", "a\0b"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, write_piece: Write, open_library: Open, piece: str) -> None:
    write_piece(tmp_path / "secret.yaml")
    write_piece(tmp_path / "lib" / "a.yaml")
    with pytest.raises(UnknownPiece):
        open_library(tmp_path / "lib").load(piece)


def test_an_id_is_found_in_either_normal_form(tmp_path: Path, write_piece: Write, open_library: Open) -> None:
    stored = unicodedata.normalize("NFD", "座談会が")
    write_piece(tmp_path / "lib" / f"{stored}.yaml")
    loaded = open_library(tmp_path / "lib").load(unicodedata.normalize("NFC", stored))
    assert loaded.transcript is not None
    assert loaded.transcript.id == stored


def test_names_with_line_breaks_and_bytes_that_are_no_text_are_pieces_too(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    root = tmp_path / "lib"
    odd = ["a\nb", "日本語 の名", os.fsdecode(b"\xff\xfe"), "'; DROP TABLE piece; --"]
    for name in odd:
        write_piece(root / f"{name}.yaml")
    open_library(root).entries()
    library = open_library(root)
    assert {entry.id for entry in library.entries()} == set(odd)
    assert library.parsed == 0
    assert all(library.load(name).transcript for name in odd)


def test_learning_tells_its_progress_and_keeps_what_it_learnt_before_it_was_cancelled(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    for number in range(10):
        write_piece(tmp_path / "lib" / f"{number}.yaml")
    told: list[tuple[int, int]] = []
    library = open_library(tmp_path / "lib")
    partial = library.entries(progress=lambda done, total: told.append((done, total)), cancelled=lambda: len(told) > 3)
    assert told == [(0, 10), (1, 10), (2, 10), (3, 10)]
    assert {entry.id for entry in partial} == {"9", "8", "7", "6"}
    told.clear()
    later = open_library(tmp_path / "lib")
    assert len(later.entries(progress=lambda done, total: told.append((done, total)))) == 10
    assert later.parsed == 6
    assert told[-1] == (6, 6)


def test_two_threads_that_ask_at_once_read_each_file_once(
    tmp_path: Path, write_piece: Write, open_library: Open
) -> None:
    for number in range(30):
        write_piece(tmp_path / "lib" / f"{number}.yaml")
    library = open_library(tmp_path / "lib")
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(len(library.entries()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [30] * 4
    assert library.parsed == 30


def test_a_folder_that_is_gone_is_an_error_and_not_an_empty_library(tmp_path: Path, open_library: Open) -> None:
    with pytest.raises(FileNotFoundError):
        open_library(tmp_path / "nothing").entries()
