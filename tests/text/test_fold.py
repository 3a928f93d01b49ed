"""Folding a text, and finding the way back to the very code points that were printed."""

from __future__ import annotations

from time import perf_counter
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from roundtable_tui.text.fold import Folded, fold, fold_text
from roundtable_tui.text.fold_rules import fold_cluster, leans
from roundtable_tui.text.graphemes import is_boundary, widen

SIGNS = (
    "研修のカがガｶﾞｳﾞヴか\u3099゛ﾟーｰ－―〜～ＡａÁe\u0301ßﬁ㌔㈱①…　\u200b\xad\ufe0f\U000e0100\n-~'“ヷ"
    "👍🏽👩\u200d💻🇯🇵각\u1100\u1161\u11a8ㄱㅏ"
)
TEXT = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=[])), max_size=30)


@given(TEXT)
@example("か\u200b\u3099")
@example("\u200b\u3099か")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(TEXT)
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text).text == fold_text(text)
    assert fold(text).original == text


@given(TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold_text(normalize("NFD", text)) == fold_text(normalize("NFC", text)) == fold_text(text)


@given(TEXT, st.data())
def test_a_span_leads_back_to_what_folds_to_the_match(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold_text(text[first:last])
    assert is_boundary(text, first)
    assert is_boundary(text, last)


def _origins(text: str) -> list[tuple[str, int, int]]:
    """Return every folded code point with the [start, end) it comes from, found the slow and simple way."""
    starts = [place for place, character in enumerate(text) if place == 0 or not leans(character)]
    ends = [*starts[1:], len(text)]
    return [
        (folded, start, end)
        for start, end in zip(starts, ends, strict=False)
        for folded in fold_cluster(text[start:end])
    ]


@given(TEXT, st.data())
def test_a_span_is_exactly_what_the_slow_way_finds(text: str, data: st.DataObject) -> None:
    folded, origins = fold(text), _origins(text)
    assert folded.text == "".join(origin[0] for origin in origins)
    assume(origins)
    start = data.draw(st.integers(0, len(origins) - 1))
    end = data.draw(st.integers(start + 1, len(origins)))
    assert folded.span(start, end) == widen(text, origins[start][1], origins[end - 1][2])


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("サーバーのｻｰﾊﾞｰ", "さーばー", ["サーバー", "ｻｰﾊﾞｰ"]),
        ("カ\u3099ス、ガス、かす", "ガス", ["カ\u3099ス", "ガス"]),
        ("１０㌔走る", "キロ", ["㌔"]),
        ("１０㌔走る", "ロ走", ["㌔走"]),
        ("㈱架空", "株", ["㈱"]),
        ("ＩＴの研\u200b修", "it", ["ＩＴ"]),
        ("研\u200b修", "研修", ["研\u200b修"]),
        ("葛\U000e0100飾区", "葛飾", ["葛\U000e0100飾"]),
        ("Résumé re\u0301sume\u0301", "resume", ["Résumé", "re\u0301sume\u0301"]),
        ("……そう…", "そう", ["そう"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("Straße", "strasse", ["Straße"]),
        ("👩\u200d💻です", "です", ["です"]),
        ("👩\u200d💻です", "💻", ["👩\u200d💻"]),
    ],
)
def test_a_match_marks_what_was_printed(text: str, query: str, marked: list[str]) -> None:
    folded, wanted = fold(text), fold_text(query)
    found, start = [], folded.text.find(wanted)
    while start >= 0:
        first, last = folded.span(start, start + len(wanted))
        found.append(text[first:last])
        start = folded.text.find(wanted, start + len(wanted))
    assert found == marked


def test_a_voiced_letter_is_no_match_for_a_plain_one() -> None:
    assert fold_text("か") not in fold_text("がか\u3099ｶﾞガ").replace("が", "")


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 1), (0, 4), (3, 4)])
def test_a_span_of_nothing_or_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span in a folded text of 3 code points"):
        fold("研修所").span(start, end)


def test_what_draws_nothing_folds_to_nothing() -> None:
    assert fold("\u200b\ufeff").text == ""
    assert fold("\ufeff研").span(0, 1) == (1, 2)


def test_ordinary_text_needs_no_map() -> None:
    assert fold("「テレワーク」の研修、ＣＩＯ") == Folded(
        "「てれわ-く」の研修、cio", "「テレワーク」の研修、ＣＩＯ", ()
    )


def test_japanese_folds_faster_than_five_million_code_points_a_second() -> None:
    text = "やはりコロナ禍の出勤抑制ということで、テレワークができないかという検討からスタートしました。" * 200
    fold_text(text)
    times = []
    for _ in range(20):
        begun = perf_counter()
        fold_text(text)
        times.append(perf_counter() - begun)
    assert len(text) / min(times) > 5_000_000
