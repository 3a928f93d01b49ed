"""Boundaries of extended grapheme clusters, against hand-made cases and ICU."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.graphemes import boundaries, cluster_at, extends, is_boundary, widen

SIGNS = (
    "aé研のがカｶﾞﾟか\u3099は\u309a❤\ufe0f\ufe0e葛\U000e0100e\u0301\u0327👍🏽👩\u200d💻👨🇯🇵🇫🇷🏴\U000e0067\U000e007f"
    "\u1112\u1161\u11ab한하ㅋ\r\n\t \u200b\u200c\xad…―☕☎\u20e3#1、"
)
TEXT = st.text(st.sampled_from(SIGNS), max_size=24)
ANY_TEXT = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=[])), max_size=24)


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("研修", ["研", "修"]),
        ("か\u3099き", ["か\u3099", "き"]),
        ("ｶﾞﾊﾟ", ["ｶﾞ", "ﾊﾟ"]),
        ("e\u0301\u0327x", ["e\u0301\u0327", "x"]),
        ("葛\U000e0100飾", ["葛\U000e0100", "飾"]),
        ("\r\n\n\r", ["\r\n", "\n", "\r"]),
        ("\n\u0301a", ["\n", "\u0301", "a"]),
        ("👩\u200d👩\u200d👧👍🏽", ["👩\u200d👩\u200d👧", "👍🏽"]),
        ("👩🏽\u200d💻", ["👩🏽\u200d💻"]),
        ("a\u200d👧", ["a\u200d", "👧"]),
        ("🇯🇵🇫🇷🇬", ["🇯🇵", "🇫🇷", "🇬"]),
        ("한\u1112\u1161\u11ab\u1100\u1100", ["한", "\u1112\u1161\u11ab", "\u1100\u1100"]),
        ("\uac00\u11a8\uac01\u11a8\u1161", ["\uac00\u11a8", "\uac01\u11a8", "\u1161"]),
        ("🏴\U000e0067\U000e007f1\ufe0f\u20e3", ["🏴\U000e0067\U000e007f", "1\ufe0f\u20e3"]),
        ("กำ", ["กำ"]),
        ("", []),
    ],
)
def test_a_text_falls_into_its_clusters(text: str, clusters: list[str]) -> None:
    ends = list(boundaries(text))
    assert ends[0] == 0
    assert [text[start:end] for start, end in pairwise(ends)] == clusters


@given(TEXT)
def test_boundaries_are_those_of_icu(text: str) -> None:
    icu = pytest.importorskip("icu", reason="PyICU, the oracle, is not installed")
    breaker = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    breaker.setText(text)
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    assert list(boundaries(text)) == [0, *map(units.index, breaker)]


@given(ANY_TEXT)
def test_one_offset_is_judged_as_all_are(text: str) -> None:
    ends = set(boundaries(text))
    assert {offset for offset in range(len(text) + 1) if is_boundary(text, offset)} == ends


@given(ANY_TEXT, st.data())
def test_a_cluster_holds_its_offset_and_ends_at_boundaries(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if offset == len(text):
        with pytest.raises(IndexError):
            cluster_at(text, offset)
        return
    start, end = cluster_at(text, offset)
    assert start <= offset < end
    ends = list(boundaries(text))
    assert ends.index(end) == ends.index(start) + 1


@given(ANY_TEXT, st.data())
def test_widening_moves_outwards_to_the_nearest_boundaries(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    first, last = widen(text, start, end)
    ends = boundaries(text)
    assert first == max(offset for offset in ends if offset <= start)
    assert last == (first if start == end else min(offset for offset in ends if offset >= end))


def test_an_empty_span_inside_a_cluster_moves_to_its_start() -> None:
    assert widen("か\u3099す", 1, 1) == (0, 0)
    assert widen("か\u3099す", 3, 3) == (3, 3)


def test_a_mark_extends_and_a_letter_does_not() -> None:
    assert all(map(extends, "\u3099\u309aﾞﾟ\u0301\ufe0f\u200d🏽"))
    assert not any(map(extends, "か゛a、\n🇯"))


def test_a_mountain_of_marks_is_one_cluster_and_found_in_no_time() -> None:
    text = "研" + "e" + "\u0301" * 200_000 + "修"
    assert cluster_at(text, 100_000) == (1, 200_002)
    assert boundaries("🇯" * 200_001)[-2:] == (200_000, 200_001)
