"""Which words of a row the vocabulary takes in."""

from __future__ import annotations

from roundtable_tui.search.readings.words import Word
from roundtable_tui.search.vocabulary.words import vocabulary_words
from roundtable_tui.text.fold import fold_text


def test_kanji_words_come_with_their_reading_without_long_vowels() -> None:
    text = "研修と東京"
    words = (Word(0, 2, "けんしゅう"), Word(3, 5, "とうきょう"))
    assert set(vocabulary_words(text, words)) == {("研修", "けんしゅ"), ("東京", "ときょ")}


def test_katakana_and_latin_words_of_two_letters_come_without_a_reading() -> None:
    found = set(vocabulary_words("ＤＸとサーバーとｶﾞｲﾄﾞとA、Café、ア。ヴェ", ()))
    assert found == {
        ("dx", ""),
        (fold_text("サーバー"), ""),
        (fold_text("ガイド"), ""),
        ("cafe", ""),
        (fold_text("ヴェ"), ""),
    }


def test_a_word_comes_once_for_each_of_its_readings() -> None:
    words = (Word(0, 2, "にほん"), Word(0, 2, "にっぽん"), Word(3, 5, "にほん"))
    assert list(vocabulary_words("日本の日本", words)) == [("日本", "にほん"), ("日本", "にっぽん")]


def test_words_are_held_as_they_are_folded() -> None:
    text = "Ａ會ヲ"
    assert set(vocabulary_words(text, (Word(1, 2, "かい"),))) == {(fold_text("會"), "かい")}


def test_hiragana_is_no_word_of_the_vocabulary() -> None:
    assert list(vocabulary_words("そうですね、はい", ())) == []
