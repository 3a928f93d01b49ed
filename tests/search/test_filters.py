"""What narrows a query besides its words."""

from __future__ import annotations

import pytest

from roundtable_tui.search.filters import Filters, in_period


@pytest.mark.parametrize(
    ("date", "since", "until", "inside"),
    [
        ("2021-11-10", "", "2021", True),
        ("2021-12-31", "", "2021", True),
        ("2022-01-01", "", "2021", False),
        ("2021-11-10", "2021", "", True),
        ("2020-12-31", "2021", "", False),
        ("2021-11-10", "2021-11", "2021-11", True),
        ("2021-11-10", "2021-11-10", "2021-11-10", True),
        ("2021-11-10", "2021-11-11", "", False),
        ("2021", "2021-10", "", True),
        ("2021", "", "2021-03", True),
        ("2021", "2022-01", "", False),
        ("2021-06", "2021-06-30", "", True),
        ("", "", "", True),
        ("", "2021", "", False),
        ("", "", "2021", False),
    ],
)
def test_a_date_is_compared_only_as_far_as_both_dates_go(date: str, since: str, until: str, inside: bool) -> None:
    assert in_period(date, since, until) is inside


@pytest.mark.parametrize("filters", [Filters(speaker="宮坂"), Filters(issue=0), Filters(until="2021")])
def test_any_one_condition_makes_filters_count(filters: Filters) -> None:
    assert filters


def test_filters_without_a_condition_do_not_count() -> None:
    assert not Filters()
