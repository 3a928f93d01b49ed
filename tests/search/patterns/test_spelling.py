"""Words by how they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.fit import EXACT, FOLDED, FUZZY, READING, Fit
from roundtable_tui.search.patterns.spelling import LOOSE, Spelling
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]


@pytest.mark.parametrize(
    ("typed", "written", "expected"),
    [
        ("研修", "その|研修=けんしゅう|です", Fit(EXACT)),
        ("けんしゅう", "ケンシュウです", Fit(FOLDED)),
        ("会議", "會議=かいぎ", Fit(FOLDED)),
        ("研", "研修=けんしゅう", Fit(EXACT, part=1)),
        ("研修", "社員研修=しゃいんけんしゅう", Fit(EXACT, part=1)),
        ("研修", "新人=しんじん|研修=けんしゅう", Fit(EXACT)),
        ("ワーク", "テレワーク", Fit(EXACT, part=1)),
        ("net", "internet", Fit(EXACT, part=1)),
        ("net", "internet の net", Fit(EXACT)),
        ("48", "480台", Fit(EXACT, part=1)),
        ("Ａ", "aとbＡ", Fit(FOLDED)),
        ("研修", "打ち合わせ", None),
        ("et", "internet", None),
        ("n", "internet", None),
        ("n", "internet の n", Fit(EXACT)),
    ],
)
def test_the_best_place_says_how_a_row_fits(row: Row, typed: str, written: str, expected: Fit | None) -> None:
    assert Spelling(fold_text(typed), typed).fit(row(written)) == expected


@pytest.mark.parametrize(
    ("typed", "written", "places"),
    [
        ("けん", "ケンとけんと犬", ["ケン", "けん"]),
        ("会議", "會議と会議", ["會議", "会議"]),
        ("人", "人々", ["人", "々"]),
        ("ロ", "３㌔", ["㌔"]),
        ("1", "⑾と1", ["⑾", "1"]),
        ("が", "か\u3099", ["か\u3099"]),
        ("葛", "葛\U000e0100飾", ["葛\U000e0100"]),
        ("ai", "AI、maid、ＡＩ", ["AI", "ＡＩ"]),
        ("ああ", "あああああ", ["ああ", "ああ"]),
    ],
)
def test_every_place_is_marked_by_whole_signs(
    row: Row, marked: Marked, typed: str, written: str, places: list[str]
) -> None:
    text = row(written)
    assert marked(text, Spelling(fold_text(typed)).spans(text)) == places


def test_a_whole_word_is_not_found_inside_a_longer_one(row: Row) -> None:
    whole = Spelling("てれわ-く", tier=FUZZY, errors=1, common=3, whole=True)
    assert whole.fit(row("テレワークの")) == Fit(FUZZY, 1, 0, 3)
    assert whole.fit(row("モバイルテレワークの")) is None
    assert whole.spans(row("モバイルテレワークの")) == []


def test_kana_that_begin_are_found_only_where_a_run_of_kana_does(row: Row) -> None:
    begins = Spelling("かみ", tier=READING, begins=True)
    assert begins.fit(row("紙とかみ")) is None
    assert begins.fit(row("紙、かみです")) == Fit(READING)


def test_loose_kana_among_other_kana_fit_worse_than_the_beginning_of_a_word(row: Row) -> None:
    loose = Spelling("いた", tier=READING, loose=True)
    assert loose.fit(row("行っていたので")) == Fit(READING, part=LOOSE)
    assert loose.fit(row("「いた」")) == Fit(READING)
