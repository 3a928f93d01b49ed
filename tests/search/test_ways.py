"""How a text may sound from its words on."""

from __future__ import annotations

from roundtable_tui.search.grams import EDGE, edge_tokens
from roundtable_tui.search.readings.words import Word
from roundtable_tui.search.ways import KANA, ways_of
from roundtable_tui.text.kana import collapse

BELL = (Word(0, 1, "すい"), Word(0, 1, "みず"), Word(1, 2, "きん"), Word(1, 2, "こと"), Word(2, 3, "くつ"))


def test_every_reading_goes_on_with_every_reading_of_what_follows() -> None:
    found = ways_of("水琴窟", BELL)
    assert found[2] == ("くつ",)
    assert {*found[1]} == {"きんくつ", "ことくつ"}
    # Enough kana for the longest token.
    assert {*found[0]} == {"すいきんく", "すいことく", "みずきんく", "みずことく"}


def test_the_tokens_hold_every_way() -> None:
    tokens = edge_tokens("水琴窟", BELL).split()
    assert {EDGE + "すいきんく", EDGE + "みずことく", EDGE + "ことく", EDGE + "きん"} <= {*tokens}
    assert EDGE + "みずくつ" not in tokens


def test_kana_go_on_to_the_next_word_and_nothing_else_does() -> None:
    words = (Word(0, 1, "みず"), Word(2, 3, "おと"))
    assert ways_of("水の音", words)[0] == ("みずのおと",)
    assert ways_of("水ノ音", words)[0] == ("みずのおと",)
    assert ways_of("水、音", words)[0] == ("みず",)
    assert ways_of("水のお客", (Word(0, 1, "みず"), Word(2, 4, "おきゃく")))[0] == ("みずのおきゃ",)


def test_a_way_has_enough_kana_whatever_is_long() -> None:
    words = (Word(0, 1, "おう"), Word(1, 2, "うう"), Word(2, 3, "こうつうせいりとう"))
    (way,) = ways_of("王宇交", words)[0]
    assert collapse(way)[:KANA] == "おこつせり"


def test_a_text_of_kanji_with_many_readings_has_few_ways() -> None:
    text = "行" * 200
    words = tuple(Word(at, at + 1, reading) for at in range(200) for reading in ("い", "か", "き", "く", "け"))
    assert max(map(len, ways_of(text, words).values())) <= 5 * 32
