from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.state.jumps import MOST, JumpList, Jumps
from roundtable_tui.state.place import Place
from roundtable_tui.state.store import Store
from roundtable_tui.state.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def at(turn: int) -> Place:
    return Place("003-1", turn)


@given(st.lists(st.tuples(st.sampled_from(["jump", "scroll", "back", "forward"]), st.integers(1, 9)), max_size=60))
def test_it_goes_like_a_tape_that_a_jump_cuts(steps: list[tuple[str, int]]) -> None:
    """Back and forward run over everything that was left, as it was left; a jump forgets what lay ahead."""
    jumps = JumpList()
    tape, here = [1], 0  # where reading was, in order, and which of it is now
    for step, turn in steps:
        now = at(tape[here])
        if step == "jump":
            jumps.jump(now)
            tape = [*tape[: here + 1], turn]
            here += 1
        elif step == "scroll":
            tape[here] = turn
        elif step == "back":
            found = jumps.back(now)
            assert found == (at(tape[here - 1]) if here else None)
            here = max(0, here - 1)
        else:
            found = jumps.forward(now)
            assert found == (at(tape[here + 1]) if here + 1 < len(tape) else None)
            here = min(len(tape) - 1, here + 1)
        assert (jumps.behind, jumps.ahead) == (here, len(tape) - 1 - here)


@given(st.integers(0, 3 * MOST))
def test_as_many_steps_back_as_there_were_jumps_lead_to_the_beginning(count: int) -> None:
    jumps = JumpList()
    for turn in range(count):
        jumps.jump(at(turn + 1))
    here = at(count + 1)
    left = []
    while (place := jumps.back(here)) is not None:
        left.append(place)
        here = place
    assert left == [at(turn) for turn in range(count, max(0, count - MOST), -1)]
    assert len(jumps.places) <= MOST + 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "state.sqlite3")) as store:
        yield store


places = st.builds(
    Place,
    st.sampled_from(["003-1", "a\nb", "\udcff"]),
    st.none() | st.integers(1, 99),
    st.lists(st.integers(1, 9), max_size=3).map(tuple),
    st.integers(-3, 999),
    st.just("0123456789abcdef"),
    st.sampled_from(["", "lead", "note"]),
    st.integers(0, 9),
    st.builds(Words, st.text(max_size=5), st.sampled_from(["", "橋", "\ud800"])),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(places, max_size=5), st.data())
def test_a_list_is_there_again_in_the_next_run(
    tmp_path_factory: pytest.TempPathFactory, left: list[Place], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("state") / "state.sqlite3"
    jumps = JumpList(left, data.draw(st.integers(0, len(left))))
    with closing(Store(path)) as store:
        Jumps(store).keep("/other", JumpList([at(1)]))
        assert Jumps(store).keep("/a", jumps)
    with closing(Store(path)) as store:
        again = Jumps(store).load("/a")
    assert (again.places, again.position) == (jumps.places, jumps.position)


def test_what_was_kept_last_takes_the_place_of_what_was_there(store: Store) -> None:
    Jumps(store).keep("/a", JumpList([at(1), at(2), at(3)]))
    Jumps(store).keep("/a", JumpList([at(4)]))
    assert Jumps(store).load("/a").places == [at(4)]


def test_without_a_file_the_list_begins_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with closing(Store(tmp_path / "file" / "state.sqlite3")) as store:
        assert not Jumps(store).keep("/a", JumpList([at(1)]))
        assert Jumps(store).load("/a").places == []
