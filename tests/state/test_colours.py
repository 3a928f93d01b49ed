from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state.colours import Colours
from roundtable_tui.state.database import APPLICATION, SCHEMA
from roundtable_tui.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite3"


@pytest.fixture
def colours(path: Path) -> Iterator[Colours]:
    with closing(Store(path)) as store:
        yield Colours(store)


def test_a_colour_stays_with_its_speaker_from_run_to_run(path: Path, colours: Colours) -> None:
    with closing(Store(path)) as store:
        Colours(store).keep("川べり座談会", {"水野 汐": 3, "金子 岳": 5})
    assert colours.known("川べり座談会", ["水野 汐", "金子 岳", "新顔"]) == {"水野 汐": 3, "金子 岳": 5}


def test_a_kept_colour_is_never_replaced(colours: Colours) -> None:
    colours.keep("a", {"x": 1})
    colours.keep("a", {"x": 2})
    assert colours.known("a", ["x"]) == {"x": 1}


def test_one_name_in_two_series_is_two_people(colours: Colours) -> None:
    colours.keep("a", {"x": 1})
    assert colours.known("b", ["x"]) == {}


def test_names_that_are_no_text_for_sqlite_are_kept_too(colours: Colours) -> None:
    colours.keep("\ud800", {"\udfff": 4})
    assert colours.known("\ud800", ["\udfff"]) == {"\udfff": 4}


def test_colours_that_were_kept_under_spaced_names_stay(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        for step in SCHEMA[:3]:
            for statement in step:
                database.execute(statement)
        rows = [("a", "水野 汐", 3), ("a", "水野　汐", 5), ("a", "Ruth Ó Hara", 7), ("a", b"\xed\xa0\x80 x", 2)]
        database.executemany("INSERT INTO speaker VALUES (?, ?, ?)", rows)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute("PRAGMA user_version = 3")
        database.commit()
    with closing(Store(path)) as store:
        known = Colours(store).known("a", ["水野汐", "RuthÓHara", "\ud800 x"])
    assert known in ({"水野汐": 3, "RuthÓHara": 7, "\ud800 x": 2}, {"水野汐": 5, "RuthÓHara": 7, "\ud800 x": 2})


def test_without_a_file_nothing_is_known_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said: list[str] = []
    with closing(Store(tmp_path / "file" / "state.sqlite3", warn=said.append)) as store:
        colours = Colours(store)
        colours.keep("a", {"x": 1})
        assert colours.known("a", ["x"]) == {}
    assert len(said) == 1
