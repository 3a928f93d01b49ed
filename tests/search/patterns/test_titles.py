"""Names with the word behind them by which people are spoken of."""

from __future__ import annotations

import pytest

from roundtable_tui.search.patterns.titles import is_short_name, without_title

NAMES = {"うめはら", "たかなし"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("梅原さん", "梅原"),
        ("小鳥遊先生", "小鳥遊"),
        ("うめはらさん", "うめはら"),
        ("ウメハラさん", "ウメハラ"),
        ("umeharasan", "umehara"),
        ("Takanashi-san", "Takanashi"),
    ],
)
def test_a_name_stands_before_a_title(typed: str, name: str) -> None:
    assert without_title(typed, NAMES.__contains__) == name


@pytest.mark.parametrize("typed", ["さん", "奥さん", "たくさん", "おとうさん", "artisan", "san", "梅原", "研修"])
def test_what_only_ends_like_a_title_is_no_name(typed: str) -> None:
    assert without_title(typed, NAMES.__contains__) == ""


def test_a_short_name_with_a_title_is_nobody_elses() -> None:
    assert [is_short_name(typed) for typed in ("大谷さん", "田中氏", "五十嵐さん", "大谷", "研修")] == [
        True,
        True,
        False,
        False,
        False,
    ]
