"""What is read from the lines before the talk, one way of printing at a time."""

from __future__ import annotations

import pytest

from roundtable_tui.importers.article.draft import Draft
from roundtable_tui.importers.article.front import read_front
from roundtable_tui.importers.lines import split_lines
from roundtable_tui.model import Link


def front(text: str, later: frozenset[str] = frozenset()) -> Draft:
    draft = Draft()
    read_front(split_lines(text), later, draft)
    return draft


@pytest.mark.parametrize(
    ("title", "part", "parts"),
    [
        ("紙の話②", 2, None),
        ("紙の話(2/3)", 2, 3),
        ("紙の話（２／３）", 2, 3),
        ("紙の話 その3", 3, None),
        ("紙の話 Part 2", 2, None),
        ("紙の話【前編】", 1, None),
        ("紙の話（中編）", 2, None),
        ("紙の話（後編）", 2, 2),
        ("紙の話", None, None),
    ],
)
def test_the_title_says_which_part_it_is(title: str, part: int | None, parts: int | None) -> None:
    draft = front(title)
    assert (draft.part, draft.parts) == (part, parts)


def test_the_last_part_is_as_many_as_there_are_parts() -> None:
    draft = front("紙の話（後編）\n\n※全３回です。中編はこちら")
    assert (draft.part, draft.parts, draft.report.all_doubts) == (3, 3, ())


@pytest.mark.parametrize(
    ("title", "part"), [("紙の話(2)", 2), ("紙の話（２）", 2), ("紙の話Ⅱ", 2), ("紙の話【三】", 3), ("紙の話", None)]
)
def test_a_number_in_brackets_is_the_part_where_a_number_of_parts_is_printed(title: str, part: int | None) -> None:
    draft = front(f"{title}\n\n※全３回です。")
    assert (draft.part, draft.parts) == (part, 3)
    assert [doubt.text for doubt in draft.report.all_doubts] == ([title] if part is None else [])
    assert front(title).part is None


def test_a_part_beyond_the_number_of_parts_is_doubtful() -> None:
    draft = front("紙の話③\n\n全2回でお届けします。")
    assert (draft.part, draft.parts) == (3, None)
    assert [doubt.line for doubt in draft.report.all_doubts] == [1]


@pytest.mark.parametrize(
    ("lead", "issue", "series"),
    [
        ("「架空円卓座談会第3回」を行いました。", 3, "架空円卓座談会"),
        ("『第十四回 架空対談』を開催しました。", 14, "架空対談"),
        ("第１４回は、箱の話です。", 14, ""),
        ("Vol.7をお届けします。", 7, ""),
        ("箱の話です。", None, ""),
    ],
)
def test_the_number_in_the_series_and_its_name(lead: str, issue: int | None, series: str) -> None:
    draft = front(f"紙の話\n\n{lead}")
    assert (draft.issue, draft.series, draft.lead) == (issue, series, [lead])


def test_two_numbers_are_doubtful_and_the_one_of_the_talk_is_taken() -> None:
    draft = front("紙の話\n\n第2回の続きです。\n「架空座談会第3回」を行いました。")
    assert draft.issue == 3
    assert [doubt.line for doubt in draft.report.all_doubts] == [4]


@pytest.mark.parametrize(
    ("line", "held", "label"),
    [
        ("令和元年5月1日に実施しました。", "2019-05-01", "令和元年5月1日"),
        ("２０２１年１１月に開催された座談会です。", "2021-11", "２０２１年１１月"),
        ("開催日：2021年11月10日（水）14:00～", "2021-11-10", "2021年11月10日"),
        ("令和3年13月10日に実施しました。", "", ""),
        ("2021年11月10日に本を読みました。", "", ""),
    ],
)
def test_the_day_of_the_talk_is_read_as_printed(line: str, held: str, label: str) -> None:
    draft = front(f"紙の話\n\n{line}")
    assert (draft.held, draft.held_label) == (held, label)


def test_a_date_alone_is_set_aside_because_it_may_be_either() -> None:
    draft = front("紙の話\n2022年1月14日 10:00\n\n話です。")
    assert (draft.held, draft.published) == ("", "")
    assert [one.line for one in draft.report.all_set_aside] == [2]


@pytest.mark.parametrize(
    ("line", "previous", "following"),
    [
        ("前半はこちら", "前半はこちら", ""),
        ("※後編はこちらから", "", "後編はこちらから"),
        ("前回はこちら。続きはこちら", "前回はこちら", "続きはこちら"),
    ],
)
def test_links_to_other_parts_keep_their_titles(line: str, previous: str, following: str) -> None:
    draft = front(f"紙の話\n\n{line}")
    assert draft.previous == (Link(title=previous) if previous else None)
    assert draft.next == (Link(title=following) if following else None)
    assert draft.lead == []


def test_a_sentence_with_a_link_stays_in_the_lead() -> None:
    line = "前半では箱の話をしました。詳しくはこちら"
    assert front(f"紙の話\n\n{line}").lead == [line]


def test_a_second_note_on_one_term_is_set_aside() -> None:
    draft = front("紙の話\n\n※CIO:一つ\n※CIO:二つ\n※印だけの注です。")
    assert draft.notes == {"CIO": "一つ"}
    assert [one.text for one in draft.report.all_set_aside] == ["※CIO:二つ"]
    assert draft.lead == ["※印だけの注です。"]


def test_a_title_that_is_printed_twice_is_the_title_once() -> None:
    draft = front("見出し画像\n\n紙の話\n\n紙の話\n\n箱です。")
    assert (draft.title, draft.lead) == ("紙の話", ["箱です。"])
    assert [(one.line, one.reason) for one in draft.report.all_set_aside][1] == (5, "the title again")


def test_a_line_right_below_the_title_is_its_subtitle() -> None:
    assert front("紙の話\n～箱の中から～\n\n箱です。").subtitle == "～箱の中から～"
    assert front("紙の話\n\n箱です。").subtitle == ""
