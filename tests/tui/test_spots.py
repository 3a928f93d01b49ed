"""Where hits lie on a page, and going from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.query import Query
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.page.spots import Spot, marks_at, spot_from
from roundtable_tui.tui.searching.in_piece import FoundInPiece

if TYPE_CHECKING:
    from roundtable_tui.tui.reading import Reading

SPOTS = st.sets(
    st.tuples(st.integers(0, 9), st.integers(0, 50), st.integers(0, 5)).map(lambda at: Spot(at[0], at[1], sum(at[1:])))
).map(lambda spots: tuple(sorted(spots)))


@given(SPOTS)
def test_every_spot_is_marked_once_and_a_block_that_is_a_hit_as_a_whole_is_there(spots: tuple[Spot, ...]) -> None:
    marks = marks_at(spots)
    assert set(marks) == {spot.block for spot in spots}
    marked = [(block, *span) for block, spans in marks.items() for span in spans]
    assert marked == [spot for spot in spots if spot.end > spot.start]


@given(SPOTS, st.integers(0, 10), st.integers(-3, 60))
def test_the_first_spot_from_a_place_on_has_none_between(spots: tuple[Spot, ...], block: int, offset: int) -> None:
    at = spot_from(spots, Place(block, offset))
    start = block, max(0, offset)
    assert all(spot[:2] < start for spot in spots[:at])
    assert all(spot[:2] >= start for spot in spots[at:])


@given(SPOTS.filter(bool), st.lists(st.sampled_from([1, -1]), max_size=30))
def test_steps_go_round_and_say_so(spots: tuple[Spot, ...], steps: list[int]) -> None:
    found = FoundInPiece(Query("舟"), cast("Reading", None), spots)
    at = 0
    for step in steps:
        found.step(step)
        at += step
        assert found.spot == spots[at % len(spots)]
        assert found.number == at % len(spots) + 1
    found.go_from(Place(99))
    assert (found.at, found.wrapped) == (0, True)
    for spot in spots:
        found.go_to(spot)
        assert found.spot == spot
