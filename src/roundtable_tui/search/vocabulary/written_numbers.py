"""Other ways to write the numbers in a word: 3000円, 3,000円 and 三千円, 十人 and 10人, 令和3年 and 2021年."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roundtable_tui.text.eras import ERAS, era_of, eras_at
from roundtable_tui.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 6
"""Other ways that are given for one word, at most."""

_COUNTERS = "年月日人円回号件枚台名社町村市区階歳番割倍通本冊校館箱個万億つか箇けき"
"""What follows a number in kanji that is one, and not the beginning of another word: 十人, but not 十分 or 一体."""

_DIGITS = "〇一二三四五六七八九"


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(f"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,8}}|[〇一二三四五六七八九十百千]{{1,8}}(?=[{_COUNTERS}])")


@cache
def _years() -> re.Pattern[str]:
    names = "|".join(era.name for era in ERAS)
    return re.compile(
        f"({names})([0-9]{{1,2}}|元|[一二三四五六七八九十]{{1,3}})年|(?<![0-9])(1[89][0-9]{{2}}|20[0-9]{{2}})年"
    )


@lru_cache(maxsize=256)
def written_numbers(folded: str) -> tuple[str, ...]:
    """Return other ways to write a folded word in which a number or a year stands, at most MOST; none for most words.

    One number is written in another way at a time, and the rest of the word stays.
    """
    found: dict[str, None] = {}
    for place in _years().finditer(folded):
        found |= dict.fromkeys(_with(folded, place, other) for other in _other_years(place))
    for place in _numbers().finditer(folded):
        found |= dict.fromkeys(_with(folded, place, other) for other in _other_numbers(place.group()))
    found.pop(folded, None)
    return tuple(found)[:MOST]


def _with(folded: str, place: re.Match[str], other: str) -> str:
    return folded[: place.start()] + other + folded[place.end() :]


def _other_years(place: re.Match[str]) -> Iterator[str]:
    """Yield the year in the other calendar; the year in which an era began has two names."""
    name, year, gregorian = place.groups()
    if gregorian:
        for era in eras_at(gregorian):
            yield era.label(gregorian)
            if era.label(gregorian).endswith("元年"):
                yield f"{era.name}1年"
        return
    named = era_of(name)
    count = 1 if year == "元" else number(year)
    if named is not None and count:
        yield f"{named.gregorian(count)}年"
        if count == 1:
            yield f"{name}元年" if year != "元" else f"{name}1年"


def _other_numbers(written: str) -> Iterator[str]:
    """Yield the number in digits, with the thousands apart, and in kanji."""
    value = number(written.replace(",", ""))
    if value is None or (str(value) != written.replace(",", "") and written[0].isdecimal()):
        return  # 007 is a name
    yield str(value)
    if value > 999:
        yield f"{value:,}"
    if value < 10_000:
        yield _in_kanji(value)
    if value > 99:
        yield "".join(_DIGITS[int(digit)] for digit in str(value))


def _in_kanji(value: int) -> str:
    """Return a number below 10,000 as it is counted: 38 is 三十八."""
    if not value:
        return "〇"
    parts = []
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            parts.append(("" if digit == 1 and name else _DIGITS[digit]) + name)
    return "".join(parts)
