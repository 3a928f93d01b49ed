from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state import queries
from roundtable_tui.state.queries import Queries
from roundtable_tui.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite3"


@pytest.fixture
def kept(path: Path) -> Iterator[Queries]:
    with closing(Store(path)) as store:
        yield Queries(store)


def test_queries_are_there_in_the_next_run_the_newest_first(path: Path, kept: Queries) -> None:
    for text in ("橋", "舟", "切符"):
        assert kept.keep("/a", text)
    with closing(Store(path)) as store:
        assert Queries(store).newest("/a") == ("切符", "舟", "橋")


def test_a_query_asked_again_is_there_once_and_is_the_newest(kept: Queries) -> None:
    for text in ("橋", "舟", "橋"):
        kept.keep("/a", text)
    assert kept.newest("/a") == ("橋", "舟")


def test_each_library_has_its_own_queries(kept: Queries) -> None:
    kept.keep("/a", "橋")
    kept.keep("/b", "橋")
    kept.keep("/b", "舟")
    assert (kept.newest("/a"), kept.newest("/b")) == (("橋",), ("舟", "橋"))


def test_the_oldest_queries_go_when_there_are_too_many(kept: Queries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST", 3)
    kept.keep("/b", "他")
    for number in range(5):
        kept.keep("/a", str(number))
    assert kept.newest("/a") == ("4", "3", "2")
    assert kept.newest("/b") == ("他",)


def test_several_readers_at_once_lose_no_query(path: Path) -> None:
    def ask(reader: int) -> None:
        with closing(Store(path)) as store:
            done.extend(Queries(store).keep("/a", f"{reader} {number}") for number in range(10))

    done: list[bool] = []
    readers = [threading.Thread(target=ask, args=(reader,)) for reader in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert done == [True] * 40
    with closing(Store(path)) as store:
        found = Queries(store).newest("/a")
    assert set(found) == {f"{reader} {number}" for reader in range(4) for number in range(10)}
    assert len(found) == 40


def test_a_query_of_half_surrogates_is_kept_as_it_was(kept: Queries) -> None:
    kept.keep("\ud800", "\udfff")
    assert kept.newest("\ud800") == ("\udfff",)
