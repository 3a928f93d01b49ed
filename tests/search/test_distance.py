"""Distances with and without `rapidfuzz` are the same."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from roundtable_tui.search.distance import distance, within

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = st.text("かきく-研a", max_size=9)


@given(one=WORDS, other=WORDS, most=st.integers(0, 4))
def test_the_distance_is_that_of_rapidfuzz_up_to_the_most(one: str, other: str, most: int) -> None:
    right = OSA.distance(one, other)
    found = distance(one, other, most)
    assert found == right if right <= most else found > most


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as context:
        context.delitem(sys.modules, "rapidfuzz")
        yield


@pytest.mark.parametrize(("typed", "errors"), [("でじたる", 1), ("でたじる", 1), ("てじたる", 2), ("別", 1)])
def test_few_words_are_compared_as_many_are(typed: str, errors: int, unloaded: None) -> None:
    choices = ["でじたる", "でじる", "でたじる", "あなろぐ", "でーたじる", "でじたるか"]
    few = dict(within(typed, choices, errors))
    many = dict(within(typed, [*choices, *(f"{number:09}" for number in range(200))], errors))
    assert few == many


def test_few_words_load_nothing(unloaded: None) -> None:
    assert dict(within("かいぎ", ["かいぎしつ", "かいき"], 1)) == {"かいき": 1}
    assert "rapidfuzz" not in sys.modules
