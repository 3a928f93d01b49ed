"""What a piece states about readings goes before what an analyser finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.readings.analyser import Analyser, find_analyser
from roundtable_tui.search.readings.kanji import has_kanji
from roundtable_tui.search.readings.read import read, spelled_readings
from roundtable_tui.search.readings.words import Word, decode, encode

ANALYSER = find_analyser()
needs_analyser = pytest.mark.skipif(
    ANALYSER is None, reason="no analyser is installed (pip install lindera-python-ipadic)"
)


def _read(text: str, names: dict[str, str], analyser: Analyser | None = ANALYSER) -> list[tuple[str, str]]:
    return [(text[start:end], reading) for start, end, reading in read(text, analyser, names)]


@needs_analyser
def test_a_stated_reading_holds_wherever_the_spelling_is_a_word() -> None:
    names = {"梅原": "うめばら"}
    assert _read("梅原です。梅原さん", names) == [("梅原", "うめばら"), ("梅原", "うめばら")]
    assert ("梅原", "うめはら") in _read("梅原です", {})


@needs_analyser
def test_a_name_inside_another_word_is_not_there() -> None:
    assert _read("今日高い", {"日高": "ひだか"}) == _read("今日高い", {})
    assert ("森林", "しんりん") in _read("森林です", {"森": "しん"})


@needs_analyser
def test_a_single_kanji_keeps_its_other_reading() -> None:
    assert {("東", "あずま"), ("東", "ひがし")} <= set(_read("東の方", {"東": "あずま"}))


@needs_analyser
def test_a_full_name_is_two_words_with_or_without_a_space() -> None:
    names = {"林 一": "はやし はじめ"}
    for written in ("林一", "林 一", "林\u3000一"):
        assert _read(f"{written}です", names) == [("林", "はやし"), ("一", "はじめ")]


@needs_analyser
def test_two_readings_that_both_hold_are_two_words() -> None:
    found = set(_read("会議です", {"会議": "かいぎ/まとめ"}))
    assert found == {("会議", "かいぎ"), ("会議", "まとめ")}
    assert {("日本", "にほん"), ("日本", "にっぽん")} <= set(_read("日本は", {}))
    assert _read("日本は", {"日本": "にほん"}) == [("日本", "にほん")]


@needs_analyser
def test_words_that_dictionaries_lack_are_read() -> None:
    assert _read("令和", {}) == [("令和", "れいわ")]
    assert ("一人", "ひとり") in _read("一人で", {})
    assert ("一人", "ひとり") not in _read("十一人で", {})
    assert ("1人", "ひとり") not in _read("21人で", {})


@needs_analyser
def test_a_counter_has_no_second_reading() -> None:
    assert ("年", "とし") in _read("年が明けた", {})
    assert ("年", "とし") not in _read("令和3年が", {})


@needs_analyser
def test_a_long_name_goes_before_words_that_cross_it() -> None:
    assert ("百舌鳥", "もず") in _read("百舌鳥市", {"百舌鳥": "もず"})


def test_without_an_analyser_names_alone_are_found() -> None:
    names = {"梅原": "うめはら", "森": "もり"}
    assert _read("梅原さんと森さん、森林と松梅原", names, None) == [("梅原", "うめはら"), ("森", "もり")]
    assert read("研修", None, {}) == ()


NAMES = {
    "梅原 慎二": "うめはら しんじ",
    "梅原": "うめはら",
    "森": "もり",
    "二人": "ふたり/ににん",
    "日本海": "にほんかい",
}


@given(st.text("梅原慎二森日本海一人3月の は\n\u3000𠮷\ud800が\u3099・", max_size=30))
def test_every_word_lies_in_the_text_holds_a_kanji_and_can_be_kept(text: str) -> None:
    for analyser in (ANALYSER, None):
        words = read(text, analyser, NAMES)
        assert list(words) == sorted(set(words))
        assert decode(encode(words)) == words
        for start, end, _ in words:
            assert 0 <= start < end <= len(text)
            assert has_kanji(text[start:end])


def test_what_no_word_reads_stays_as_it_is_spelled() -> None:
    words = [Word(1, 2, "くだ"), Word(4, 6, "けんしゅう")]
    assert spelled_readings(words, "ご下さい研修会", 0, 7) == "ごくださいけんしゅう会"
    assert spelled_readings(words, "ご下さい研修会", 2, 4) == "さい"


@needs_analyser
@pytest.mark.parametrize("written", ["葛\U000e0100飾", "葛\u200b飾\u200b", "葛\xad飾"])
def test_what_draws_nothing_is_read_past_and_belongs_to_the_word(written: str) -> None:
    assert (written, "かつしか") in _read(f"{written}の話", {})


def test_a_stated_name_is_found_with_another_variant_of_its_kanji() -> None:
    assert _read("梅\ufe00原です", {"梅原": "うめはら"}, None) == [("梅\ufe00原", "うめはら")]
    assert _read("\u200b梅原です", {"梅\ufe00原": "うめはら"}, None) == [("梅原", "うめはら")]
