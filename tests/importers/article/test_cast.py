from __future__ import annotations

import pytest

from roundtable_tui.importers.article.cast import find_cast, read_person
from roundtable_tui.importers.lines import Line, split_lines


def read(text: str) -> tuple[str, str, str] | None:
    person = read_person(Line(1, text, True, True))
    return (person.name, person.position, person.kana) if person else None


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("架空市CIO:青木 千尋", "青木 千尋", "架空市CIO"),
        ("架空市CIO：青木　千尋", "青木 千尋", "架空市CIO"),
        ("架空市CIO:総務部長(情報担当) 青木 千尋", "青木 千尋", "架空市CIO:総務部長(情報担当)"),
        ("架空市長　青木　千尋", "青木 千尋", "架空市長"),
        ("青木 千尋（架空市CIO）", "青木 千尋", "架空市CIO"),
        ("青木千尋(架空市 総務部長)", "青木千尋", "架空市 総務部長"),
        ("青木 千尋:架空市CIO", "青木 千尋", "架空市CIO"),
        ("青木 千尋 架空市CIO", "青木 千尋", "架空市CIO"),
        ("・市村 花子：架空市課長", "市村 花子", "架空市課長"),
        ("県CIO 長谷実", "長谷実", "県CIO"),
        ("Mayor of Kaku: Jane Smith", "Jane Smith", "Mayor of Kaku"),
        ("青木 千尋", "青木 千尋", ""),
        ("架空市課長 青木 千尋(司会)", "青木 千尋", "架空市課長(司会)"),
        ("架空市課長　青木　千尋（進行）", "青木 千尋", "架空市課長（進行）"),
        ("Jane Smith, Mayor of Kaku", "Jane Smith", "Mayor of Kaku"),
        ("青木 千尋、架空市CIO", "青木 千尋", "架空市CIO"),
        ("青木 千尋 / 架空市CIO", "青木 千尋", "架空市CIO"),
        ("架空市CIO ／ 青木 千尋", "青木 千尋", "架空市CIO"),
    ],
)
def test_a_cast_line_gives_a_name_and_the_position_as_printed(text: str, name: str, position: str) -> None:
    assert read(text) == (name, position, "")


def test_kana_in_brackets_say_how_the_name_is_read() -> None:
    assert read("架空市長　青木　千尋（あおき　ちひろ）") == ("青木 千尋", "架空市長", "あおき ちひろ")


@pytest.mark.parametrize(
    "text", ["昨日は雨でした。", "架空市では、紙を減らしました。", "※CIO:責任者", "第2回 会議", "x" * 500]
)
def test_other_lines_name_nobody(text: str) -> None:
    assert read(text) is None


def test_a_cast_without_a_heading_is_known_by_positions_and_full_names() -> None:
    cast = find_cast(split_lines("紙の話\n\n架空市課長:青木 千尋\n県局長:長谷 実\n\n会議\n"))
    assert cast is not None
    assert (cast.header, [one.name for one in cast.people]) == (None, ["青木 千尋", "長谷 実"])


def test_turns_are_not_taken_for_a_cast() -> None:
    assert find_cast(split_lines("紙の話\n\n青木:はい。\n長谷:いいえ。\n")) is None


def test_a_line_among_the_cast_that_names_nobody_is_kept_apart() -> None:
    cast = find_cast(split_lines("参加者\n県CIO:青木 千尋\n（市からは、次の三人です。）\n市課長:長谷 実\n\n会議\n"))
    assert cast is not None
    assert [line.text for line in cast.unread] == ["（市からは、次の三人です。）"]
    assert len(cast.people) == 2


def test_a_line_in_brackets_says_where_the_people_below_it_belong() -> None:
    text = "参加者\n【架空市】\nCIO 青木 千尋\n課長 田村 航\n\n【県】\n局長 長谷 実\n\n【次の県】\nどうですか。\n"
    cast = find_cast(split_lines(text))
    assert cast is not None
    assert [(one.name, one.position) for one in cast.people] == [
        ("青木 千尋", "架空市 CIO"),
        ("田村 航", "架空市 課長"),
        ("長谷 実", "県 局長"),
    ]
    assert [line.text for line in cast.groups] == ["【架空市】", "【県】"]
