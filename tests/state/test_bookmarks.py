from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state.bookmarks import Bookmarks, Shown
from roundtable_tui.state.place import Place
from roundtable_tui.state.store import Store
from roundtable_tui.state.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWN = Shown("橋の話", "水野", "渡し舟でした。")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite3"


@pytest.fixture
def kept(path: Path) -> Iterator[Bookmarks]:
    with closing(Store(path)) as store:
        yield Bookmarks(store)


def test_bookmarks_are_there_in_the_next_run_the_newest_first(path: Path, kept: Bookmarks) -> None:
    place = Place("003-1", 4, (), 12, "0123456789abcdef", words=Words("前", "後"))
    assert kept.add("/a", place, "ここを引用する", SHOWN)
    assert kept.add("/a", Place("002", part="lead", number=1), "", Shown())
    assert kept.add("/b", place, "ほかの蔵書", SHOWN)
    with closing(Store(path)) as store:
        newest, older = Bookmarks(store).all("/a")
        assert (older.place, older.note, older.shown) == (place, "ここを引用する", SHOWN)
        assert newest.place.part == "lead"
        assert older.made > 0
        assert Bookmarks(store).of_piece("/a", "003-1") == (older,)


def test_a_note_is_changed_and_a_bookmark_removed_alone(kept: Bookmarks) -> None:
    for turn in (1, 2, 3):
        kept.add("/a", Place("002", turn), f"{turn}", SHOWN)
    last, middle, first = kept.all("/a")
    assert kept.note(middle, "二つ目")
    assert kept.remove(last)
    assert [(each.place.turn, each.note) for each in kept.all("/a")] == [(2, "二つ目"), (1, "1")]
    assert kept.all("/a")[1] == first


def test_a_removed_bookmark_never_lends_its_number_to_another(kept: Bookmarks) -> None:
    kept.add("/a", Place("002", 1), "", SHOWN)
    (old,) = kept.all("/a")
    kept.remove(old)
    kept.add("/a", Place("002", 2), "", SHOWN)
    kept.note(old, "nobody's")
    assert [each.note for each in kept.all("/a")] == [""]


@pytest.mark.parametrize("words", ["\ud800", "a\0b", "'; DROP TABLE bookmark; --", "日本語\n二行"])
def test_any_words_can_be_noted(kept: Bookmarks, words: str) -> None:
    kept.add(f"/{words}", Place(words, 1), words, Shown(words, words, words))
    (mark,) = kept.all(f"/{words}")
    assert (mark.place.piece, mark.note, mark.shown) == (words, words, Shown(words, words, words))


def test_without_a_file_it_says_that_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said: list[str] = []
    with closing(Store(tmp_path / "file" / "state.sqlite3", warn=said.append)) as store:
        assert not Bookmarks(store).add("/a", Place("a", 1), "", SHOWN)
        assert Bookmarks(store).all("/a") == ()
    assert len(said) == 1
