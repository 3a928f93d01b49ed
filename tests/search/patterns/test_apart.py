"""Words typed as one that stand apart in print."""

from __future__ import annotations

import pytest

from roundtable_tui.search.patterns.apart import names_apart, parted
from roundtable_tui.text.fold import fold_text

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
