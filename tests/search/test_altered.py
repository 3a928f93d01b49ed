"""Which letters of a folded text stand literally in the original."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roundtable_tui.search.altered import UNALTERED, altered
from roundtable_tui.text.fold import fold

letters = st.text(
    st.sampled_from("紙てテﾃABaＡ-ー―1１ ㌔がｶﾞか\u3099é…\u200b\n") | st.characters(exclude_categories=["Cs"])
)


@given(letters)
def test_a_letter_counts_as_unaltered_just_where_the_original_has_it(text: str) -> None:
    folded = fold(text)
    bits = altered([folded])
    for at, letter in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        if not bits.altered >> at & 1:
            assert letter in text[start:end]
        elif len(fold(text[start:end]).text) == 1:
            assert letter not in text[start:end]
    assert bits.odd & ~bits.altered == 0


@given(letters, letters)
def test_texts_set_one_after_another_keep_their_bits(first: str, second: str) -> None:
    one, two = fold(first), fold(second)
    both = altered([one, two], "\n")
    shift = len(one.text) + 1
    assert both.altered == altered([one]).altered | altered([two]).altered << shift
    assert both.odd == altered([one]).odd | altered([two]).odd << shift


@given(letters, letters, letters)
def test_a_word_that_stands_in_a_text_was_altered_alike_there(before: str, word: str, after: str) -> None:
    # A half-width Hangul filler has no ink and joins whatever stands before it; nobody looks for one.
    assume("\uffa0" not in word)
    text = before + word + after
    folded, own = fold(text), fold(word)
    at = len(fold(before).text)
    if folded.text == fold(before).text + own.text + fold(after).text:
        assert altered([folded]).holds(at, altered([own]), (1 << len(own.text)) - 1)


@pytest.mark.parametrize(
    ("text", "word", "alike"),
    [
        ("チャット", "チャット", True),
        ("チャット", "ちゃっと", False),
        ("ちゃっと", "チャット", False),
        ("チャット", "ﾁｬｯﾄ", False),
        ("ﾁｬｯﾄ", "ﾁｬｯﾄ", True),
        ("BYOD", "BYOD", True),
        ("BYOD", "byod", False),
        ("BYOD", "ByoD", False),
        ("BYOD", "ＢＹＯＤ", False),
        ("です！", "です!", False),
    ],
)
def test_what_is_usual_in_print_is_told_from_every_other_spelling(text: str, word: str, alike: bool) -> None:
    assert altered([fold(text)]).holds(0, altered([fold(word)]), (1 << len(fold(word).text)) - 1) is alike


def test_nothing_has_nothing_altered() -> None:
    assert altered([]) == altered([fold("")]) == UNALTERED
