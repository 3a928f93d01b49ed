"""What of a row is marked, and how good a hit is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.fit import FUZZY, READING
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.sound import Sound
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.present import marks
from roundtable_tui.search.readings.words import Word, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.search.patterns.fit import Pattern


def marked(text: str, words: list[Word], *wanted: Sequence[Pattern]) -> list[str]:
    return [text[start:end] for start, end in marks(RowText(text, encode(words)), wanted)]


def test_a_word_that_stands_there_as_it_is_spelt_is_not_marked_as_it_sounds() -> None:
    kana: list[Pattern] = [Spelling("けんしゆう", "けんしゅう"), Sound(("けんしゅう",))]
    words = [Word(6, 8, "けんしゅう")]
    assert marked("けんしゅうと研修", words, kana) == ["けんしゅう"]
    assert marked("ケンシュウと研修", words, kana) == ["ケンシュウ"]
    assert marked("まとめると、研修", words, kana) == ["研修"]


def test_other_spellings_are_marked_beside_what_was_typed() -> None:
    assert marked("サーバーとサーバ", [], [Spelling("さ-ば", "サーバ"), Spelling("さ-ば-")]) == ["サーバー", "サーバ"]


def test_a_slip_is_marked_only_where_there_is_nothing_better() -> None:
    wanted: list[Pattern] = [
        Spelling("てれわ-ぐ", "テレワーグ"),
        Spelling("よみ", tier=READING),
        Spelling("てれわ-く", tier=FUZZY),
    ]
    assert marked("テレワークとテレワーグ", [], wanted) == ["テレワーグ"]
    assert marked("テレワークとよみ", [], wanted) == ["よみ"]
    assert marked("テレワーク", [], wanted) == ["テレワーク"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("研修", "修了"), ["研修了"]),
        (("研", "修"), ["研", "修"]),
        (("修了", "研修了"), ["研修了"]),
        (("了", "研"), ["研", "了"]),
    ],
)
def test_marks_of_several_words_are_in_order_and_become_one_where_they_overlap(
    typed: tuple[str, ...], expected: list[str]
) -> None:
    assert marked("研修了", [], *([Spelling(word, word)] for word in typed)) == expected
