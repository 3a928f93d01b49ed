"""Dates in both calendars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roundtable_tui.text.dates import (
    both_calendars,
    english_label,
    is_iso_date,
    japanese_label,
    parse_date,
    western_label,
)

DAYS = st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 12, 31))
KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789-/", "０１２３４５６７８９－／")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("令和3年11月10日", "2021-11-10"),
        ("令和三年十一月十日", "2021-11-10"),
        ("令和　３年 １１月１０日（水）", "2021-11-10"),
        ("令和3年11月10日(水・祝)", "2021-11-10"),
        ("令和3年11月10日水曜日", "2021-11-10"),
        ("㋿3年11月", "2021-11"),
        ("令和3年", "2021"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和1年5月1日", "2019-05-01"),
        ("R3.11.10", "2021-11-10"),
        ("Ｈ３１．４", "2019-04"),
        ("2021年11月10日", "2021-11-10"),
        ("西暦2021年", "2021"),
        ("二〇二一年十一月", "2021-11"),
        ("二千二十一年十一月", "2021-11"),
        ("千九百四十五年八月十五日", "1945-08-15"),
        ("2021年（令和3年）11月10日", "2021-11-10"),
        ("令和3年(2021年)11月", "2021-11"),
        ("2021（令和3）年", "2021"),
        ("2021", "2021"),
        ("2021-11", "2021-11"),
        ("2021-11-10", "2021-11-10"),
        ("2021/11", "2021-11"),
        ("2021.1.5", "2021-01-05"),
        ("２０２１／１１／１０", "2021-11-10"),
        ("2021-11-10T09:00:00+09:00", "2021-11-10"),
        ("10 November 2021", "2021-11-10"),
        ("Wed, 10th Nov. 2021", "2021-11-10"),
        ("November 10, 2021", "2021-11-10"),
        ("Sept. 2021", "2021-09"),
        ("May 2021", "2021-05"),
        (" 2021 ", "2021"),
        ("明治5年", "1872"),
        ("2024-02-29", "2024-02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_a_date_is_read_however_it_is_printed(written: str, iso: str) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        *("", "秋", "11月10日", "令和", "令和年", "令和3", "令和3年度", "令和3年秋", "令和0年", "令和十十年"),
        *("2021-13", "2021-13-45", "2021-02-29", "2100-02-29", "2021-04-31", "2021-00", "2021-11-00", "0000", "21"),
        *("10/11/2021", "2021-11/10", "2021-11-10x", "令和3年11月10日に", "2021年（令和4年）11月", "10 Smarch 2021"),
        *("10 November 10, 2021", "明治5年3月", "令和" + "9" * 5000 + "年", "9" * 5000 + "年", "令和8000年"),
    ],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("明治45年7月30日", "大正元年7月30日"),
        ("大正15年12月25日", "昭和元年12月25日"),
        ("昭和64年1月7日", "平成元年1月8日"),
        ("平成31年4月30日", "令和元年5月1日"),
    ],
)
def test_an_era_changes_on_its_exact_day(last: str, first: str) -> None:
    ended, began = parse_date(last), parse_date(first)
    assert ended is not None
    assert began is not None
    day = date.fromisoformat(ended) + timedelta(days=1)
    assert parse_date(f"{last[:2]}{last[2:4]}年{day.month}月{day.day}日") is None
    day = date.fromisoformat(began) - timedelta(days=1)
    assert parse_date(f"{first[:2]}元年{day.month}月{day.day}日") is None
    assert japanese_label(began) == first


@given(DAYS)
@example(date(2019, 5, 1))
@example(date(1926, 12, 25))
def test_every_label_is_read_back(day: date) -> None:
    iso = day.isoformat()
    for precision in (10, 7, 4):
        part = iso[:precision]
        for label in (*japanese_label(part).split("/"), western_label(part), english_label(part)):
            assert parse_date(label) == part
            assert parse_date(label.translate(FULL_WIDTH)) == part
    assert parse_date(f"{day.year}年".translate(KANJI)) == iso[:4]


@pytest.mark.parametrize(
    ("iso", "japanese", "western", "english"),
    [
        ("2021-11-10", "令和3年11月10日", "2021年11月10日", "10 November 2021"),
        ("2021-11", "令和3年11月", "2021年11月", "November 2021"),
        ("2021", "令和3年", "2021年", "2021"),
        ("2019", "平成31年/令和元年", "2019年", "2019"),
        ("2019-04", "平成31年4月", "2019年4月", "April 2019"),
        ("2019-05", "令和元年5月", "2019年5月", "May 2019"),
        ("1989-01", "昭和64年1月/平成元年1月", "1989年1月", "January 1989"),
        ("1872", "明治5年", "1872年", "1872"),
        ("1872-05", "1872年5月", "1872年5月", "May 1872"),
        ("1603", "1603年", "1603年", "1603"),
        ("2021-13-45", "2021-13-45", "2021-13-45", "2021-13-45"),
        ("秋", "秋", "秋", "秋"),
        ("", "", "", ""),
    ],
)
def test_a_date_has_a_label_in_each_calendar(iso: str, japanese: str, western: str, english: str) -> None:
    assert (japanese_label(iso), western_label(iso), english_label(iso)) == (japanese, western, english)


@pytest.mark.parametrize(
    ("held", "label", "lang", "both"),
    [
        ("2021-11-10", "令和3年11月10日", "ja", ("令和3年11月10日", "2021年11月10日")),
        ("2021-11-10", "令和３年１１月１０日", "ja", ("令和３年１１月１０日", "2021年11月10日")),
        ("2021-11-10", "2021年11月10日", "ja", ("2021年11月10日", "令和3年11月10日")),
        ("2021-11-10", "2021年（令和3年）11月10日", "ja", ("2021年（令和3年）11月10日", "")),
        ("2021-11-10", "10 November 2021", "en", ("10 November 2021", "令和3年11月10日")),
        ("2021-11-10", "R3.11.10", "ja", ("R3.11.10", "2021年11月10日")),
        ("2021-11-10", "", "ja", ("令和3年11月10日", "2021年11月10日")),
        ("2021-11", "", "", ("令和3年11月", "2021年11月")),
        ("2021-11-10", "", "en-GB", ("10 November 2021", "令和3年11月10日")),
        ("", "令和3年11月10日", "ja", ("令和3年11月10日", "2021年11月10日")),
        ("", "2021年11月", "ja", ("2021年11月", "令和3年11月")),
        ("2021", "令和3年秋", "ja", ("令和3年秋", "2021年")),
        ("", "いつかの秋", "ja", ("いつかの秋", "")),
        ("2021-13-45", "", "ja", ("2021-13-45", "")),
        ("2021/11/10", "", "ja", ("令和3年11月10日", "2021年11月10日")),
        ("1603", "", "ja", ("1603年", "")),
        ("", "", "", ("", "")),
    ],
)
def test_a_piece_shows_its_date_as_printed_and_in_the_other_calendar(
    held: str, label: str, lang: str, both: tuple[str, str]
) -> None:
    assert both_calendars(held, label, lang) == both


@given(st.text(st.one_of(st.sampled_from("令和元年月日0123456789-/.()TRNov 十〇"), st.characters()), max_size=20))
def test_any_text_is_a_real_date_or_none(text: str) -> None:
    iso = parse_date(text)
    assert iso is None or is_iso_date(iso)
    both_calendars(text, text)


def test_only_dates_of_the_calendar_in_plain_digits_are_iso() -> None:
    assert all(map(is_iso_date, ("2021", "2021-11", "2024-02-29")))
    assert not any(
        map(is_iso_date, ("", "2021-1", "2021-13", "2023-02-29", "２０２１", "2021/11", "2021-11-10\n", "21"))
    )


@given(st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True))
@example("0000")
@example("2021-00-10")
@example("1900-02-29")
def test_an_iso_date_is_one_that_reads_as_itself(text: str) -> None:
    assert is_iso_date(text) == (parse_date(text) == text)
