"""What a reader types into the search box, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.filters import Filters
from roundtable_tui.search.query import FIELD_NAMES, QueryError, parse_query


def words(text: str) -> list[str]:
    return [term.text for term in parse_query(text).terms]


@pytest.mark.parametrize("text", ["在宅 会議", "在宅　会議", " 在宅\t会議\n", "　在宅　 会議　"])
def test_white_space_of_any_width_separates_words(text: str) -> None:
    assert words(text) == ["在宅", "会議"]


@pytest.mark.parametrize("text", ['"紙 の束"', "“紙 の束”", "＂紙 の束＂", "”紙 の束“", '"紙 の束'])
def test_double_quotes_of_any_shape_make_a_phrase_and_the_second_may_be_missing(text: str) -> None:
    (term,) = parse_query(text).terms
    assert (term.text, term.phrase) == ("紙 の束", True)


def test_a_quote_that_was_only_just_typed_is_no_error() -> None:
    assert words('研修 "') == ["研修"]


def test_brackets_of_japanese_are_words_like_any_other() -> None:
    assert words("「ことづて」") == ["「ことづて」"]


@pytest.mark.parametrize("minus", ["-", "－", "−"])
def test_a_minus_before_a_word_or_phrase_leaves_it_out(minus: str) -> None:
    query = parse_query(f'研修 {minus}紙 {minus}"四月 の"')
    assert [term.text for term in query.wanted] == ["研修"]
    assert [(term.text, term.phrase) for term in query.unwanted] == [("紙", False), ("四月 の", True)]


def test_a_long_vowel_mark_is_no_minus_and_a_hyphen_inside_a_word_none_either() -> None:
    assert [(term.text, term.unwanted) for term in parse_query("ーと COVID-19").terms] == [
        ("ーと", False),
        ("COVID-19", False),
    ]


@pytest.mark.parametrize("field", ["speaker", "Speaker", "話者", "発言者"])
@pytest.mark.parametrize("colon", [":", "："])
def test_a_field_may_be_written_in_english_or_japanese_with_a_colon_of_either_width(field: str, colon: str) -> None:
    query = parse_query(f"研修 {field}{colon}宮坂")
    assert query.filters == Filters(speaker="宮坂")
    assert [term.text for term in query.terms] == ["研修"]


def test_every_filter_can_be_written_in_a_query() -> None:
    text = '話者:"宮坂 学" 役職:CIO 所属:都 号:１４ 節:研修 題名:座談会 since:令和3年11月 until:2022/1/14'
    assert parse_query(text).filters == Filters(
        speaker="宮坂 学",
        role="CIO",
        org="都",
        section="研修",
        title="座談会",
        issue=14,
        since="2021-11",
        until="2022-01-14",
    )
    # One person under all their labels is chosen on a screen; nobody could write who that is.
    assert set(FIELD_NAMES) == set(Filters().named()) - {"person"}


def test_filters_of_the_command_line_and_of_the_query_hold_together() -> None:
    assert parse_query("issue:3 紙", Filters(speaker="髙橋")).filters == Filters(speaker="髙橋", issue=3)


@pytest.mark.parametrize("text", ["https://example.jp/a", "10:30", "件名:紙"])
def test_a_word_with_another_colon_is_a_word(text: str) -> None:
    assert words(text) == [text]


def test_a_word_given_twice_is_looked_for_once_where_it_stands_first() -> None:
    assert [(term.text, term.column) for term in parse_query("紙 カミ かみ 紙").wanted] == [("紙", 1), ("カミ", 3)]


@pytest.mark.parametrize(
    ("text", "column", "right"),
    [
        ("研修 -", 4, "-研修"),
        ('研修 ""', 4, "phrase"),
        ("研修 speaker:", 4, "follows it at once"),
        ("研修 話者: 宮坂", 4, "follows it at once"),
        ("-speaker:宮坂", 1, "without -"),
        ("issue:1 号:2", 9, "twice"),
        ("号:1 回:2", 5, "twice"),
        ("issue:十四", 1, "digits"),
        ("紙 since:きのう", 3, "2021-10-05"),
        ("  -紙", 3, "to be found"),
        ("紙 \u200b", 3, "could be found"),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_column_and_what_would_be_right(
    text: str, column: int, right: str
) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(text)
    assert raised.value.column == column
    assert right in raised.value.message


def test_the_command_line_counts_as_giving_a_filter_once() -> None:
    with pytest.raises(QueryError, match="twice"):
        parse_query("issue:3", Filters(issue=4))


def test_unwanted_words_alone_are_enough_beside_a_filter() -> None:
    assert parse_query("speaker:宮坂 -紙").unwanted


@pytest.mark.parametrize("text", ["", " ", "　\n", '"'])
def test_nothing_typed_is_an_empty_query(text: str) -> None:
    assert not parse_query(text)


@given(st.text())
def test_any_text_is_a_query_or_a_query_error_with_a_column_inside_it(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError as raised:
        error: QueryError | None = raised
    else:
        error = None
    if error is not None:
        assert 1 <= error.column <= len(text)
        return
    assert query.text == text
    for term in query.terms:
        assert term.folded
        assert text[term.column - 1 :].find(term.text) in range(4)
