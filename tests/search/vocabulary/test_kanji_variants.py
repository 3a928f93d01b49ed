"""打ち合わせ and 打合せ are one word, 行う and 行く are two."""

from __future__ import annotations

import pytest

from roundtable_tui.search.vocabulary.kanji_variants import is_same_word, parts, without_kana
from roundtable_tui.text.fold import fold_text

SAME = """
打ち合わせ/打合せ 打ち合わせ/打合わせ 打合わせ/打合せ 打合/打ち合わせ 引っ越し/引越し 引越/引っ越し 取り組み/取組
取り組み/取組み 申し込み/申込 話し合い/話合い 受け付け/受付 手続/手続き 見積/見積もり 見積り/見積もり 取り扱い/取扱
入り口/入口 支払/支払い 割り当て/割当 締め切り/締切 問い合わせ/問合せ 貸し出し/貸出 届け出/届出 書き込み/書込み
繰り返す/繰返す 組み合わせる/組合せる 買い物/買物 立ち上がる/立ち上る 仕組み/仕組
"""

TWO = """
行う/行く 取り組む/取り消す 取組/取り組む 生物/生き物 上る/上がる 見る/見える 山の手/山手 持ち上る/持ち上げる
音読/音読み 引き出す/引き出し 思い出/思い出す 書物/書き物 生命/生命がけ 研修/研究 入れる/入る 話し合い/話し合う
"""


@pytest.mark.parametrize("pair", SAME.split())
def test_what_is_left_out_after_a_kanji_makes_no_other_word(pair: str) -> None:
    one, other = map(fold_text, pair.split("/"))
    assert is_same_word(one, (), other, ())
    assert is_same_word(other, (), one, ())


@pytest.mark.parametrize("pair", TWO.split())
def test_two_words_are_never_taken_for_one(pair: str) -> None:
    one, other = map(fold_text, pair.split("/"))
    assert not is_same_word(one, (), other, ())
    assert not is_same_word(other, (), one, ())


def test_a_known_reading_decides() -> None:
    assert is_same_word("終る", ("おわる",), "終わる", ("おわる",))
    assert is_same_word("上る", ("のぼる", "あがる"), "上がる", ("あがる",))
    assert not is_same_word("上る", ("のぼる",), "上がる", ("あがる",))
    assert not is_same_word("入口", ("にゅこ",), "入り口", ("いりぐち",))


def test_the_same_reading_of_other_kanji_is_another_word() -> None:
    assert not is_same_word("会う", ("あう",), "合う", ("あう",))


def test_a_word_is_no_spelling_of_itself() -> None:
    assert not is_same_word("受付", ("うけつけ",), "受付", ("うけつけ",))


def test_a_word_is_taken_apart_after_each_kanji() -> None:
    assert parts("打ち合わせ") == ("打合", ["ち", "わせ"])


def test_a_noun_made_of_verbs_is_known_without_its_kana_and_another_word_is_not() -> None:
    assert [without_kana(word) for word in ("待ち合い", "取り引き", "見積もり", "打ち合わせ")] == [
        "待合",
        "取引",
        "見積",
        "打合",
    ]
    assert {
        without_kana(word) for word in ("食べ物", "生き物", "山の手", "読み書き", "研修", "けんしゅう", "走る")
    } == {""}
