"""Which rows of a piece hold every word of a query."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Section, Transcript, Turn
from roundtable_tui.search.form import TIERS, Form
from roundtable_tui.search.indexed import Indexer
from roundtable_tui.search.matching import rows_with_all
from roundtable_tui.search.query import QueryError, parse_query
from roundtable_tui.search.rows import rows_of
from roundtable_tui.text.fold import fold_text


def talk(*texts: str) -> Transcript:
    turns = tuple(Turn(number, "speech", "青木", text) for number, text in enumerate(texts, 1))
    return Transcript("014-2", "", sections=(Section((1,), "", turns),))


def tiers(query: str, *texts: str) -> dict[str, str]:
    """The rows found, by text, each with the tier the index takes it for."""
    piece = talk(*texts)
    parsed = parse_query(query)
    found = rows_with_all(
        Indexer().index(piece, ""),
        [(Form.of(term),) for term in parsed.wanted],
        [(Form.of(term),) for term in parsed.unwanted],
    )
    rows = list(rows_of(piece))
    return {rows[row].text: TIERS[fit.tier] + " part" * fit.part for row, fit in sorted(found.items())}


def test_every_word_must_stand_in_the_same_turn() -> None:
    assert tiers("紙 箱", "紙と箱", "紙だけ", "箱だけ", "紙", "箱") == {"紙と箱": "exact"}


def test_a_match_never_runs_from_one_turn_into_the_next() -> None:
    assert tiers("研修", "研", "修") == {}
    assert tiers('"研\n修"', "研", "修") == {}


def test_a_row_is_as_good_as_its_best_place_and_as_bad_as_its_worst_word() -> None:
    assert tiers("チャット", "ちゃっと、チャット", "ちゃっと") == {"ちゃっと、チャット": "exact", "ちゃっと": "folded"}
    assert tiers("チャット カミ", "チャットと紙とかみ") == {"チャットと紙とかみ": "folded"}


def test_a_latin_word_inside_another_is_a_part_and_a_japanese_one_is_not() -> None:
    assert tiers("net", "the net", "internet", "netで", "ネットnet") == {
        "the net": "exact",
        "internet": "exact part",
        "netで": "exact",
        "ネットnet": "exact",
    }
    assert tiers("研修", "職員研修会") == {"職員研修会": "exact"}


def test_an_unwanted_word_takes_its_turns_out() -> None:
    assert tiers("紙 -箱 -BYOD", "紙", "紙とはこ", "紙と箱", "紙とbyod") == {"紙": "exact", "紙とはこ": "exact"}


rows = st.lists(st.text("紙箱てテﾃAaＡー \nか\u3099㌔ロ", max_size=12), min_size=1, max_size=6)
queries = st.text('紙箱てテﾃAaＡー か㌔ロ"-', max_size=6)


@given(rows, queries)
def test_the_rows_found_are_those_that_hold_the_words_when_each_is_looked_at_alone(
    texts: list[str], typed: str
) -> None:
    try:
        query = parse_query(typed)
    except QueryError:
        return
    found = tiers(typed, *texts)
    for text in filter(None, texts):
        folded = fold_text(text)
        wanted = all(term.folded in folded for term in query.wanted)
        unwanted = any(term.folded in folded for term in query.unwanted)
        assert (text in found) == (wanted and not unwanted)
        if text in found and found[text].startswith("folded"):
            assert not all(term.text in text for term in query.wanted)
