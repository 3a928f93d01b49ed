from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.stretches import stretch_at

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]


def stretches(text: str) -> list[str]:
    found, offset = [], 0
    while offset < len(text):
        start, end = stretch_at(text, offset)
        assert start == offset
        found.append(text[start:end])
        offset = end
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("窓口の研修をオンラインで", ["窓口", "の", "研修", "を", "オンライン", "で"]),
        ("人々は「ペーパーレス」と", ["人々", "は", "「", "ペーパーレス", "」", "と"]),
        ("the mayor's 3 cats, 2万円", ["the", " ", "mayor's", " ", "3", " ", "cats", ",", " ", "2", "万円"]),
        ("ﾁｬｯﾄ・ＤＸ。。", ["ﾁｬｯﾄ", "・", "ＤＸ", "。", "。"]),
        ("cafe\u0301か\u3099", ["cafe\u0301", "か\u3099"]),
        ("。\u0301。", ["。\u0301", "。"]),
    ],
)
def test_a_stretch_is_a_run_of_one_script(text: str, words: list[str]) -> None:
    assert stretches(text) == words


@given(st.text(st.sampled_from("研々あーアｱa1 。\u0301\n"), min_size=1, max_size=12))
def test_every_offset_of_a_stretch_gives_the_same_stretch(text: str) -> None:
    for offset in range(len(text)):
        start, end = stretch_at(text, offset)
        assert start <= offset < end
        assert all(stretch_at(text, inner) == (start, end) for inner in range(start, end))


def test_thousands_of_marks_on_one_character_are_gone_through_once(steps: Steps) -> None:
    text = "あ" + "\u0301" * 1000 + "い"
    steps(lambda: [stretch_at(text, offset) for offset in (0, 500, len(text) - 1)], 60_000)
    assert stretch_at(text, len(text) - 1) == (0, len(text))
