from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.state.progress import Progress, Share, _restored, _written
from roundtable_tui.state.spans import merged
from roundtable_tui.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AOKI = Participant("青木")


def piece(*texts: str) -> Transcript:
    turns = tuple(Turn(number, "speech", "青木", text, AOKI) for number, text in enumerate(texts, 1))
    return Transcript("014", "題", participants=(AOKI,), sections=(Section((1,), "題", turns),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite3"


@pytest.fixture
def progress(path: Path) -> Iterator[Progress]:
    with closing(Store(path)) as store:
        yield Progress(store)


def test_what_was_read_is_there_in_the_next_run_and_adds_up(path: Path, progress: Progress) -> None:
    talk = piece("あ", "い", "う", "え", "お")
    assert progress.add("/a", talk, ((1, 2),))
    with closing(Store(path)) as store:
        another = Progress(store)
        assert another.read("/a", talk) == ((1, 2),)
        another.add("/a", talk, ((4, 4),))
    progress.add("/a", talk, ((2, 2),))
    assert progress.read("/a", talk) == ((1, 2), (4, 4))
    assert progress.shares("/a") == {"014": Share(3, 5)}
    assert progress.shares("/b") == {}


def test_a_piece_is_read_once_every_turn_was(progress: Progress) -> None:
    talk = piece("あ", "い")
    progress.add("/a", talk, ((2, 2),))
    assert progress.shares("/a")["014"] == Share(1, 2)
    assert not progress.shares("/a")["014"].all
    progress.add("/a", talk, ((1, 1),))
    assert progress.shares("/a")["014"].all
    assert Share(0, 0).all
    assert Share(0, 0).part == 1.0


def test_marking_a_piece_read_or_unread_needs_no_file_of_it(progress: Progress) -> None:
    talk = piece("あ", "い", "う")
    progress.mark("/a", "014", 3, read=True)
    assert progress.shares("/a")["014"].all
    assert progress.read("/a", talk) == ((1, 3),)
    progress.mark("/a", "014", 3, read=False)
    assert progress.shares("/a") == {}
    assert progress.read("/a", talk) == ()
    progress.mark("/a", "015", 0, read=True)
    assert progress.shares("/a")["015"].all


@given(
    st.lists(st.text("かきく", min_size=1, max_size=4), unique=True, min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=4),
    st.lists(st.text("xyz", min_size=1, max_size=3), max_size=5),
)
def test_turns_put_in_before_a_stretch_move_it_along(
    texts: list[str], given_: list[tuple[int, int]], new: list[str]
) -> None:
    talk = piece(*texts)
    spans = merged((first, min(last, len(texts))) for first, last in given_)
    assert _restored(_written(spans, talk), talk) == spans
    moved = tuple((first + len(new), last + len(new)) for first, last in spans)
    assert _restored(_written(spans, talk), piece(*new, *texts)) == moved


def test_a_piece_that_became_shorter_has_no_more_read_turns_than_turns(progress: Progress) -> None:
    progress.add("/a", piece("あ", "い", "う", "え"), ((2, 4),))
    assert progress.read("/a", piece("あ", "い")) == ((2, 2),)
    assert progress.read("/a", piece()) == ()
