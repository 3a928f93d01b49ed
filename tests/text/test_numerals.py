"""Numbers in kanji and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.numerals import number


def _in_kanji(value: int) -> str:
    written = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10)):
        digit, value = divmod(value, size)
        if digit:
            written += ("" if digit == 1 else "〇一二三四五六七八九"[digit]) + unit
    return written + ("一二三四五六七八九"[value - 1] if value else "")


@given(st.integers(1, 9999))
def test_a_counted_number_is_read(value: int) -> None:
    assert number(_in_kanji(value)) == value


@given(st.integers(0, 9999))
def test_a_number_by_digits_is_read_in_any_script(value: int) -> None:
    for digits in ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "零一二三四五六七八九"):
        assert number("".join(digits[int(digit)] for digit in str(value))) == value


@pytest.mark.parametrize("written", ["", "十十", "十百", "一二十", "元", "三x", "-1", "1.5"])
def test_what_is_no_number_is_refused(written: str) -> None:
    assert number(written) is None
