"""Words of kana and kanji, typed as they sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.fit import READING
from roundtable_tui.search.patterns.kana_first import KanaFirst

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]


@pytest.mark.parametrize(
    ("kana", "written", "places"),
    [
        ("ふるさとのうぜい", "ふるさと|納税=のうぜい|のこと", ["ふるさと納税"]),
        ("ふるさとのぜい", "ふるさと|納税=のうぜい|のこと", ["ふるさと納税"]),
        ("ふるさとの", "ふるさと|納税=のうぜい|のこと", ["ふるさと納税"]),
        ("やさしいにほんご", "とてもやさしい|日本=にほん|語=ご|で", ["やさしい日本語"]),
        ("ゆっくりあるく", "ゆっくり|歩=ある|く", ["ゆっくり歩く"]),
        ("みんなのせんたーちょう", "みんなの|センター|長=ちょう", ["みんなのセンター長"]),
        ("ふるさとのうぎょう", "ふるさと|納税=のうぜい", []),
        ("してい", "して|板=いた", []),
        ("ふるさとぜい", "ふるさと|納税=のうぜい", []),
    ],
)
def test_hiragana_stand_before_a_word_that_sounds_so(
    row: Row, marked: Marked, kana: str, written: str, places: list[str]
) -> None:
    pattern = KanaFirst.of((kana,))
    assert pattern is not None
    text = row(written)
    assert marked(text, pattern.spans(text)) == places
    fit = pattern.fit(text)
    assert (fit is not None) == bool(places)
    assert fit is None or fit.tier == READING


def test_a_whole_word_fits_better_than_a_beginning(row: Row) -> None:
    text = row("ふるさと|納税=のうぜい")
    whole, begun = (KanaFirst.of((kana,)) for kana in ("ふるさとのうぜい", "ふるさとのう"))
    assert whole is not None
    assert begun is not None
    best, worse = whole.fit(text), begun.fit(text)
    assert best is not None
    assert worse is not None
    assert best < worse


@pytest.mark.parametrize("kana", ["ふる", "の", "あいうえおかきくけこさしすせそたちつてと"])
def test_too_few_and_too_many_kana_are_not_taken_apart(kana: str) -> None:
    assert KanaFirst.of((kana,)) is None
