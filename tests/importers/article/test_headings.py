from __future__ import annotations

import pytest

from roundtable_tui.importers.article.headings import depths, looks_like_heading


@pytest.mark.parametrize(
    "text", ["紙をやめてみた", "■窓口の前で", "1. はじめに", "【第一部】", "意識を上げる必要も", "DX and paper"]
)
def test_short_lines_without_a_full_stop_can_be_headings(text: str) -> None:
    assert looks_like_heading(text, strict=True)


@pytest.mark.parametrize(
    "text", ["はい。", "なるほど", "よろしくお願いします", "・箱", "―お時間です", "※注", "あ" * 60, "***", "え？"]
)
def test_what_a_speaker_may_have_said_is_no_heading(text: str) -> None:
    assert not looks_like_heading(text, strict=True)


@pytest.mark.parametrize(
    ("runs", "expected", "doubtful"),
    [
        ([["甲", "乙"], ["丙", "丁"]], [[1, 2], [1, 2]], [False, False]),
        ([["甲"], ["乙"]], [[1], [1]], [False, False]),
        ([["甲", "乙"], ["丙"], ["丁", "戊"]], [[1, 2], [2], [1, 2]], [False, True, False]),
        ([["■甲", "●乙"], ["●丙"], ["■丁"]], [[1, 2], [2], [1]], [False, False, False]),
        ([["●甲", "■乙"]], [[1, 2]], [False]),
        ([["■甲", "●乙"], ["●丙", "■丁"]], [[1, 2], [1, 2]], [False, False]),
    ],
)
def test_pairs_and_marks_say_how_deep_a_heading_lies(
    runs: list[list[str]], expected: list[list[int]], doubtful: list[bool]
) -> None:
    assert depths(runs) == (expected, doubtful)
