"""Dates as articles print them, read into ISO 8601 of reduced precision and written in either calendar.

An ISO date here is `2021`, `2021-11` or `2021-11-10`, a day of the real (proleptic Gregorian) calendar.
"""

from __future__ import annotations

import re

from roundtable_tui.text.eras import ERAS, GREGORIAN_SINCE, era_of, eras_at, months_and_days
from roundtable_tui.text.fold import fold_strictly
from roundtable_tui.text.numerals import NUMERAL, number

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ERA = "|".join([*(era.name for era in ERAS), "[mtshr]"])
_YEAR = rf"(?:(?:{_ERA})(?:{NUMERAL}|元)|(?:西暦)?[0-9〇一二三四五六七八九千百十]{{4,8}})"
_WEEKDAY = r"(?:[(]?[月火水木金土日](?:曜日?)?(?:・?[祝休])?[)]?)?"
# Patterns over folded text, which `re` compiles when a date first needs them. This one is for text without spaces:
# 令和3年11月10日(水), 2021年(令和3年)11月, 2021(令和3)年.
_JAPANESE = (
    rf"(?P<year>{_YEAR})年?(?:\((?P<again>{_YEAR})年?\))?年?"
    rf"(?:(?P<month>{NUMERAL})月(?:(?P<day>{NUMERAL})日{_WEEKDAY})?)?"
)
# 2021, 2021-11-10, 2021/11, R3.11.10, 2021-11-10T09:00:00+09:00.
_NUMERIC = (
    r"(?P<year>[0-9]{4}|[mtshr][0-9]{1,2})(?:(?P<by>[-/.])(?P<month>[0-9]{1,2})"
    rf"(?:(?P=by)(?P<day>[0-9]{{1,2}})(?:[t ][0-9]{{2}}:[0-9]{{2}}[-0-9:.z+ ]*|{_WEEKDAY})?)?)?"
)
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in map(str.lower, _MONTHS))
# 10 November 2021, Wed., 10th Nov 2021, November 10, 2021, November 2021.
_ENGLISH = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* )?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_NAMES}|sept)[.]?"
    r"(?: (?P<late_day>[0-9]{1,2})(?:st|nd|rd|th)?)?,? (?P<year>[0-9]{4})"
)
_ISO = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """Return the ISO date of numbers that may be missing from the right, or None where there is no such day."""
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= _days_in(year, month) else None


def _dated(year: str, month: int | None, day: int | None) -> str | None:
    """Return the ISO date of a year that may be one of an era; None outside the era or before it can be converted."""
    found = re.fullmatch(rf"({_ERA})(.+)", year)
    era = era_of(found[1]) if found else None
    if found is None or era is None:
        return _iso(number(year.removeprefix("西暦")), month, day)
    count = 1 if found[2] == "元" else number(found[2])
    iso = _iso(era.gregorian(count) if count else None, month, day)
    if iso is None or not era.holds(iso) or (month and iso < GREGORIAN_SINCE[: len(iso)]):
        return None
    return iso


def _number_of(written: str | None) -> int | None:
    """Return the number written, None where nothing is, and 0, which no date has, where it is no number."""
    return None if written is None else number(written) or 0


def parse_date(text: str) -> str | None:
    """Return the ISO date that all of `text` writes, or None where it writes none or one that never was.

    Read are both calendars with kanji, full-width or plain digits (令和三年十一月十日, 2021年11月, 2021年(令和3年)),
    a weekday behind a day, `2021-11-10` with -, / or ., also with a time behind it, `R3.11.10`, and English with the
    month in letters (10 November 2021, Nov. 10th, 2021). A day of an era must lie in that era, which changes on its
    exact day. Days written as 10/11/2021 are refused, as they mean two things, and so are months and days of 明治
    before its sixth year, which were lunar.
    """
    folded = " ".join(fold_strictly(text).split())
    if found := re.fullmatch(_NUMERIC, folded):
        return _dated(found["year"], _number_of(found["month"]), _number_of(found["day"]))
    if found := re.fullmatch(_ENGLISH, folded):
        if found["day"] and found["late_day"]:
            return None
        place = [name[:3].lower() for name in _MONTHS].index(found["month"][:3])
        return _dated(found["year"], place + 1, _number_of(found["day"] or found["late_day"]))
    written = re.fullmatch(_JAPANESE, folded.replace(" ", ""))
    if not written or "年" not in folded:
        return None
    month, day = _number_of(written["month"]), _number_of(written["day"])
    iso = _dated(written["year"], month, day)
    return iso if written["again"] is None or _dated(written["again"], month, day) == iso else None


def is_iso_date(text: str) -> bool:
    """Return whether `text` is an ISO 8601 date of reduced precision and a day of the real calendar."""
    return re.fullmatch(_ISO, text) is not None and _iso(*map(int, text.split("-"))) is not None


def japanese_label(iso: str) -> str:
    """Return an ISO date in the Japanese calendar: 令和3年11月10日, 令和3年, 平成31年/令和元年.

    A year or month in which the era changed names both. What no era holds is written with the Gregorian year, and
    what is no ISO date is returned as it is, so that a label can be shown whatever a file says.
    """
    if not is_iso_date(iso):
        return iso
    return "/".join(era.label(iso) for era in eras_at(iso)) or western_label(iso)


def western_label(iso: str) -> str:
    """Return an ISO date in the Gregorian calendar as Japanese writes it: 2021年11月10日, 2021年.

    What is no ISO date is returned as it is.
    """
    return f"{int(iso[:4])}年{months_and_days(iso)}" if is_iso_date(iso) else iso


def english_label(iso: str) -> str:
    """Return an ISO date in English: 10 November 2021, November 2021, 2021; what is none is returned as it is."""
    if not is_iso_date(iso):
        return iso
    year, *rest = map(int, iso.split("-"))
    month = [_MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*map(str, rest[1:]), *month, str(year)])


def both_calendars(held: str, held_label: str, lang: str = "") -> tuple[str, str]:
    """Return the date as printed, and the same date in the other calendar.

    `held` is an ISO date and `held_label` the date as printed; either may be missing and is derived from the other.
    A label that is missing is derived in the language `lang` (BCP 47): in English for `en`, else in Japanese with
    the era. The other calendar is empty where it is unknown or the label already shows both.
    """
    iso = held if is_iso_date(held) else parse_date(held) or parse_date(held_label) or ""
    derived = english_label(iso) if lang.lower().startswith("en") else japanese_label(iso)
    printed = held_label or derived or held
    return printed, _other(fold_strictly(printed), iso)


def _other(label: str, iso: str) -> str:
    """Return the date `iso` in the calendar that the folded `label` does not use."""
    if not iso:
        return ""
    has_era = any(era.name in label for era in ERAS) or re.match("[mtshr][0-9]", label) is not None
    if has_era:
        return "" if iso[:4] in label else western_label(iso)
    return japanese_label(iso) if eras_at(iso) else ""
