from __future__ import annotations

import pytest

from roundtable_tui.tui.narrowing import Narrowing, folded_text


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        ("", True),
        ("橋", True),
        ("かもめ", True),
        ("ｶﾓﾒ", True),
        ("kamome", True),
        ("kamo", True),
        ("ｋａｍｏ", True),
        ("kamom", True),
        ("かもめ 橋", True),
        ("橋　３", True),
        ("OLD bridge", True),
        ("bridg", True),
        ("3", True),
        ("4", False),
        ("堤防", False),
        ("橋 堤防", False),
        ("tsubame", False),
    ],
)
def test_every_word_has_to_be_there_in_whatever_script_it_is_typed(typed: str, stays: bool) -> None:
    text = folded_text("防災無線はカモメに届くか", "橋の話 第3回", "The Old Bridge")
    assert Narrowing(typed).keeps(text) == stays
    assert bool(Narrowing(typed)) == bool(typed)
