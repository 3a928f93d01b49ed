"""How far a word may be from what was typed and still be meant by it."""

from __future__ import annotations

import pytest

from roundtable_tui.search.slips import (
    begins_so,
    edges_hold,
    errors_in_reading,
    errors_in_stretch,
    errors_in_word,
    is_slip,
    is_slip_of_reading,
)


def test_longer_words_may_have_more_errors_and_two_letters_none() -> None:
    assert [errors_in_word(letters) for letters in (1, 2, 3, 5, 6, 11, 12, 40)] == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ("研修", 0),
        ("引越し", 1),
        ("ちゃっと", 0),
        ("ありがとう", 0),
        ("ありがとうご", 1),
        ("情報政策課長補佐代理人", 1),
        ("情報政策課長補佐代理人だ", 2),
    ],
)
def test_unspaced_text_may_have_fewer_errors_and_kana_need_more_letters_than_kanji(typed: str, errors: int) -> None:
    assert errors_in_stretch(typed) == errors


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("てれわく", "てれわ-く"),
        ("tyop", "typo"),
        ("teh", "the"),
        ("引越し", "引っ越し"),
        ("在宅勤無", "在宅勤務"),
        ("在託勤務", "在宅勤務"),
        ("nternet", "internet"),
        ("令和3年十一月", "令和3年十二月"),
    ],
)
def test_what_a_hand_may_have_meant(typed: str, found: str) -> None:
    assert is_slip(typed, found, 1, word=False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("かめら", "かめお"),  # three letters, one wrong
        ("cat", "cut"),
        ("情報局", "情報課"),
        ("cats", "cat"),  # the last letter gone
        ("situ", "city"),
        ("令和3年度", "令和4年度"),  # another number
        ("2021年度", "2021年度1"),
        ("在宅勤務", "在宅勤は"),  # no conversion turns 務 into は
    ],
)
def test_what_nobody_meant(typed: str, found: str) -> None:
    assert not is_slip(typed, found, 1, word=False)


def test_a_word_of_five_letters_that_stands_by_itself_may_end_otherwise() -> None:
    assert is_slip("てれわ-ぐ", "てれわ-く", 1, word=True)
    assert not is_slip("てれわ-ぐ", "てれわ-く", 1, word=False)
    assert not is_slip("でれわ-く", "てれわ-く", 1, word=True)


def test_the_last_letter_of_a_word_of_four_may_be_one_that_sounds_akin() -> None:
    assert is_slip("しすてぬ", "しすてむ", 1, word=True)
    assert is_slip("べとなん", "べとなむ", 1, word=True)
    assert not is_slip("しすてぬ", "しすてむ", 1, word=False)
    assert not is_slip("しすてこ", "しすてむ", 1, word=True)
    assert not is_slip("word", "work", 1, word=True)


def test_letters_at_an_edge_may_be_swapped_with_their_neighbours() -> None:
    assert edges_hold("abcd", "bacd")
    assert edges_hold("abcd", "abdc")
    assert not edges_hold("abcd", "xbcd")
    assert not edges_hold("abcd", "abc")


def test_a_longer_word_with_two_errors_holds_one_of_its_ends() -> None:
    assert is_slip("intrenat", "internet", 2, word=True)
    assert is_slip("unternwt", "internet", 2, word=True)
    assert is_slip("nternet", "internet", 1, word=True)
    assert not is_slip("xnternex", "internet", 2, word=True)
    assert is_slip("sunbey", "sunday", 2, word=True)
    assert not is_slip("sunday", "monday", 2, word=True)


def test_two_errors_never_lead_to_a_short_word() -> None:
    assert not is_slip("sobume", "some", 2, word=True)
    assert is_slip("sumsumer", "summer", 2, word=True)


def test_short_readings_may_have_no_error() -> None:
    assert [errors_in_reading(kana) for kana in (1, 4, 5, 8, 9, 30)] == [0, 0, 1, 1, 2, 2]


def test_only_a_short_word_is_known_by_its_first_letters_whatever_was_meant() -> None:
    assert begins_so("telex")
    assert begins_so("引越し")
    assert not begins_so("telexx")
    assert not begins_so("都道不県")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("しょきいん", "しょくいん"),  # the same consonant
        ("しょすいん", "しょくいん"),  # the same vowel
        ("しょいん", "しょくいん"),
        ("しょくんい", "しょくいん"),
    ],
)
def test_a_reading_that_one_key_spoiled(typed: str, found: str) -> None:
    assert is_slip_of_reading(typed, found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("しょんいん", "しょくいん"),
        ("じょくいん", "しょくいん"),
        ("しょくいく", "しょくいん"),
        ("しょくい", "しょくいん"),
    ],
)
def test_a_reading_of_something_else(typed: str, found: str) -> None:
    assert not is_slip_of_reading(typed, found)
