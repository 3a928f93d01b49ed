"""Headings break between phrases: nothing is lost, nothing is too wide, and no word is torn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.breaks import may_break
from roundtable_tui.text.cells import width
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.phrases import phrases, wrap_heading
from roundtable_tui.text.wrap import trimmed, wrap

WORDS = st.sampled_from(
    [
        *(
            "紙の束を",
            "減らすには",
            "~架空市CIO×県CIO座談会②~",
            "はんこだけが",
            "役場に",
            "残っていた",
            "「異議なし」と",
        ),
        *(
            "、",
            "。",
            "……",
            "――",
            "　",
            " ",
            "お知らせ",
            "引き継ぎ書の",
            "well-known words",
            "1,234円",
            "か\u3099",
            "é",
        ),
        *"東京のをはがにとへで「」（）ー々っ①!Aa1",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map("".join) | st.text(max_size=40).map(lambda text: text.replace("\n", ""))
CELLS = st.integers(1, 60)


def shown(text: str, cells: int) -> list[str]:
    return [text[slice(*trimmed(text, *line))] for line in wrap_heading(text, cells)]


@given(TEXTS)
def test_phrases_cover_the_text_and_end_where_a_line_may_end(text: str) -> None:
    parts = phrases(text)
    assert "".join(text[start:end] for start, end in parts) == text
    cuts = set(boundaries(text))
    for (_start, end), (begin, _end) in pairwise(parts):
        assert begin == end
        assert end in cuts
        assert may_break(text, end) or text[end] in "~～"


@given(TEXTS, CELLS)
def test_lines_cover_the_heading_and_fit(text: str, cells: int) -> None:
    lines = wrap_heading(text, cells)
    assert "".join(text[start:end] for start, end in lines) == text
    for start, end in lines:
        line = text[slice(*trimmed(text, start, end))]
        assert width(line) <= cells or len(boundaries(line)) == 2


@given(TEXTS, CELLS)
def test_a_line_ends_with_a_phrase_unless_a_phrase_is_longer_than_a_line(text: str, cells: int) -> None:
    lines = wrap_heading(text, cells)
    plain = wrap(text, cells, hang=False)
    assert len(lines) <= len(plain) + 1
    ends = {end for _start, end in phrases(text)}
    longest = max((width(text[slice(*trimmed(text, *part))]) for part in phrases(text)), default=0)
    if longest <= cells and lines != plain:
        assert {end for _start, end in lines} <= ends


PHRASES = [
    "家で|働いてみたら、|はんこだけが|役場に|残っていた",
    "紙の|束を|減らすには|~架空市CIO×県CIO座談会②~",
    "前編　|行列は|どこから|来るのか",
    "学び直しという|言葉が|きらい",
    "避難所の|受付に|三時間半",
    "引き継ぎ書の|一行め",
    "引っ越しと|言う|人、|転出と|書く|人",
    "茶わん蒸しの|話",
    "「わかりません」と|言える|窓口",
    "鐘を|鳴らすのは|だれか",
    "次の|お知らせと|ご案内",
    "参加者が|上がる|二階",
    "Four |people, |one |ferry",
    "第14回　|対談で|1,234円の|BYODを|語る",
]


@pytest.mark.parametrize("marked", PHRASES)
def test_phrases_are_those_that_a_reader_hears(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(text[start:end] for start, end in phrases(text)) == marked


LINES = [
    ("家で働いてみたら、はんこだけが役場に残っていた", 46, ["家で働いてみたら、はんこだけが役場に残っていた"]),
    ("家で働いてみたら、はんこだけが役場に残っていた", 44, ["家で働いてみたら、", "はんこだけが役場に残っていた"]),
    ("家で働いてみたら、はんこだけが役場に残っていた", 24, ["家で働いてみたら、", "はんこだけが役場に", "残っていた"]),
    ("窓口の四十七分を数えた人たち①", 28, ["窓口の四十七分を", "数えた人たち①"]),
    ("Four people, one ferry and thirty-one years", 40, ["Four people, one ferry", "and thirty-one years"]),
    ("紙でなければならないもの", 8, ["紙でなけ", "ればなら", "ないもの"]),  # one phrase, longer than a line
]


@pytest.mark.parametrize(("text", "cells", "lines"), LINES)
def test_a_heading_has_few_and_even_lines_of_whole_phrases(text: str, cells: int, lines: list[str]) -> None:
    assert shown(text, cells) == lines
