"""The rows that a search found, and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.library.order import age
from roundtable_tui.search.found import Found
from roundtable_tui.search.patterns.fit import EXACT, FOLDED, FUZZY, Fit

AGES = {number: age(f"20{20 + number}", "", None, None, str(number)) for number in range(5)}


def found(*rows: tuple[int, int, Fit]) -> Found:
    made = Found()
    for row, piece, fit in rows:
        made.add(row, piece, None, fit)
    return made


def test_the_better_fit_comes_first_then_the_later_talk_then_the_order_of_reading() -> None:
    whole, part, slip = Fit(EXACT), Fit(EXACT, part=1), Fit(FUZZY, 1)
    made = found((9, 1, whole), (8, 1, whole), (21, 2, slip), (20, 2, part), (30, 0, whole))
    assert made.best(None, "relevance", AGES) == [(8, whole), (9, whole), (30, whole), (20, part), (21, slip)]
    assert [row for row, _ in made.best(None, "date", AGES)] == [20, 21, 8, 9, 30]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Fit(EXACT, part=4), Fit(FOLDED)),
        (Fit(FUZZY, 1, 1), Fit(FUZZY, 2)),
        (Fit(FUZZY, 1, 0, 9), Fit(FUZZY, 1, 1, 1)),
        (Fit(FUZZY, 1, 0, 2), Fit(FUZZY, 1, 0, 3)),
    ],
)
def test_tiers_go_before_errors_before_whole_words_before_rare_ones(better: Fit, worse: Fit) -> None:
    made = found((1, 4, worse), (2, 0, better))
    assert [row for row, _ in made.best(None, "relevance", AGES)] == [2, 1]


fits = st.builds(Fit, st.integers(0, 3), st.integers(0, 2), st.integers(0, 1), st.integers(0, 3))


@given(st.lists(st.tuples(st.integers(0, 4), fits), max_size=20), st.integers(0, 25), st.booleans())
def test_a_limit_gives_the_beginning_of_all(rows: list[tuple[int, Fit]], limit: int, by_date: bool) -> None:
    made = found(*((row, piece, fit) for row, (piece, fit) in enumerate(rows)))
    order = "date" if by_date else "relevance"
    whole = made.best(None, order, AGES)  # type: ignore[arg-type]
    assert made.best(limit, order, AGES) == whole[:limit]  # type: ignore[arg-type]
    assert sorted(row for row, _ in whole) == list(range(len(rows)))
    assert all(fit == rows[row][1] for row, fit in whole)
    if not by_date:
        assert [fit for _, fit in whole] == sorted(fit for _, fit in rows)


def test_rows_are_counted_by_piece_and_speaker() -> None:
    made = Found()
    for row, voice in enumerate((7, 7, None, 8)):
        made.add(row, 3, voice, Fit(EXACT))
    assert made.counts == {(3, 7): 2, (3, None): 1, (3, 8): 1}
    assert (len(made), made.pieces(), made.complete) == (4, {3}, False)


@given(fits, fits)
def test_two_words_fit_no_better_than_the_worse_of_them(one: Fit, other: Fit) -> None:
    both = one.with_word(other)
    assert both >= one
    assert both >= other
    assert both == other.with_word(one)
