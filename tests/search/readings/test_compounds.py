"""Compounds that a dictionary lacks are read as compounds too."""

from __future__ import annotations

import pytest

from roundtable_tui.search.readings.analyser import find_analyser
from roundtable_tui.search.readings.compounds import further
from roundtable_tui.search.readings.on import ON, VOICED
from roundtable_tui.search.readings.read import read
from roundtable_tui.search.readings.words import Word, decode, encode

ANALYSER = find_analyser()
needs_analyser = pytest.mark.skipif(
    ANALYSER is None, reason="no analyser is installed (pip install lindera-python-ipadic)"
)


def test_a_kanji_beside_a_kanji_has_its_on_readings_too() -> None:
    words = [Word(0, 1, "しし"), Word(1, 2, "がい")]
    assert list(further("獣害の話", words)) == [Word(0, 1, "じゅう")]
    assert list(further("獸害", words)) == [Word(0, 1, "じゅう")]


def test_a_kanji_that_ends_a_compound_may_be_voiced() -> None:
    assert {*further("信濃川橋", [Word(0, 3, "しなのがわ"), Word(3, 4, "きょう")])} == {Word(3, 4, "ばし")}
    assert Word(0, 1, "ばし") not in further("橋上", [Word(0, 1, "はし"), Word(1, 2, "じょう")])


def test_a_kanji_that_nobody_read_has_its_readings() -> None:
    assert Word(2, 3, "くつ") in further("水琴窟", [Word(0, 1, "みず"), Word(1, 2, "きん")])
    assert Word(0, 1, "くつ") in further("窟窟", [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("獣が来た", [Word(0, 1, "しし"), Word(2, 3, "き")]),  # it stands alone
        ("３月末", [Word(0, 1, "さん"), Word(1, 2, "がつ"), Word(2, 3, "まつ")]),  # a counter
        ("三月末", [Word(0, 1, "さん"), Word(1, 2, "がつ"), Word(2, 3, "まつ")]),
        ("水害対策", [Word(0, 2, "すいがい"), Word(2, 4, "たいさく")]),  # the dictionary has them
        ("", []),
    ],
)
def test_what_is_read_right_is_left_alone(text: str, words: list[Word]) -> None:
    assert list(further(text, words)) == []


@needs_analyser
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("獣害", "じゅう がい"),
        ("防潮堤", "ぼうちょう てい"),
        ("水琴窟", "すい きん くつ"),
        ("診療所", "しんりょう じょ"),
        ("診療所", "しんりょう しょ"),
    ],
)
def test_compounds_that_the_dictionary_lacks_are_read(text: str, expected: str) -> None:
    words = read(f"町の{text}です", ANALYSER, {})
    at = 2
    for reading in expected.split():
        (at,) = {word.end for word in words if word.start == at and word.reading == reading}
    assert at == 2 + len(text)
    assert decode(encode(words)) == words


@needs_analyser
def test_a_stated_name_of_one_kanji_has_no_other_reading() -> None:
    assert {word.reading for word in read("林氏", ANALYSER, {"林": "はやし"}) if word.start == 0} == {"はやし"}
    assert {"はやし", "りん"} <= {word.reading for word in read("林氏", ANALYSER, {}) if word.start == 0}


@needs_analyser
def test_most_kanji_that_the_dictionary_reads_as_words_have_an_on_reading() -> None:
    assert ANALYSER is not None
    without = [kanji for kanji in ON if not {word.reading for word in ANALYSER.words(kanji)} & {*ON[kanji]}]
    assert len(without) > 1400


def test_the_tables_hold_readings_of_single_kanji() -> None:
    for table, most in ((ON, 2), (VOICED, 2)):
        for kanji, readings in table.items():
            assert len(kanji) == 1
            assert kanji >= "\u3400"
            assert len({*readings}) == len(readings) <= most
            assert all("ぁ" <= kana <= "ゖ" for reading in readings for kana in reading)
