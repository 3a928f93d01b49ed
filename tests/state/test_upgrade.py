"""A file of every earlier version is brought up to date, and what is in it stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state.bookmarks import Bookmarks, Shown
from roundtable_tui.state.colours import Colours
from roundtable_tui.state.database import APPLICATION, SCHEMA
from roundtable_tui.state.jumps import JumpList, Jumps
from roundtable_tui.state.place import Place
from roundtable_tui.state.places import Places
from roundtable_tui.state.progress import Progress, Share
from roundtable_tui.state.queries import Queries
from roundtable_tui.state.visits import Visits

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("version", range(1, len(SCHEMA)))
def test_a_file_of_an_older_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "state.sqlite3"
    with closing(sqlite3.connect(path)) as database, database:
        for statement in (each for step in SCHEMA[:version] for each in step):
            database.execute(statement)
        columns = "library, piece, turn, section, offset, turn_hash, saved_at"
        row = ("/a", "002", 3, "", 7, "0123456789abcdef", 1_700_000_000)
        database.execute(f"INSERT INTO place ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute(f"INSERT INTO place ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", ("/a", "001", *row[2:6], 1))
        database.execute("INSERT INTO last_piece VALUES ('/a', '002')")
        if version > 1:
            database.execute("INSERT INTO speaker VALUES ('座談会', '水野汐', 4)")
        if version > 2:
            database.execute("INSERT INTO query (library, text) VALUES ('/a', '橋')")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {version}")
    said: list[str] = []
    with closing(Places(path, warn=said.append)) as places:
        store = places.store
        assert places.last("/a") == Place("002", 3, (), 7, "0123456789abcdef")
        assert [visit.place.piece for visit in Visits(store).newest("/a")] == ["002", "001"]
        assert Colours(store).known("座談会", ["水野汐"]) == ({"水野汐": 4} if version > 1 else {})
        assert Queries(store).newest("/a") == (("橋",) if version > 2 else ())
        assert Bookmarks(store).add("/a", Place("002", 1), "", Shown())
        assert Jumps(store).keep("/a", JumpList([Place("002", 1)]))
        assert Progress(store).mark("/a", "002", 3, read=True)
        assert Progress(store).shares("/a") == {"002": Share(3, 3)}
        places.save("/a", Place("001", 1))
        assert [visit.place.piece for visit in Visits(store).newest("/a")] == ["001", "002"]
    assert said == []
    assert list(tmp_path.glob("*broken*")) == []
