"""Whole numbers as Japanese text writes them: 10, １０, 十, 二〇二一, 二千二十一."""

from __future__ import annotations

import re

NUMERAL = "(?:[0-9]{1,8}|[〇零一二三四五六七八九十百千]{1,8})"
"""A regular expression for what may be a number below 100 million, in text whose digits are ASCII."""

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_COUNTED = "(?:([二三四五六七八九])?千)?(?:([二三四五六七八九])?百)?(?:([二三四五六七八九])?十)?([一二三四五六七八九])?"


def number(written: str) -> int | None:
    """Return the number that digits of any width or kanji write, or None where they write none (十十, 一千)."""
    if written.isdecimal():
        return int(written)
    if written and all(digit in _DIGITS for digit in written):
        return int("".join(str(_DIGITS[digit]) for digit in written))
    found = re.fullmatch(_COUNTED, written)
    if not written or found is None:
        return None
    total = 0
    for place, (digit, unit) in enumerate(zip(found.groups(), ("千", "百", "十", ""), strict=True)):
        if digit or (unit and unit in written):
            total += (_DIGITS[digit] if digit else 1) * 10 ** (3 - place)
    return total
