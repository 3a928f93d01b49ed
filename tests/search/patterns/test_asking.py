"""What is asked of the index."""

from __future__ import annotations

import pytest

from roundtable_tui.search.grams import EDGE, START, SYMBOL
from roundtable_tui.search.patterns.asking import MOST, ask_all, ask_any, edge, tokens_of


@pytest.mark.parametrize(
    ("folded", "tokens"),
    [
        ("研修", ["研修"]),
        ("研", ["研"]),
        ("研修の", ["研修", "修の"]),
        ("dx", [START + "dx"]),
        ("a", [START + "a"]),
        ("typo", ["typ", "ypo"]),
        ("dx研修", ["研修", START + "dx"]),
        ("%", [SYMBOL + "25"]),
        ("、", []),
        ("wi-fi", [SYMBOL + "2d", START + "fi", START + "wi"]),
    ],
)
def test_a_word_has_the_fewest_tokens_that_tell_it(folded: str, tokens: list[str]) -> None:
    assert sorted(tokens_of(folded)) == sorted(tokens)


def test_of_a_long_word_only_the_rarest_tokens_are_asked_for() -> None:
    tokens = tokens_of("のでありますがここで情報処理推進機構のことです")
    assert len(tokens) == MOST
    assert {"情報", "処理", "推進", "機構"} <= set(tokens)


def test_expressions_are_joined_so_that_everything_is_let_through_where_one_of_them_does() -> None:
    assert ask_all(["研修", "会議"]) == '"研修" AND "会議"'
    assert ask_all([]) is None
    assert ask_any(['"研修"', '"会議"', '"研修"']) == '(("研修") OR ("会議"))'
    assert ask_any(['"研修"']) == '("研修")'
    assert ask_any(['"研修"', None]) is None
    assert ask_any([]) is None


@pytest.mark.parametrize(
    ("sound", "asked"), [("けんしゅ", "けんし"), ("けんしゅう", "けんしゅう"), ("けん", "けん"), ("け", "け")]
)
def test_a_beginning_by_sound_has_one_of_a_few_lengths(sound: str, asked: str) -> None:
    assert edge(sound) == EDGE + asked
