from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.state.spans import covers, merged, size

stretches = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), max_size=12)


@given(stretches, st.integers(1, 40), st.integers(1, 40))
def test_stretches_hold_exactly_the_numbers_that_were_put_in(
    given_: list[tuple[int, int]], first: int, last: int
) -> None:
    numbers = {number for start, end in given_ for number in range(start, end + 1)}
    spans = merged(given_)
    assert {number for start, end in spans for number in range(start, end + 1)} == numbers
    assert size(spans) == len(numbers)
    assert all(start <= end for start, end in spans)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(spans))
    assert merged(spans) == spans
    if first <= last:
        assert covers(spans, first, last) == numbers.issuperset(range(first, last + 1))
