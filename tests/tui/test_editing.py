"""Filters are put into the text of a query and taken out again, and the rest of it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.config.language import set_language
from roundtable_tui.search.query import FIELD_NAMES, QueryError, parse_query
from roundtable_tui.tui.searching.editing import filters_in, half_typed, with_filter, without, without_field

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def test_filters_are_found_by_every_spelling_and_either_colon() -> None:
    text = '橋 話者：水野 "speaker:no" Speaker:"水野 汐"　号:3 word:x'
    assert [(each.field, each.value) for each in filters_in(text)] == [
        ("speaker", "水野"),
        ("speaker", "水野 汐"),
        ("issue", "3"),
    ]


def test_only_the_filter_at_the_caret_is_half_typed() -> None:
    text = "橋 speaker:水 issue:3"
    typed = half_typed(text, len("橋 speaker:水"))
    assert typed is not None
    assert (typed.field, typed.value, text[typed.start : typed.end]) == ("speaker", "水", "speaker:水")
    assert half_typed(text, 3) is None
    assert half_typed("橋", 1) is None
    empty = half_typed("橋 発言者：", 6)
    assert empty is not None
    assert (empty.field, empty.value) == ("speaker", "")


def test_a_filter_in_quotes_that_are_closed_is_not_half_typed() -> None:
    text = 'speaker:"水野 汐"'
    assert half_typed(text, len(text)) is None
    assert half_typed(text[:-1], len(text) - 1) is not None


def test_a_filter_comes_behind_the_words_and_replaces_what_was_there() -> None:
    assert with_filter("橋", "speaker", "水野 汐") == '橋 speaker:"水野 汐"'
    assert with_filter("話者:水 橋", "speaker", "金子") == "橋 話者:金子"
    assert with_filter("橋 since:2020", "year", "2021") == "橋 since:2021 until:2021"
    assert without_field("橋 since:2021 until:2021 舟", "year") == "橋 舟"


def test_filters_are_written_in_the_language_of_the_interface() -> None:
    set_language("ja")
    written = [with_filter("", field, "7") for field in ("speaker", "role", "org", "issue", "section", "title")]
    assert written == ["話者:7", "役職:7", "所属:7", "回:7", "節:7", "題名:7"]


def test_taking_filters_out_leaves_one_space_between_words() -> None:
    text = "a  speaker:b  c issue:3"
    assert without(text, *filters_in(text)) == "a c"


values = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(
    lambda value: value.strip() and not set(value) & set('"“”„＂')
)


@given(st.sampled_from(["speaker", "role", "org", "section", "title"]), values, st.sampled_from(["", "橋", '"a b" -c']))
def test_what_is_put_in_is_what_the_query_narrows_to(field: str, value: str, before: str) -> None:
    text = with_filter(before, field, value)
    try:
        query = parse_query(text)
    except QueryError:
        # White space alone is no value; and a query of unwanted words needs a filter that it has.
        assert not value.strip()
        return
    assert getattr(query.filters, field) == value.strip()
    assert without_field(text, field) == before


def test_every_field_of_a_query_can_be_named() -> None:
    for language in ("en", "ja"):
        set_language(language)
        for field in FIELD_NAMES:
            (written,) = filters_in(with_filter("", field, "x"))
            assert written.field == field
