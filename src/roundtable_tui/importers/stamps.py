"""Times of a recording that stand in a text: `[00:01:23]`, `(1:23)`, `\\[12:34\\]`."""

from __future__ import annotations

import re

TIME = r"(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{2}(?:[.,][0-9]{1,3})?"
"""A regular expression for a time as printed; not each that it matches is one, see `as_at`."""

STAMP = rf"\\?[\[(（［【〔]\s?{TIME}\s?\\?[\])）］】〕]"
"""A regular expression for a time in brackets, whose brackets Markdown may have escaped."""

_PARTS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{2})(?:[.,]([0-9]{1,3}))?")
_LEADING = re.compile(rf"({STAMP})\s*")
_TRAILING = re.compile(rf"\s*({STAMP})\s*$")
_FOUND = re.compile(TIME)


def as_at(printed: str) -> str:
    """Return the time in `printed` as `Turn.at` has it, nothing where it is none: 12:34 is 0:12:34, 12:75 is no time.

    No digit is changed: what a recording cannot be said to be at without reckoning (75:12) is no time here.
    """
    found = _PARTS.fullmatch(found[0]) if (found := _FOUND.search(printed)) else None
    if found is None or int(found[2]) > 59 or int(found[3]) > 59:
        return ""
    hours, minutes, seconds, fraction = found.groups()
    if hours is None or len(minutes) == 1:
        hours, minutes = hours or "0", minutes.zfill(2)
    return f"{hours}:{minutes}:{seconds}" + (f".{fraction}" if fraction else "")


def leading_stamp(text: str) -> tuple[str, str]:
    """Return the time with which `text` begins, as `Turn.at` has it, and what follows; nothing and `text` if none."""
    found = _LEADING.match(text)
    at = as_at(found[1]) if found else ""
    return (at, text[found.end() :]) if found and at else ("", text)


def bare_time(text: str) -> str:
    """Return the time that is all of `text`, as `Turn.at` has it, nothing where it is none: Ann: 00:01:23."""
    return as_at(text) if _FOUND.fullmatch(text.strip()) else ""


def trailing_stamp(text: str) -> tuple[str, str]:
    """Return `text` without the time in brackets at its end, and that time; `text` and nothing where there is none.

    Of a long text only the end is looked at.
    """
    start = max(0, len(text) - 30)
    found = _TRAILING.search(text, start)
    at = as_at(found[1]) if found else ""
    return (text[: found.start()], at) if found and at else (text, "")
