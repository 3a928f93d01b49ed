"""Words by how they sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.fit import FUZZY, READING
from roundtable_tui.search.patterns.sound import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]


@pytest.mark.parametrize(
    ("kana", "written", "places"),
    [
        ("けんしゅう", "研修=けんしゅう", ["研修"]),
        ("けんしゅ", "研修=けんしゅう", ["研修"]),
        ("けん", "研修=けんしゅう|と|県=けん", ["県"]),
        ("しゅう", "研修=けんしゅう", []),
        ("ぎじろく", "議事=ぎじ|録=ろく", ["議事録"]),
        ("おこなった", "行=おこな|った", ["行った"]),
        ("てれわく", "テレワーク", ["テレワーク"]),
        ("ばいおりん", "ヴァイオリン", ["ヴァイオリン"]),
        ("じめん", "地面=ぢめん", ["地面"]),
        ("かずら", "葛\U000e0100飾", []),
        ("かつしか", "葛=かつしか|\U000e0100の", ["葛\U000e0100"]),
        ("けんしゅう", "犬=けん|舎=しゃ", []),
        ("けんしゅう", "けんしゅう", []),
    ],
)
def test_words_are_found_from_their_beginning_on(
    row: Row, marked: Marked, kana: str, written: str, places: list[str]
) -> None:
    text = row(written)
    sound = Sound((kana,))
    assert marked(text, sound.spans(text)) == places
    assert (sound.fit(text) is not None) == bool(places)


def test_the_same_sound_comes_before_a_beginning_and_long_vowels_left_out_come_last(row: Row) -> None:
    fits = [Sound((kana,)).fit(row("研修=けんしゅう")) for kana in ("けんしゅう", "けんし", "けんしゅ")]
    assert [fit.tier for fit in fits if fit] == [READING] * 3
    assert sorted(fits, key=lambda fit: fit or (9,))[0] == fits[0]
    whole = Sound(("けん",)).fit(row("県=けん"))
    begun = Sound(("けん",)).fit(row("研修=けんしゅう"))
    short = Sound(("しょきいん",)).fit(row("書記員=しょうきいん"))
    assert whole
    assert begun
    assert short
    assert whole < begun < short


def test_a_sound_that_was_misheard_is_a_slip(row: Row) -> None:
    fit = Sound(("けんしゅう",), errors=1).fit(row("研修=けんしゅう"))
    assert fit is not None
    assert (fit.tier, fit.errors) == (FUZZY, 1)
    assert Sound(("けんしゅう",), errors=1).best == FUZZY
