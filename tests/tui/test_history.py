"""Earlier searches are gone through like those of a shell."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.state.queries import Queries
from roundtable_tui.state.store import Store
from roundtable_tui.tui.searching.history import History

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "state.sqlite3")) as store:
        yield store


@pytest.fixture
def history(store: Store, tmp_path: Path) -> History:
    history = History(Queries(store), tmp_path)
    for text in ("橋", "舟", "切符"):
        history.keep(text)
    return history


def test_up_goes_to_older_queries_and_down_back_to_what_was_typed(history: History) -> None:
    assert [history.older(""), history.older("切符"), history.older("舟"), history.older("橋")] == [
        "切符",
        "舟",
        "橋",
        None,
    ]
    assert history.place == (3, 3)
    history.leave()
    assert history.older("draft") == "切符"
    assert history.older("切符") == "舟"
    assert [history.newer(), history.newer(), history.newer()] == ["切符", "draft", None]


def test_down_from_the_newest_goes_on_to_the_hits_where_nothing_was_typed(history: History) -> None:
    assert history.older("") == "切符"
    assert history.newer() is None


def test_what_stands_in_the_box_is_not_called_back_into_it(history: History) -> None:
    assert history.older("切符 ") == "舟"


def test_a_query_is_kept_once_without_blanks_and_nothing_is_not_kept(history: History) -> None:
    history.keep(" 橋 ")
    history.keep("  ")
    assert history.queries == ("橋", "切符", "舟")


def test_what_another_reader_asked_is_there_when_it_is_looked_up(
    history: History, store: Store, tmp_path: Path
) -> None:
    Queries(store).keep(tmp_path, "堤防")
    history.look_up()
    assert history.queries[0] == "堤防"


def test_without_a_file_the_queries_of_this_run_stay(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with closing(Store(tmp_path / "file" / "state.sqlite3")) as store:
        history = History(Queries(store), tmp_path)
        history.keep("橋")
        history.look_up()
        assert history.older("") == "橋"
