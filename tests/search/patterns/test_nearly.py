"""Words with errors in text without spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.nearly import Nearly

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]


@pytest.mark.parametrize(
    ("typed", "written", "places"),
    [
        ("在宅勤無", "在宅勤務を始めた", ["在宅勤務"]),
        ("行政改隔", "市の行政改革は", ["行政改革"]),
        ("打ち合せわ", "明日の打ち合わせは", ["打ち合わせ"]),
        ("在宅勤無", "在宅の仕事", []),
        ("在宅勤務", "在宅勤務", []),
        ("令和3年度", "令和2年度", []),
    ],
)
def test_the_nearest_stretches_are_found(row: Row, marked: Marked, typed: str, written: str, places: list[str]) -> None:
    text = row(written)
    nearly = Nearly.of(typed)
    assert nearly is not None
    assert marked(text, nearly.spans(text)) == places
    assert (nearly.fit(text) is not None) == bool(places)


@pytest.mark.parametrize("typed", ["研修", "かみ", "てれわ"])
def test_a_short_word_has_no_errors(typed: str) -> None:
    assert Nearly.of(typed) is None
