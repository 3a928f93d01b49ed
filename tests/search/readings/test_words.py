"""Words are kept small and come back exactly as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.readings.words import Word, decode, encode

KANA = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x309B, 0x30A0)))) + "ー"


@st.composite
def _words(draw: st.DrawFn) -> tuple[Word, ...]:
    start = 0
    words = []
    for _ in range(draw(st.integers(0, 8))):
        start += draw(st.integers(0, 20) | st.integers(0, 2_000_000))
        length = draw(st.integers(1, 20) | st.integers(1, 300_000))
        words.append(Word(start, start + length, draw(st.text(KANA, min_size=1, max_size=12))))
    return tuple(words)


@given(_words())
def test_words_come_back_exactly(words: tuple[Word, ...]) -> None:
    assert decode(encode(words)) == words


def test_two_readings_of_one_span_are_two_words() -> None:
    words = (Word(3, 5, "にほん"), Word(3, 5, "にっぽん"), Word(4, 5, "ほん"))
    assert decode(encode(words)) == words


def test_a_word_takes_one_byte_and_one_for_each_kana() -> None:
    assert len(encode([Word(0, 2, "けんしゅう"), Word(15, 17, "きろく")])) == 1 + (1 + 5) + (1 + 3)
    assert encode([]) == b""


@pytest.mark.parametrize(
    "words",
    [
        [Word(5, 6, "き"), Word(4, 6, "きき")],
        [Word(5, 5, "き")],
        [Word(5, 6, "")],
        [Word(5, 6, "キ")],
        [Word(5, 6, "木")],
        [Word(5, 6, "か\u3099")],
    ],
)
def test_what_cannot_come_back_is_refused(words: list[Word]) -> None:
    with pytest.raises(ValueError, match="Word"):
        encode(words)


@given(st.binary(max_size=12) | st.binary(max_size=9).map(lambda kept: bytes([min(len(kept), 2)]) + kept))
def test_bytes_that_no_words_are_kept_as_are_refused_or_are_words(kept: bytes) -> None:
    try:
        words = decode(kept)
    except ValueError:
        return
    assert decode(encode(words)) == words


def test_words_cut_off_are_refused() -> None:
    whole = encode([Word(0, 2, "けんしゅう"), Word(100, 120, "きろく")])
    for length in range(1, len(whole)):
        with pytest.raises(ValueError, match=r"bytearray|b'|charmap"):
            decode(whole[:length])
