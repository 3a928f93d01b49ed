from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.library.neighbours import back_numbers, neighbours
from roundtable_tui.library.order import newest_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library import Entry

    Make = Callable[..., Entry]


@pytest.fixture
def series(make_entry: Callable[..., Entry]) -> list[Entry]:
    """Return issues 1, 2 (two parts), 3 (three parts) of one series and one piece of another, newest first."""
    parts = [(1, None), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)]
    entries = [
        make_entry(f"{issue}-{part or 0}", series="県", issue=issue, part=part, held=f"202{issue}")
        for issue, part in parts
    ]
    return newest_first([*entries, make_entry("m", series="町", issue=2, held="2022")])


def told(entries: list[Entry], piece: str) -> tuple[str | None, ...]:
    found = neighbours(entries, piece)
    return tuple(entry and entry.id for entry in found[:4])


def test_series_issue_and_part_tell_what_comes_before_and_after(series: list[Entry]) -> None:
    assert told(series, "1-0") == (None, "2-1", None, "2-1")
    assert told(series, "2-1") == ("1-0", "2-2", "1-0", "3-1")
    assert told(series, "2-2") == ("2-1", "3-1", "1-0", "3-1")
    assert told(series, "3-2") == ("3-1", "3-3", "2-1", None)
    assert told(series, "3-3") == ("3-2", None, "2-1", None)
    assert told(series, "m") == (None, None, None, None)


def test_the_parts_of_an_issue_are_in_reading_order(series: list[Entry]) -> None:
    assert [entry.id for entry in neighbours(series, "3-2").parts] == ["3-1", "3-2", "3-3"]
    assert [entry.id for entry in neighbours(series, "1-0").parts] == ["1-0"]


def test_what_the_file_says_comes_before_what_numbers_tell(series: list[Entry]) -> None:
    changed = [entry._replace(previous="m", next="1-0") if entry.id == "3-1" else entry for entry in series]
    assert told(changed, "3-1")[:2] == ("m", "1-0")
    assert told(changed, "1-0")[0] == "3-1"
    assert told(changed, "m")[1] == "3-1"


def test_a_file_that_names_itself_or_nobody_is_not_believed(series: list[Entry]) -> None:
    changed = [entry._replace(previous="2-2", next="gone") if entry.id == "2-2" else entry for entry in series]
    assert told(changed, "2-2")[:2] == ("2-1", "3-1")


def test_a_series_without_numbers_is_in_the_order_of_its_dates(make_entry: Make) -> None:
    entries = [make_entry(name, series="町", held=held) for name, held in (("z", "2019"), ("y", "2020"), ("x", "2021"))]
    assert told(entries, "y") == ("z", "x", "z", "x")


def test_a_piece_without_series_and_number_stands_alone(make_entry: Make) -> None:
    entries = [make_entry("a", held="2020"), make_entry("b", held="2021")]
    assert told(entries, "a") == (None, None, None, None)
    assert told(entries, "unknown") == (None, None, None, None)


def test_back_numbers_are_the_rest_of_the_series_newest_first(series: list[Entry]) -> None:
    assert [entry.id for entry in back_numbers(series, "2-2")] == ["3-3", "3-2", "3-1", "2-1", "1-0"]
    assert back_numbers(series, "unknown") == ()
