"""Other spellings of a word and words near it, among those of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.vocabulary.vocabulary import Near, Vocabulary
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]


def _vocabulary(*words: str) -> Vocabulary:
    """A vocabulary of WORD, WORD:COUNT or WORD:COUNT:READING."""
    rows = (word.split(":") + ["1", ""][word.count(":") :] for word in words)
    return Vocabulary((fold_text(word), collapse(reading), int(count)) for word, count, reading in rows)


def _near(vocabulary: Vocabulary, typed: str) -> list[str]:
    return [near.word for near in vocabulary.near(fold_text(typed))]


def test_other_spellings_are_found_whether_the_word_itself_occurs_or_not() -> None:
    words = _vocabulary("打ち合わせ:3:うちあわせ", "打合せ:5:うちあわせ", "打ち切り:2:うちきり", "サーバー:4", "サバ:9")
    assert words.variants("打合せ") == ("打ち合わせ",)
    assert words.variants("打合わせ") == ("打合せ", "打ち合わせ")
    assert words.variants(fold_text("サーバ")) == (fold_text("サーバー"),)
    assert words.variants(fold_text("サバ")) == ()
    assert words.variants("打ち") == ()
    assert words.variants("server") == ()


def test_a_spelling_of_a_word_that_occurs_with_another_reading_is_none() -> None:
    words = _vocabulary("生物:1:せいぶつ", "生き物:1:いきもの", "立上り:1:たちあがり", "立ち上り:1:たちのぼり")
    assert words.variants("生物") == ()
    assert words.variants("立上り") == ()
    both = Vocabulary([("立上り", "たちあがり", 1), ("立ち上り", "たちのぼり", 1), ("立ち上り", "たちあがり", 1)])
    assert both.variants("立上り") == ("立ち上り",)


def test_a_word_counts_once_though_it_has_several_readings() -> None:
    assert Vocabulary([("日本", "にほん", 7), ("日本", "にっぽん", 7)]).count("日本") == 7
    assert _vocabulary("日本:7").count("日光") == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intrenet", "internet"),
        ("teelwork", "telework"),
        ("ロートマップ", "ロードマップ"),
        ("テレワーグ", "テレワーク"),
        ("テレワク", "テレワーク"),
        ("コミュケーション", "コミュニケーション"),
        ("都道不県", "都道府県"),
        ("道都府県", "都道府県"),
    ],
)
def test_a_misspelt_word_finds_the_one_that_was_meant(typed: str, meant: str) -> None:
    words = _vocabulary(
        "internet", "telework", "ロードマップ", "テレワーク", "コミュニケーション", "都道府県", "チャット"
    )
    assert _near(words, typed) == [fold_text(meant)]


@pytest.mark.parametrize("typed", ["カメオ", "qzxvbn", "ゲゲゲノキタロ", "犬", "猫犬鳥", "在宅", "12345", "研收"])
def test_nonsense_and_short_words_find_nothing(typed: str) -> None:
    words = _vocabulary("カメラ", "internet", "quebec", "テレワーク", "ゲーム", "研修", "在宅勤務", "職員研修", "12346")
    assert words.near(fold_text(typed)) == ()


def test_the_nearest_come_alone_and_the_more_frequent_first() -> None:
    words = _vocabulary("telework:3", "teleworks:8", "teleworker:9", "network:9")
    assert words.near("teleworke") == (Near("teleworker", 1, 9), Near("teleworks", 1, 8), Near("telework", 1, 3))
    assert words.near("teleworke", limit=1) == (Near("teleworker", 1, 9),)


def test_neither_the_word_nor_another_spelling_of_it_is_near_it() -> None:
    words = _vocabulary("コンピューター", "コンピュータ")
    assert _near(words, "コンピューター") == []
    assert _near(words, "コンピューダー") == [fold_text("コンピューター")]
    assert _near(_vocabulary("ロードマップ"), "ロードマプ") == []


def test_a_misread_word_is_found_by_its_reading() -> None:
    words = _vocabulary("職員:4:しょくいん", "職印:1:しょくいん", "研修:2:けんしゅう", "定員:9:ていいん")
    assert [near.word for near in words.near_reading("しょくにん")] == ["職員", "職印"]
    assert words.near_reading("しょくいん") == ()
    assert words.near_reading("けん") == ()
    assert words.near_reading("ぬるぽがっ") == ()
    assert [near.word for near in words.near_reading("しょくんい")] == ["職員", "職印"]


KANA = st.text("さしすーバァツッ", min_size=1, max_size=7)


@given(st.lists(KANA | st.text("打合ち組わせ込", min_size=1, max_size=5) | st.text("abcé", min_size=1), max_size=12))
def test_spellings_are_mutual_and_never_near(spellings: list[str]) -> None:
    words = Vocabulary((fold_text(spelling), "", 1) for spelling in spellings if fold_text(spelling))
    for spelling in spellings:
        folded = fold_text(spelling)
        others = words.variants(folded)
        assert folded not in others
        assert all(folded in words.variants(other) for other in others)
        assert not set(others) & {near.word for near in words.near(folded)}


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["wabcdefg", "wjihgf", "abcdefghijkl", "wbadc"])
def test_a_large_vocabulary_is_looked_through_in_a_few_steps_a_word(steps: Steps, typed: str) -> None:
    rows = [(f"{chr(0x4E00 + n % 3000)}{chr(0x5000 + n % 997)}{chr(0x6000 + n % 89)}", "", 1) for n in range(60_000)]
    rows += [
        (f"w{n * 7919 % 99991:05}".translate(str.maketrans("0123456789", "abcdefghij")), "", 1) for n in range(60_000)
    ]
    words = Vocabulary(rows)
    assert steps(lambda: words.near(typed), 3 * len(words)) > 0
    assert steps(lambda: words.variants(typed), 3 * len(words)) > 0
