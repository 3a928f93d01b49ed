"""Connections that close when nobody holds them any more."""

from __future__ import annotations

import gc
import sqlite3
import warnings
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.database.connection import closes_itself

if TYPE_CHECKING:
    from pathlib import Path


def test_a_connection_that_is_forgotten_is_closed_without_a_warning() -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        sqlite3.connect(":memory:", factory=closes_itself())
        gc.collect()
    assert not said


def test_a_connection_that_could_not_be_opened_ends_in_silence(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(tmp_path / "missing" / "index.db", factory=closes_itself())
    gc.collect()  # an exception in `__del__` is an error of the test


def test_the_connection_of_a_thread_that_ended_lets_go_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "index.db"

    def write() -> None:
        database = sqlite3.connect(file, factory=closes_itself(), check_same_thread=False, isolation_level=None)
        database.execute("CREATE TABLE turn (text)")
        database.execute("BEGIN EXCLUSIVE")

    thread = Thread(target=write)
    thread.start()
    thread.join()
    gc.collect()
    with sqlite3.connect(file, timeout=0) as database:
        database.execute("INSERT INTO turn VALUES ('紙')")
    database.close()
