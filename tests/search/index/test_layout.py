"""Which numbers the rows of pieces get."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.library.order import age
from roundtable_tui.search.index.layout import Layout

_steps = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 60), st.booleans()), max_size=60)


def _age(number: int) -> tuple[str, str, int, int, str]:
    return age("", "", number, None, f"{number:03}")


@given(_steps)
def test_no_two_pieces_share_a_number(steps: list[tuple[int, int, bool]]) -> None:
    layout = Layout(())
    taken: dict[int, set[int]] = {}
    for piece, count, stays in steps:
        layout.remove(piece)
        taken.pop(piece, None)
        if stays:
            first = layout.place(_age(piece), piece, count)
            own = set(range(first, first + count))
            assert all(own.isdisjoint(other) for other in taken.values())
            taken[piece] = own


@given(st.lists(st.integers(1, 300), min_size=2, max_size=60))
def test_from_the_newest_to_the_oldest_and_back_the_newer_is_the_higher(counts: list[int]) -> None:
    for order in (range(len(counts)), reversed(range(len(counts)))):
        layout = Layout(())
        firsts = {number: layout.place(_age(number), number, counts[number]) for number in order}
        assert [firsts[number] for number in range(len(counts))] == sorted(firsts.values())


def test_a_piece_that_grows_a_little_stays_between_its_neighbours() -> None:
    layout = Layout(())
    firsts = {number: layout.place(_age(number), number, 40) for number in (3, 2, 1)}
    layout.remove(2)
    assert firsts[1] + 40 <= layout.place(_age(2), 2, 60) < firsts[3] - 60
