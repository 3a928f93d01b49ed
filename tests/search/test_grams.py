"""What a row is indexed under."""

from __future__ import annotations

import pytest

from roundtable_tui.search.grams import (
    EDGE,
    FIELD,
    PIECE,
    START,
    SYMBOL,
    VOICE,
    edge_tokens,
    filter_tokens,
    katakana_words,
    text_tokens,
)
from roundtable_tui.search.readings.words import Word


@pytest.mark.parametrize(
    ("folded", "tokens"),
    [
        ("研修の", {"研", "修", "の", "研修", "修の"}),
        ("研、修", {"研", "修"}),
        ("480台", {"4", "8", "0", "台", "48", "80", "0台"}),
        ("typo", {START + "t", START + "ty", "typ", "ypo"}),
        ("dx 研", {START + "d", START + "dx", "研"}),
        ("c++", {START + "c", SYMBOL + "2b"}),
        ("てれわ-く", {"て", "れ", "わ", "く", "てれ", "れわ", SYMBOL + "2d"}),
        ("привет", {START + "п", START + "пр", "при", "рив", "иве", "вет"}),
        ("😀。", {"😀"}),
        ("", set()),
    ],
)
def test_signs_stand_singly_and_in_pairs_and_letters_in_threes(folded: str, tokens: set[str]) -> None:
    assert set(text_tokens(folded).split()) == tokens


def edges(*sounds: str) -> set[str]:
    return {EDGE + sound for sound in sounds}


@pytest.mark.parametrize(
    ("text", "words", "tokens"),
    [
        ("研修", [Word(0, 2, "けんしゅう")], edges("け", "けん", "けんし", "けんしゅ")),
        ("東京都", [Word(0, 2, "とうきょう"), Word(2, 3, "と")], edges("と", "とき", "ときょ", "ときょと")),
        ("行った", [Word(0, 1, "おこな")], edges("お", "おこ", "おこな", "おこなった")),
        ("テレワーク", [], edges("て", "てれ", "てれわ", "てれわく")),
        ("のです", [], set()),
        ("上", [Word(0, 1, "うえ"), Word(0, 1, "じょう")], edges("う", "うえ", "じ", "じょ")),
    ],
)
def test_words_stand_by_the_beginnings_of_their_sounds_without_long_vowels(
    text: str, words: list[Word], tokens: set[str]
) -> None:
    assert set(edge_tokens(text, words).split()) == tokens


def test_a_polite_beginning_belongs_to_the_word_and_does_not() -> None:
    tokens = set(edge_tokens("ご案内", [Word(1, 3, "あんない")]).split())
    assert edges("あん", "ごあ", "ごあん") <= tokens


def test_piece_speaker_and_field_are_told_apart() -> None:
    assert set(filter_tokens(1, 2, 0).split()) == {PIECE + "1", VOICE + "2", FIELD + "0"}
    assert set(filter_tokens(1, None, 3).split()) == {PIECE + "1", FIELD + "3"}


def test_katakana_of_two_signs_and_more_are_words() -> None:
    assert list(katakana_words("端末のサーバーとアとDX")) == [(3, 7, "さーばー")]
