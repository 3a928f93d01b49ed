"""The eras follow each other without a gap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from roundtable_tui.text.eras import ERAS, era_of, eras_at, months_and_days


def test_no_day_since_meiji_is_without_an_era() -> None:
    for before, after in pairwise(ERAS):
        gap = date.fromisoformat(after.first) - date.fromisoformat(before.last)
        assert gap in (timedelta(0), timedelta(days=1))


def test_a_year_of_change_has_two_eras_and_a_day_has_one() -> None:
    assert [era.name for era in eras_at("1989")] == ["昭和", "平成"]
    assert [era.name for era in eras_at("1989-01")] == ["昭和", "平成"]
    assert [era.name for era in eras_at("1989-01-07")] == ["昭和"]
    assert [era.name for era in eras_at("1926-12-25")] == ["昭和"]
    assert eras_at("1603") == ()


def test_months_and_days_of_the_lunar_calendar_have_no_era() -> None:
    assert eras_at("1872-12-31") == ()
    assert [era.label("1873-01-01") for era in eras_at("1873-01-01")] == ["明治6年1月1日"]


def test_an_era_is_known_by_name_and_letter() -> None:
    assert [era and era.name for era in map(era_of, ("令和", "r", "s", "慶応"))] == ["令和", "令和", "昭和", None]


def test_numbers_lose_their_zeros() -> None:
    assert [months_and_days(iso) for iso in ("2021-01-05", "2021-10", "2021")] == ["1月5日", "10月", ""]
