"""Readings that a piece states itself."""

from __future__ import annotations

import pytest

from roundtable_tui.model import Participant
from roundtable_tui.search.readings.analyser import find_analyser
from roundtable_tui.search.readings.given import names_of, stated_readings

ANALYSER = find_analyser()
needs_analyser = pytest.mark.skipif(
    ANALYSER is None, reason="no analyser is installed (pip install lindera-python-ipadic)"
)


@pytest.mark.parametrize(
    "text",
    [
        "研修（けんしゅう）",
        "研修(けんしゅう)",
        "研修（ケンシュウ）",
        "研修(ｹﾝｼｭｳ)",
        "「研修」（けんしゅう）",
        "新しい研修（けん しゅう）を",
    ],
)
def test_kana_in_brackets_after_kanji_is_its_reading(text: str) -> None:
    for analyser in (ANALYSER, None):
        assert stated_readings([], [text], analyser) == {"研修": "けんしゅう"}


@needs_analyser
@pytest.mark.parametrize(
    ("text", "spelling", "reading"),
    [
        ("市長石破（いしば）さん", "石破", "いしば"),
        ("本日の打ち合わせ(うちあわせ)", "打ち合わせ", "うちあわせ"),
        ("子ども食堂（しょくどう）", "食堂", "しょくどう"),
        ("子ども食堂（こどもしょくどう）", "子ども食堂", "こどもしょくどう"),
        ("灯ヶ浦市（ひがうらし）では", "灯ヶ浦市", "ひがうらし"),
        ("隣の八重霧町（やえぎりちょう）", "八重霧町", "やえぎりちょう"),
        ("参加者御厨（みくりや）", "御厨", "みくりや"),
        ("百舌鳥（もず）", "百舌鳥", "もず"),
    ],
)
def test_the_word_before_the_brackets_is_the_one_that_is_read_so(text: str, spelling: str, reading: str) -> None:
    assert stated_readings([], [text], ANALYSER) == {spelling: reading}


@needs_analyser
def test_what_may_be_no_reading_leaves_the_word_its_own() -> None:
    assert stated_readings([], ["研修会議（まとめ）"], ANALYSER) == {"会議": "まとめ/かいぎ"}


@pytest.mark.parametrize(
    "text",
    [
        "はい（わらい）",
        "研修（2日）",
        "研修（笑）",
        "研修(けんしゅう",
        "（けんしゅう）",
        "打ち合わせ（かいぎ）",
        "木（さんりんにきがたくさん）",
    ],
)
def test_other_brackets_are_no_reading(text: str) -> None:
    for analyser in (ANALYSER, None):
        assert stated_readings([], [text], analyser) == {}


def test_the_first_reading_of_a_word_is_kept_and_a_name_goes_before_it() -> None:
    people = [Participant("梅原", name="梅原 慎二", kana="うめばら しんじ")]
    texts = ["梅原（うめはら）と研修（けんしゅう）", "研修（けんしゅ）"]
    stated = stated_readings(people, texts, None)
    assert stated["梅原"] == "うめばら"
    assert stated["研修"] == "けんしゅう"


def test_a_name_is_read_whole_and_in_its_parts_but_a_given_name_of_one_kanji() -> None:
    people = [
        Participant("梅原", name="梅原 慎二", kana="ウメハラ　シンジ"),
        Participant("宮坂", name="宮坂 学", kana="みやさか まなぶ"),
        Participant("東海林", kana="ｼｮｳｼﾞ"),
    ]
    assert dict(names_of(people)) == {
        "梅原 慎二": "うめはら しんじ",
        "梅原": "うめはら",
        "慎二": "しんじ",
        "宮坂 学": "みやさか まなぶ",
        "宮坂": "みやさか",
        "東海林": "しょうじ",
    }


def test_names_without_kanji_or_without_kana_are_left_out() -> None:
    people = [
        Participant("スミス", name="ジョン・スミス", kana="じょん すみす"),
        Participant("野々村", name="野々村 凪"),
        Participant("司会", kana="(しかい)"),
        Participant("久我", name="久我 すみれ", kana="くが すみれ"),
    ]
    assert dict(names_of(people)) == {"久我 すみれ": "くが すみれ", "久我": "くが"}


def test_a_name_that_is_not_parted_as_its_kana_is_read_whole() -> None:
    assert dict(names_of([Participant("林", name="林 太郎", kana="はやしたろう")])) == {"林太郎": "はやしたろう"}
