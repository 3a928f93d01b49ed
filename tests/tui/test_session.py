from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from time import sleep
from typing import TYPE_CHECKING

from roundtable_tui.config.settings import Settings
from roundtable_tui.library.library import Library
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.state.places import Places
from roundtable_tui.tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

THREADS = 8


def test_threads_that_ask_at_once_share_one_engine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = IndexEngine.__init__

    def take_time(self: IndexEngine, library: Library) -> None:
        sleep(0.05)
        start(self, library)

    monkeypatch.setattr(IndexEngine, "__init__", take_time)
    together = Barrier(THREADS)

    def ask(session: Session) -> int:
        together.wait()
        return id(session.engine)

    with closing(Session(Library(folder), Settings(), Places(folder / "state.sqlite3"))) as session:
        with ThreadPoolExecutor(THREADS) as threads:
            engines = set(threads.map(ask, [session] * THREADS))
        assert engines == {id(session.engine)}
