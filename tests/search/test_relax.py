"""What to ask instead of a query that found nothing."""

from __future__ import annotations

from roundtable_tui.search.query import parse_query
from roundtable_tui.search.relax import single_words, without_filters


def test_filters_are_let_go_only_where_words_are_left() -> None:
    wider = without_filters(parse_query("紙 -箱 speaker:青木"))
    assert wider is not None
    assert not wider.filters
    assert [term.text for term in wider.terms] == ["紙", "箱"]
    assert without_filters(parse_query("紙")) is None
    assert without_filters(parse_query("speaker:青木 -箱")) is None


def test_each_of_several_words_can_be_asked_for_alone_under_the_same_filters() -> None:
    alone = list(single_words(parse_query("紙 箱 -束 issue:3")))
    assert [term.text for term, _ in alone] == ["紙", "箱"]
    assert all(query.terms == (term,) and query.filters.issue == 3 for term, query in alone)
    assert list(single_words(parse_query("紙 -箱"))) == []
