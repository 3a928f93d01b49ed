from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.library.grouping import by_series
from roundtable_tui.library.order import natural, newest_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library import Entry

    Make = Callable[..., Entry]


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def test_the_latest_talk_comes_first_and_pieces_without_a_date_last(make_entry: Make) -> None:
    entries = [
        make_entry("a", held="2021"),
        make_entry("b", held="2021-11-10"),
        make_entry("c"),
        make_entry("d", published="2022-01"),
        make_entry("e", held="2021-11-10", published="2022"),
    ]
    assert ids(newest_first(entries)) == ["d", "e", "b", "a", "c"]


def test_on_one_day_the_higher_issue_and_part_come_first(make_entry: Make) -> None:
    entries = [
        make_entry("x", held="2021", issue=9, part=2),
        make_entry("y", held="2021", issue=10, part=1),
        make_entry("z", held="2021", issue=9, part=1),
        make_entry("w", held="2021"),
    ]
    assert ids(newest_first(entries)) == ["y", "x", "z", "w"]


def test_without_date_and_number_the_numbers_in_ids_count(make_entry: Make) -> None:
    entries = [make_entry(f"talk-{number}") for number in (9, 10, 1, 100)]
    assert ids(newest_first(entries)) == ["talk-100", "talk-10", "talk-9", "talk-1"]
    assert natural("a9b") < natural("a10b")


def test_series_hold_their_issues_and_issues_their_parts_in_reading_order(make_entry: Make) -> None:
    entries = newest_first(
        [
            make_entry("1-1", series="県", issue=1, part=1, held="2020"),
            make_entry("1-2", series="県", issue=1, part=2, held="2020"),
            make_entry("2-2", series="県", issue=2, part=2, held="2021"),
            make_entry("2-1", series="県", issue=2, part=1, held="2021"),
            make_entry("m1", series="町", held="2023"),
            make_entry("m2", series="町", held="2019"),
        ]
    )
    found = [
        (series.name, [(issue.number, [part.id for part in issue.parts]) for issue in series.issues])
        for series in by_series(entries)
    ]
    assert found == [
        ("町", [(None, ["m1"]), (None, ["m2"])]),
        ("県", [(2, ["2-1", "2-2"]), (1, ["1-1", "1-2"])]),
    ]
    assert sorted(
        part.id for series in by_series(entries) for issue in series.issues for part in issue.parts
    ) == sorted(ids(entries))
