"""Where in the original the words of a query stand."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from roundtable_tui.search.form import Form
from roundtable_tui.search.marks import marks
from roundtable_tui.search.query import QueryError, Term, parse_query
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.graphemes import is_boundary


def marked(text: str, query: str) -> list[str] | None:
    found = marks(text, [(Form.of(term),) for term in parse_query(query).wanted])
    return None if found is None else [text[slice(*span)] for span in found]


@pytest.mark.parametrize(
    ("text", "query", "parts"),
    [
        ("チャットとちゃっととﾁｬｯﾄ", "チャット", ["チャット", "ちゃっと", "ﾁｬｯﾄ"]),
        ("BYODとbyodとＢＹＯＤ", "byod", ["BYOD", "byod", "ＢＹＯＤ"]),
        ("ｶﾞｲﾄﾞはか\u3099いと\u3099", "ガイド", ["ｶﾞｲﾄﾞ", "か\u3099いと\u3099"]),
        ("重さは3㌔です", "キロ", ["㌔"]),
        ("重さは3㌔です", "ロ", ["㌔"]),
        ("紙の束と紙", "紙 束", ["紙", "束", "紙"]),
        ("チャットツール", "チャット チャットツール", ["チャットツール"]),
        ("ああああ", "ああ", ["ああ", "ああ"]),
        ("café au lait", "cafe", ["café"]),
        ("紙", "箱", None),
        ("紙と箱", "紙 束", None),
    ],
)
def test_every_word_is_marked_on_the_letters_that_were_printed(text: str, query: str, parts: list[str] | None) -> None:
    assert marked(text, query) == parts


def test_a_word_that_stands_there_rightly_is_marked_only_so() -> None:
    word = (
        Form.of(Term("シュミレーション", fold_text("シュミレーション"))),
        Form.near("しみゆれ-しよん", 1, 1, word=True),
    )
    text = "「シミュレーション」を「シュミレーション」と言う"
    assert [text[slice(*span)] for span in marks(text, [word]) or ()] == ["シュミレーション"]
    assert [text[slice(*span)] for span in marks(text[:10], [word]) or ()] == ["シミュレーション"]


def test_a_katakana_word_meant_by_a_slip_is_not_marked_in_hiragana() -> None:
    assert marks("するとスルト", [(Form.near("すると", 1, 1, word=True),)]) == ((3, 6),)
    assert marks("すると", [(Form.near("すると", 1, 1, word=True),)]) is None


def test_a_latin_word_meant_by_a_slip_is_marked_only_whole() -> None:
    assert marks("prototype typo", [(Form.near("typo", 1, 1, word=True),)]) == ((10, 14),)


anything = st.text(
    st.sampled_from("紙てテﾃABaＡｶﾞか\u3099é㌔…ー- \n👨\u200d👩e\u0301") | st.characters(exclude_categories=["Cs"]),
    max_size=40,
)


@given(anything, st.data())
def test_a_mark_folds_to_the_word_and_never_splits_a_grapheme(text: str, data: st.DataObject) -> None:
    folded = fold_text(text)
    assume(folded.strip())
    start = data.draw(st.integers(0, len(folded) - 1))
    word = folded[start : start + data.draw(st.integers(1, 4))]
    assume(fold_text(word) == word)
    found = marks(text, [(Form.of(Term(word, word)),)])
    assert found
    for (start, end), after in zip(found, [*found[1:], (len(text), 0)], strict=True):
        assert start < end <= after[0]
        assert word in fold_text(text[start:end])
        assert is_boundary(text, start)
        assert is_boundary(text, end)


@given(anything, anything)
def test_any_query_marks_some_place_of_each_word_or_nothing(text: str, typed: str) -> None:
    try:
        words = parse_query(typed).wanted
    except QueryError:
        return
    found = marks(text, [(Form.of(term),) for term in words])
    assert (found is not None) == all(term.folded in fold_text(text) for term in words)
    for term in words if found else ():
        assert any(term.folded in fold_text(text[slice(*span)]) for span in found or ())


@given(st.text("在宅勤務アイカー", min_size=1, max_size=30), st.text("在宅勤務アイカー", min_size=3, max_size=6))
def test_a_mark_of_a_slip_lies_within_its_errors(text: str, near: str) -> None:
    form = Form.near(fold_text(near), 1, 1, word=False)
    for start, end in marks(text, [(form,)]) or ():
        assert OSA.distance(form.text, fold_text(text[start:end])) == 0
