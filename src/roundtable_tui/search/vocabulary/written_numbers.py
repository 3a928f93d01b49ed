"""Other ways to write the numbers in a word: 3000円, 3,000円 and 三千円, 十人 and 10人, 令和3年 and 2021年."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roundtable_tui.text.eras import ERAS, era_of, eras_at
from roundtable_tui.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 8
"""Other ways that are given for one word, at most."""

_COUNTERS = (
    "年月日人円回号件枚台名社町村市区階歳才番割倍通本冊校館箱個万億つか箇けき"
    "時秒週軒棟匹頭羽点位席室票筆泊食種戸条期度級"
)
"""What follows a number in kanji that is one, and not the beginning of another word: 十人, but not 十分 or 一体."""

_DIGITS = "〇一二三四五六七八九"
_KANJI = "〇一二三四五六七八九十百千"


@cache
def _numbers() -> re.Pattern[str]:
    minutes = f"(?:[{_KANJI}]{{2,8}}|[一二三四五六七八九])(?=分)"
    return re.compile(
        "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,8}[.][0-9]{1,3}|[0-9]{1,8}"
        f"|[{_KANJI}]{{1,5}}・[{_DIGITS}]{{1,3}}|[{_KANJI}]{{1,8}}(?=[{_COUNTERS}])|{minutes}"
    )


@cache
def _years() -> re.Pattern[str]:
    names = "|".join(era.name for era in ERAS)
    return re.compile(
        f"({names})([0-9]{{1,2}}|元|[一二三四五六七八九十]{{1,3}})年|(?<![0-9])(1[89][0-9]{{2}}|20[0-9]{{2}})年"
    )


@lru_cache(maxsize=256)
def written_numbers(folded: str) -> tuple[str, ...]:
    """Return other ways to write a folded word in which a number or a year stands, at most MOST; none for most words.

    One number is written in another way at a time, or all of them in kanji or in digits; the rest of the word stays.
    """
    found: dict[str, None] = {}
    for place in _years().finditer(folded):
        for other in _other_years(place):
            calendar = _with(folded, place, other)
            found |= dict.fromkeys((calendar, _all_in_kanji(calendar)))
    places = list(_numbers().finditer(folded))
    if len(places) > 1:
        found |= dict.fromkeys((_all_in_kanji(folded), _all_in_digits(folded)))
    for place in places:
        found |= dict.fromkeys(_with(folded, place, other) for other in _other_numbers(place.group()))
    found.pop(folded, None)
    return tuple(found)[:MOST]


def _with(folded: str, place: re.Match[str], other: str) -> str:
    return folded[: place.start()] + other + folded[place.end() :]


def _all_in_kanji(folded: str) -> str:
    """`folded` with its numbers as they are counted, a year as it is spelt: 二〇二一年十一月."""

    def written(place: re.Match[str]) -> str:
        if place.string[place.end() :].startswith("年") and re.fullmatch("[12][0-9]{3}", place.group()):
            return _spelt(place.group())
        return _kanji_of(place.group()) or place.group()

    return _numbers().sub(written, folded)


def _all_in_digits(folded: str) -> str:
    return _numbers().sub(lambda place: _digits_of(place.group()) or place.group(), folded)


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
    digits = _digits_of(written)
    if not digits:
        return
    yield digits
    if digits.isdecimal() and int(digits) > 999:
        yield f"{int(digits):,}"
    if kanji := _kanji_of(written):
        yield kanji
    if digits.isdecimal() and int(digits) > 99:
        yield _spelt(digits)


def _digits_of(written: str) -> str:
    """The number in digits, 4.8 for 四・八; nothing for 007, which is a name, and for what is no number."""
    whole, point, part = written.replace(",", "").replace("・", ".").partition(".")
    value = number(whole)
    if value is None or (whole[0].isdecimal() and str(value) != whole):
        return ""
    if not point:
        return str(value)
    return f"{value}.{''.join(digit if digit.isdecimal() else str(_DIGITS.index(digit)) for digit in part)}"


def _kanji_of(written: str) -> str:
    """The number as it is counted in kanji, 四・八 for 4.8; nothing for one of five digits and more, or for none."""
    whole, point, part = _digits_of(written).partition(".")
    if not whole or int(whole) >= 10_000:
        return ""
    return _in_kanji(int(whole)) + ("・" if point else "") + _spelt(part)


def _spelt(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


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
