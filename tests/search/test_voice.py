"""Whose turns a filter by speaker, role or organisation lets through."""

from __future__ import annotations

import pytest

from roundtable_tui.model import Participant
from roundtable_tui.search.filters import Filters
from roundtable_tui.search.voice import Voice, heard

PEOPLE = {
    "房江": Participant(
        "髙橋", "髙橋 房江", kana="たかはし ふさえ", org="八重霧町", role="課長", aliases=("房江さん",)
    ),
    "湊": Participant("高橋", "高橋 湊", kana="たかはし みなと", org="三つ橋市", role="係長"),
    "巌": Participant("渡邊町長", "渡邊 巌", org="鯨尾町", role="町長"),
    "小夜": Participant("渡邊保健師", "渡邊 小夜", org="鯨尾町健康福祉課", role="保健師(CIO補佐)"),
    "浜田": Participant("濵田", "濵田 実", org="三つ橋市", role="ＣＩＯ"),
}


def who(filters: Filters, *without: str) -> set[str]:
    voices = {Voice.of(person): name for name, person in PEOPLE.items() if name not in without}
    return {voices[voice] for voice in heard(voices, filters)}


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("髙橋", {"房江"}),
        ("高橋", {"湊"}),
        ("房江さん", {"房江"}),
        ("髙橋房江", {"房江"}),
        ("髙橋　房江", {"房江"}),
        ("湊", {"湊"}),
        ("たかはし", {"房江", "湊"}),
        ("タカハシ", {"房江", "湊"}),
        ("takahashi", {"房江", "湊"}),
        ("takahasi husae", {"房江"}),
        ("tokyo", set()),
        ("髙", {"房江"}),
        ("高橋 湊", {"湊"}),
        ("高橋房", set()),
        ("渡邊", {"巌", "小夜"}),
        ("渡辺", set()),
        ("渡部", set()),
        ("浜田", set()),
        ("渡邊町長", {"巌"}),
        ("渡", {"巌", "小夜"}),
        ("橋", set()),
        ("\u200b", set()),
    ],
)
def test_a_name_lets_through_only_who_is_called_so(name: str, people: set[str]) -> None:
    assert who(Filters(speaker=name)) == people


def test_a_name_that_is_only_folded_alike_counts_where_nobody_is_called_just_so() -> None:
    assert who(Filters(speaker="房江サン")) == {"房江"}
    assert who(Filters(speaker="フサエ")) == {"房江"}
    assert who(Filters(speaker="フサ")) == {"房江"}


def test_somebody_is_never_taken_for_another_whose_name_a_search_would_find() -> None:
    assert who(Filters(speaker="高橋"), "湊") == who(Filters(speaker="高"), "湊") == set()
    assert who(Filters(speaker="髙橋"), "房江") == set()
    names = ["斎藤 ショウ", "齋藤 ショウ", "斉藤 シヨウ", "佐々木", "佐佐木", "ヴァン", "バン"]
    voices = {Voice.of(Participant(name, name)): name for name in names}
    for name in names:
        assert {voices[voice] for voice in heard(voices, Filters(speaker=name))} == {name}
    assert {voices[voice] for voice in heard(voices, Filters(speaker="しょう"))} == {"斎藤 ショウ", "齋藤 ショウ"}


def test_role_and_organisation_need_only_hold_the_words_and_are_folded() -> None:
    assert who(Filters(role="cio")) == {"小夜", "浜田"}
    assert who(Filters(org="鯨尾")) == {"巌", "小夜"}
    assert who(Filters(org="三つ橋", role="係長")) == {"湊"}


def test_another_condition_never_brings_in_somebody_of_a_like_name() -> None:
    assert who(Filters(speaker="高橋", org="八重霧町")) == set()


def test_a_label_that_names_nobody_can_be_asked_for() -> None:
    stray = Voice.labelled("記者Ａ")
    assert heard([stray], Filters(speaker="記者A")) == {stray}
    assert heard([stray], Filters(role="記者")) == frozenset()
