"""Words typed as one that stand apart in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.apart import Together, hyphened, letters_apart, names_apart, parted
from roundtable_tui.search.patterns.fit import FUZZY
from roundtable_tui.search.patterns.sound import Sound
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.row_text import RowText

    Row = Callable[[str], RowText]
    Marked = Callable[[RowText, list[tuple[int, int]]], list[str]]

WORDS = {fold_text(word) for word in ("パブリック", "コメント", "ワーク", "ライフ", "バランス", "デジタル")}


@pytest.mark.parametrize(
    "printed", ["パブリック・コメント", "ワーク・ライフ・バランス", "ジョン・スミス", "さがら みお"]
)
def test_a_word_typed_as_one_is_known_with_what_parts_it_in_print(printed: str) -> None:
    typed = printed.replace("・", "").replace(" ", "")
    assert fold_text(printed) in parted(fold_text(typed), WORDS.__contains__)


def test_a_long_word_is_parted_only_where_words_of_the_library_meet() -> None:
    typed = fold_text("パブリックコメントアウト")
    assert list(parted(typed, WORDS.__contains__)) == []


@pytest.mark.parametrize("printed", ["宮坂 学", "三枝 怜子", "野々村 凪", "林 太郎左衛門"])
def test_a_full_name_typed_as_one_is_known_with_its_space(printed: str) -> None:
    assert printed in names_apart(printed.replace(" ", ""))


@pytest.mark.parametrize("typed", ["宮", "さがらみお", "宮坂さん", "情報通信技術利活用推進本部"])
def test_what_is_no_name_in_kanji_is_not_parted_as_one(typed: str) -> None:
    assert list(names_apart(typed)) == []


def test_latin_words_with_a_hyphen_are_known_without_it() -> None:
    assert list(hyphened("egg-timer")) == ["egg timer", "eggtimer"]
    assert [list(hyphened(word)) for word in ("egg", "-egg", "3-4", "さ-ば")] == [[]] * 4


def test_a_latin_word_is_taken_apart_where_two_words_of_the_library_meet() -> None:
    words = {"egg", "timer", "on", "line"}
    assert list(letters_apart("eggtimer", words.__contains__)) == ["egg timer", "egg-timer"]
    assert list(letters_apart("online", words.__contains__)) == []


def test_parts_that_stand_apart_in_the_row_are_all_marked(row: Row, marked: Marked) -> None:
    pattern = Together(((Sound(("うめはら",)),), (Spelling("部長"),)))
    text = row("梅原=うめはら| |一彦=かずひこ| / 架空市 |部長=ぶちょう")
    assert marked(text, pattern.spans(text)) == ["梅原", "部長"]
    fit = pattern.fit(text)
    assert fit is not None
    assert fit.tier == FUZZY
    assert pattern.fit(row("梅原=うめはら| |課長=かちょう")) is None
    assert pattern.spans(row("|部長=ぶちょう|だけ")) == []
