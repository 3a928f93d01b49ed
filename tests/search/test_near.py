"""The spellings in the library that a misspelt word may have meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from roundtable_tui.model import Section, Transcript, Turn
from roundtable_tui.search.corpus import Snapshot
from roundtable_tui.search.indexed import Indexer
from roundtable_tui.search.near import MOST_SPELLINGS, near_forms
from roundtable_tui.search.query import parse_query
from roundtable_tui.search.slips import errors_in_word


def snapshot(*texts: str) -> Snapshot:
    """A library of one piece for each of `texts`."""
    indexer = Indexer()
    turns = [(Turn(1, "speech", "青木", text),) for text in texts]
    talks = [Transcript(str(number), "", sections=(Section((1,), "", own),)) for number, own in enumerate(turns)]
    return Snapshot(tuple(indexer.index(talk, "") for talk in talks))


def near(typed: str, *texts: str) -> list[str]:
    whole = snapshot(*texts)
    (term,) = parse_query(typed).terms
    return [form.text for form in near_forms(term, whole.words, whole.pieces, lambda: False)]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("テレワク", "県もテレワークです。", ["てれわ-く"]),
        ("てれわく", "県もテレワークです。", ["てれわ-く"]),
        ("ﾃﾚﾜｸ", "県もテレワークです。", ["てれわ-く"]),
        ("シュミレーション", "シミュレーションをします。", ["しみゆれ-しよん"]),
        ("transciption", "A transcription is a record.", ["transcription"]),
        ("tyop", "Another typo, he said.", ["typo"]),
        ("在宅勤無", "昨日は在宅勤務でした。", ["在宅勤務"]),
        ("勤在宅務", "昨日は在宅勤務でした。", []),
        ("在勤宅務", "昨日は在宅勤務でした。", ["在宅勤務"]),
        ("引越し", "去年、引っ越しました。引っ越しは大変。", ["引つ越し"]),
        ("ありがとうごさいます", "毎度ありがとうございます。", ["ありがとうございます"]),
    ],
)
def test_a_slip_finds_what_was_meant(typed: str, text: str, found: list[str]) -> None:
    assert near(typed, text) == found


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("チャンド", "ちゃんと見ています。"),  # a katakana word is not hiragana prose
        ("ですと", "テストですね。"),
        ("スルト", "するとどうなる。スルメ。"),
        ("カメラ", "カメオとコメラ。"),
        ("研週", "研修です。"),
        ("情報局", "情報課と情報の話。"),
        ("type", "A prototypes list."),
        ("word", "cord lord wore"),
        ('"テレワク"', "県もテレワークです。"),
        ("令和5年度", "令和3年度の話です。"),
        ("2021", "2022年です。"),
        ("在宅\u3000", "在庫です。"),
    ],
)
def test_chance_is_no_slip(typed: str, text: str) -> None:
    assert near(typed, text) == []


def test_only_the_nearest_spellings_count() -> None:
    assert near("スケジュル", "スケジュールとスケジューラ") == ["すけじゆ-る"]


def test_rarer_spellings_come_first_and_there_are_never_too_many() -> None:
    assert near("カラーズ", "カラーワズ カラズ", "カラーワズ") == ["からず", "から-わず"]
    many = [f"カラー{letter}ズ" for letter in "アイウエオカキクケコサシスセソタチツテト"]
    assert len(near("カラーズ", *many)) == MOST_SPELLINGS


def test_a_slip_is_not_looked_for_across_two_turns() -> None:
    assert near("在宅勤務", "在宅", "勤務", "在宅\n勤務") == []


def test_a_search_that_is_cancelled_has_no_spellings() -> None:
    whole = snapshot("昨日は在宅勤務でした。")
    (term,) = parse_query("在宅勤無").terms
    assert near_forms(term, whole.words, whole.pieces, lambda: True) == ()


syllables = st.text("在宅勤務研修情報政策てをはアイカテレワーク", min_size=1, max_size=9)


@given(syllables, st.lists(syllables, min_size=1, max_size=5))
def test_every_spelling_stands_in_the_library_and_within_the_errors_allowed(typed: str, texts: list[str]) -> None:
    whole = snapshot("。".join(texts))
    (term,) = parse_query(typed).terms
    for form in near_forms(term, whole.words, whole.pieces, lambda: False):
        assert 0 < OSA.distance(term.folded, form.text) == form.errors <= errors_in_word(len(term.folded))
        assert form.text in whole.pieces[0].text


kanji = st.text("在宅勤務研修情報政策環境整備", min_size=4, max_size=11).filter(
    lambda word: len(set(word)) == len(word)
)


@given(kanji, st.data())
def test_any_one_wrong_missing_doubled_or_swapped_kanji_inside_a_word_finds_it(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slips = [
        word[:at] + "壱" + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
    ]
    typed = data.draw(st.sampled_from([slip for slip in slips if len(slip) > 3]))
    found = near(typed, f"これは{word}です。")
    assert any(re.search(re.escape(form), word) or form == word for form in found), (typed, found)
