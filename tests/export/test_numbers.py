from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.export.numbers import NumbersError, read_numbers, write_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7", {7}),
        ("12-14", {12, 13, 14}),
        ("18-", {18, 19, 20}),
        ("-2", {1, 2}),
        ("3, 5-6", {3, 5, 6}),
        ("１２－１３、１５", {12, 13, 15}),
        ("3〜4", {3, 4}),
        ("3–4", {3, 4}),
    ],
)
def test_turns_are_named_by_numbers_and_ranges(text: str, numbers: set[int]) -> None:
    assert read_numbers(text, 20) == numbers


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "names no turns; write 7, 12-18"),
        ("-", "names no turns"),
        ("twelve", "'twelve' names no turns"),
        ("1-2-3", "names no turns"),
        ("3,,5", "names no turns"),
        ("18-12", "18-12 goes backwards"),
        ("21", "no turn 21; the piece has turns 1 to 20"),
        ("19-25", "no turn 25"),
        ("0-3", "no turn 0"),
    ],
)
def test_what_names_no_turns_is_answered_with_what_would(text: str, message: str) -> None:
    with pytest.raises(NumbersError, match=message):
        read_numbers(text, 20)


@given(st.frozensets(st.integers(1, 40), min_size=1))
def test_written_numbers_are_read_as_the_same(numbers: frozenset[int]) -> None:
    assert read_numbers(write_numbers(numbers), 40) == numbers
