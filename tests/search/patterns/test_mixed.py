"""Words typed partly as they sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.mixed import Mixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]

JOB = "情報=じょうほう|処理=しょり|の|研修=けんしゅう|です"


@pytest.mark.parametrize(
    ("typed", "written", "places"),
    [
        ("情報しょり", JOB, ["情報処理"]),
        ("情報shori", JOB, ["情報処理"]),
        ("情報sho", JOB, ["情報処理"]),
        ("じょうほう処理", JOB, ["情報処理"]),
        ("けん修", JOB, ["研修"]),
        ("研しゅう", JOB, ["研修"]),
        ("処理の研しゅ", JOB, ["処理の研修"]),
        ("情報ろく", JOB, []),
        ("けん処理", JOB, []),
        ("研しゅう", "研修=けんしゅう|\U000e0100", ["研修\U000e0100"]),
        ("研きろ", "研㌔", ["研㌔"]),
    ],
)
def test_each_part_is_found_as_it_is_spelt_or_as_it_sounds(
    row: Row, marked: Marked, typed: str, written: str, places: list[str]
) -> None:
    text = row(written)
    mixed = Mixed.of(typed)
    assert mixed is not None
    assert marked(text, mixed.spans(text)) == places
    assert (mixed.fit(text) is not None) == bool(places)


@pytest.mark.parametrize("typed", ["研修", "けんしゅう", "kenshuu", "研\u200b修", "けん修" * 9, "480台"])
def test_what_is_of_one_kind_or_very_long_is_no_mixture(typed: str) -> None:
    assert Mixed.of(typed) is None


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("情報しょり", '"情報"'),
        ("ет修しょ", '"修"'),  # in a row ет may end a word, of which there is no token
        ("いすゞ修", '"修"'),  # in a row ゞ is written out
        ("研\u200bしゅう", '"研"'),
    ],
)
def test_only_what_a_row_surely_has_is_asked_of_it(typed: str, asked: str) -> None:
    mixed = Mixed.of(typed)
    assert mixed is not None
    assert mixed.ask() == asked
