"""What is typed as it sounds is found, however the words that follow one another are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.grams import edge_tokens
from roundtable_tui.search.patterns.asking import edge
from roundtable_tui.search.patterns.mixed import Mixed
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.sound import Sound
from roundtable_tui.search.readings.words import Word, encode
from roundtable_tui.text.kana import collapse

WALL = "防潮堤と獣害"
WORDS = [
    Word(0, 2, "ぼうちょう"),
    Word(2, 3, "つつみ"),
    Word(2, 3, "てい"),
    Word(4, 5, "しし"),
    Word(4, 5, "じゅう"),
    Word(5, 6, "がい"),
]


def _row() -> RowText:
    return RowText(WALL, encode(WORDS))


@pytest.mark.parametrize(
    ("kana", "marked"),
    [
        ("ぼうちょうてい", "防潮堤"),
        ("ぼうちょうつつみ", "防潮堤"),
        ("ぼうちょうていとじゅうがい", "防潮堤と獣害"),
        ("じゅうがい", "獣害"),
        ("ししがい", "獣害"),
        ("てい", "堤"),
        ("ぼうちょうが", ""),
        ("じゅうしし", ""),
    ],
)
def test_every_reading_of_a_word_in_the_middle_is_tried(kana: str, marked: str) -> None:
    row = _row()
    assert [WALL[start:end] for start, end in Sound((kana,)).spans(row)] == ([marked] if marked else [])
    assert (Sound((kana,)).fit(row) is not None) is bool(marked)


def test_the_best_reading_says_how_well_it_fits() -> None:
    row = RowText(
        "堤防所", encode([Word(0, 2, "ていぼう"), Word(2, 3, "しょ"), Word(2, 3, "しょう"), Word(2, 3, "じょ")])
    )
    long, exact, begun = (Sound((kana,)).fit(row) for kana in ("ていぼしょ", "ていぼうしょ", "ていぼうじ"))
    assert exact is not None
    assert long is not None
    assert begun is not None
    assert exact < begun < long


def test_a_mixture_goes_on_with_every_reading() -> None:
    for typed in ("防潮てい", "防潮つつみ"):
        mixed = Mixed.of(typed)
        assert mixed is not None
        assert [WALL[slice(*span)] for span in mixed.spans(_row())] == ["防潮堤"]


KANA = st.text(st.sampled_from("あいうえおかきくけこしょんー"), min_size=1, max_size=4).filter(
    lambda kana: kana[0] != "ー"
)
UNITS = st.lists(st.lists(KANA, min_size=1, max_size=3), min_size=1, max_size=5)


@given(UNITS, st.data())
def test_what_sounds_so_is_asked_for_by_a_token_that_the_row_has(units: list[list[str]], data: st.DataObject) -> None:
    text = "字" * len(units)
    words = sorted({Word(at, at + 1, reading) for at, readings in enumerate(units) for reading in readings})
    start = data.draw(st.integers(0, len(units) - 1))
    said = "".join(data.draw(st.sampled_from(readings)) for readings in units[start:])
    kana = said[: data.draw(st.integers(1, len(said)))]
    assert Sound((kana,)).fit(RowText(text, encode(words))) is not None
    assert edge(collapse(kana)) in edge_tokens(text, words).split(" ")
