"""Numbers and years in their several ways of writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.vocabulary.written_numbers import MOST, written_numbers
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.numerals import number


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("3000円", "3,000円"),
        ("3,000円", "三千円"),
        ("三千円", "3000円"),
        ("十人", "10人"),
        ("96万枚", "九十六万枚"),
        ("第十四回", "第14回"),
        ("38キロ", "三十八キロ"),
        ("三十八キロ", "38キロ"),
        ("2021年", "二〇二一年"),
        ("2021年度", "令和3年度"),
        ("令和三年", "2021年"),
        ("2019年", "平成31年"),
        ("2019年", "令和元年"),
        ("平成元年", "1989年"),
        ("1979年", "昭和五十四年"),
        ("2021年11月", "二〇二一年十一月"),
        ("11月10日", "十一月十日"),
        ("二時間十六分", "2時間16分"),
        ("2時間16分", "二時間十六分"),
        ("4.8キロ", "四・八キロ"),
        ("〇・三度", "0.3度"),
    ],
)
def test_a_number_is_known_in_the_other_ways_of_writing_it(typed: str, printed: str) -> None:
    assert fold_text(printed) in written_numbers(fold_text(typed))


@pytest.mark.parametrize("word", ["十分", "一体", "千葉", "八王子", "研修", "007", "令和", "三枝"])
def test_what_only_looks_like_a_number_has_no_other_way(word: str) -> None:
    assert written_numbers(fold_text(word)) == ()


@given(st.integers(1, 9_999))
def test_a_number_counted_in_kanji_is_the_same_number(value: int) -> None:
    ways = written_numbers(f"{value}人")
    assert len(ways) <= MOST
    assert f"{value}人" not in ways
    numbers = {number(way.removesuffix("人").replace(",", "")) for way in ways}
    assert numbers == {value}


@given(st.text("〇一二十百千0123456789,年月人令和平成元円か", max_size=12))
def test_no_word_is_too_odd(word: str) -> None:
    assert len(written_numbers(word)) <= MOST
