"""The Japanese eras since Meiji, and their years in the Gregorian calendar.

Dates are ISO 8601 of reduced precision (`2021`, `2021-11`, `2021-11-10`), which compare as text.
"""

from __future__ import annotations

from typing import NamedTuple


class Era(NamedTuple):
    """An era: its name, the letter that forms use for it, and its first and last day."""

    name: str
    letter: str
    first: str
    last: str

    def holds(self, iso: str) -> bool:
        """Return whether any day of the date `iso` lies in the era."""
        return self.first[: len(iso)] <= iso <= self.last[: len(iso)]

    def gregorian(self, year: int) -> int:
        """Return the Gregorian year of the era's year, counted from 1 (元年)."""
        return int(self.first[:4]) + year - 1

    def label(self, iso: str) -> str:
        """Return the date `iso`, which the era holds, as the era writes it: 令和元年5月."""
        number = int(iso[:4]) - self.gregorian(1) + 1
        return f"{self.name}{'元' if number == 1 else number}年{months_and_days(iso)}"


ERAS = (
    Era("明治", "m", "1868-01-25", "1912-07-30"),
    Era("大正", "t", "1912-07-30", "1926-12-25"),
    Era("昭和", "s", "1926-12-25", "1989-01-07"),
    Era("平成", "h", "1989-01-08", "2019-04-30"),
    Era("令和", "r", "2019-05-01", "9999-12-31"),
)
"""In order. The days on which 大正 and 昭和 began belong to the era before as well."""

GREGORIAN_SINCE = "1873-01-01"
"""Before this day months and days were those of a lunar calendar, and only the year of an era can be converted."""


def era_of(written: str) -> Era | None:
    """Return the era that a name or a letter (lower case) stands for, or None."""
    return next((era for era in ERAS if written in (era.name, era.letter)), None)


def eras_at(iso: str) -> tuple[Era, ...]:
    """Return the eras that hold the date `iso`: two for a year or month of change, one for a day, none before 1868."""
    if len(iso) > 4 and iso < GREGORIAN_SINCE[: len(iso)]:
        return ()
    found = tuple(era for era in ERAS if era.holds(iso))
    return found[-1:] if len(iso) == 10 else found


def months_and_days(iso: str) -> str:
    """Return what follows the year of the date `iso`: 11月10日, 11月 or nothing."""
    return "".join(f"{int(number)}{unit}" for number, unit in zip(iso.split("-")[1:], "月日", strict=False))
