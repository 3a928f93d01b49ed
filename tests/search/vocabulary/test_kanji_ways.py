"""Words that print writes with either of two kanji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.vocabulary.kanji_ways import MOST, kanji_ways
from roundtable_tui.text.fold import fold_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("見回り", "見廻り"),
        ("付属", "附属"),
        ("18歳", "18才"),
        ("障害", "障碍"),
        ("霞ヶ関", "霞が関"),
        ("三ヶ月", "三か月"),
        ("3か所", "3箇所"),
    ],
)
def test_either_is_known_from_the_other(one: str, other: str) -> None:
    assert fold_text(other) in kanji_ways(fold_text(one))
    assert fold_text(one) in kanji_ways(fold_text(other))


@pytest.mark.parametrize("word", ["回", "研修", "知子", "サーバー", "が", "けが"])
def test_most_words_and_single_kanji_have_no_other_way(word: str) -> None:
    assert kanji_ways(fold_text(word)) == ()


@given(st.text("回廻付附才歳がけか箇三月関霞研", max_size=8))
def test_no_word_is_its_own_other_way(word: str) -> None:
    ways = kanji_ways(word)
    assert word not in ways
    assert len(set(ways)) == len(ways) <= MOST
