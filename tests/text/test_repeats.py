"""Iteration marks are what they repeat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.repeats import written_out


@pytest.mark.parametrize(
    ("folded", "written"),
    [
        ("人々", "人人"),
        ("代々木の佐々木", "代代木の佐佐木"),
        ("馬鹿々々しい", "馬鹿馬鹿しい"),
        ("一歩々々、着々", "一歩一歩、着着"),
        ("人々々", "人人人"),
        ("の人々々々", "の人人人人"),
        ("々木、 々", "々木、 々"),
        ("こゝろ、すゝめ", "こころ、すすめ"),
        ("いすゞ、たゞ", "いすず、ただ"),
        ("づゝ", "づつ"),
        ("ばゞ", "ばば"),
        ("ぱゝ", "ぱぱ"),
        ("あゞ", "ああ"),
        ("こゝゝ", "こここ"),
        ("ゝ人ゝ、ゞ", "ゝ人ゝ、ゞ"),
        ("人々\u0301", "人々\u0301"),
        ("はゝ\u309a", "はゝ\u309a"),
        ("𠮷々", "𠮷𠮷"),
        ("", ""),
    ],
)
def test_a_mark_is_written_out(folded: str, written: str) -> None:
    assert written_out(folded) == written


@given(st.text(st.sampled_from("々ゝゞ人馬鹿こごはぱあ、a\u0301\u309a𠮷"), max_size=20))
def test_one_code_point_stays_one_and_twice_changes_nothing(text: str) -> None:
    written = written_out(text)
    assert len(written) == len(text)
    assert written_out(written) == written
    assert all(new == old for new, old in zip(written, text, strict=True) if old not in "々ゝゞ")


@given(st.text(st.sampled_from("々ゝゞ人馬鹿こごあ、"), max_size=20))
def test_a_mark_stays_only_where_nothing_stands_to_be_repeated(text: str) -> None:
    written = written_out(text)
    for at, letter in enumerate(written):
        before = written[at - 1] if at else "、"
        if letter == "々":
            assert before not in "人馬鹿"
        elif letter in "ゝゞ":
            assert before not in "こごあ"
