"""The sentence that shows a hit, cut to the room there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.snippet import ELLIPSIS, snippet
from roundtable_tui.text.cells import width
from roundtable_tui.text.graphemes import is_boundary, widen

TALK = "そうですね。紙の会議は半分ほどに減りました。「なぜ減ったのですか。」と聞かれます。次に進みましょう！"


def cut(text: str, mark: str, cells: int) -> tuple[str, list[str]]:
    """The snippet of `text` around the first `mark`, and its marked parts."""
    start = text.index(mark)
    found = snippet(text, [(start, start + len(mark))], cells)
    return found.text, [found.text[slice(*span)] for span in found.spans]


def test_a_sentence_that_fits_is_shown_whole_and_alone() -> None:
    assert cut(TALK, "会議", 80) == ("紙の会議は半分ほどに減りました。", ["会議"])
    assert cut(TALK, "進み", 80) == ("次に進みましょう！", ["進み"])


def test_a_closing_bracket_belongs_to_the_sentence_before_it() -> None:
    assert cut(TALK, "なぜ", 80)[0] == "「なぜ減ったのですか。」"


def test_a_line_break_ends_a_sentence() -> None:
    assert cut("見出しのような行\n次の行です", "次", 80)[0] == "次の行です"


def test_a_full_stop_inside_a_number_ends_nothing() -> None:
    assert cut("It rose by 1.6 times. Then it fell.", "rose", 80)[0] == "It rose by 1.6 times."


def test_a_mark_over_two_sentences_shows_both() -> None:
    assert cut(TALK, "ね。紙", 80)[0] == "そうですね。紙の会議は半分ほどに減りました。"


def test_a_line_break_inside_a_mark_is_shown_as_a_space() -> None:
    assert cut("上の行\n下の行", "行\n下", 80) == ("上の行 下の行", ["行 下"])


def test_what_is_cut_is_marked_at_that_end_and_keeps_the_words_before_the_mark() -> None:
    text = "一二三四五六七八九十一二三四五六七八九十ここです一二三四五六七八九十一二三四五六七八九十"
    assert cut(text, "ここです", 30) == ("…七八九十ここです一二三四五六…", ["ここです"])
    assert cut(text, "一二", 20) == ("一二三四五六七八九…", ["一二"])
    assert cut(text[:24], "ここです", 20)[0] == "…六七八九十ここです"


@pytest.mark.parametrize("cells", range(12, 50))
def test_a_latin_word_is_not_cut_in_two(cells: int) -> None:
    text = "We measured every transcription twice before lunch"
    shown, marked = cut(text, "every", cells)
    assert marked == ["every"]
    assert set(shown.strip(ELLIPSIS).split()) <= set(text.split())


def test_a_mark_that_is_wider_than_the_room_is_shown_from_its_start() -> None:
    assert cut("あいうえおかきくけこ", "うえおかきく", 8) == ("…うえお…", ["うえお"])


def test_without_a_mark_the_beginning_is_shown() -> None:
    assert snippet("\n\nはじめの文。次の文。", (), 40).text == "はじめの文。"


@pytest.mark.parametrize("cells", [-1, 0, 1])
def test_no_room_is_no_error(cells: int) -> None:
    shown = snippet(TALK, [(0, 2)], cells)
    assert width(shown.text) <= max(cells, 0)


pieces = st.sampled_from(
    ["紙", "会議", "。", "！」", "\n", " ", "word", "1,234", "か\u3099", "👨\u200d👩\u200d👧", "ﾊﾞ", ". ", "…"]
)
texts = st.lists(pieces | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(texts)
    spans: list[tuple[int, int]] = []
    for edge in sorted(draw(st.sets(st.integers(0, len(text) - 1), min_size=1, max_size=4))):
        start, end = widen(text, edge, edge + 1)
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return text, spans


@given(marked(), st.integers(4, 60))
def test_a_snippet_is_a_part_of_the_text_no_wider_than_asked_with_the_same_words_marked(
    case: tuple[str, list[tuple[int, int]]], cells: int
) -> None:
    text, spans = case
    shown = snippet(text, spans, cells)
    assert width(shown.text) <= cells
    flat = text.replace("\n", " ")
    places = [
        (start, start + len(core))
        for core in {shown.text, shown.text[1:], shown.text[:-1], shown.text[1:-1]}
        if _is_cut(shown.text, core)
        for start in range(len(text) - len(core) + 1)
        if flat.startswith(core, start) and is_boundary(text, start) and is_boundary(text, start + len(core))
    ]
    assert any(_same_marks(shown.text, shown.spans, spans, start, end) for start, end in places)


def _is_cut(whole: str, core: str) -> bool:
    """Whether `whole` is `core` with nothing but an ellipsis at either end."""
    return whole in {core, ELLIPSIS + core, core + ELLIPSIS, ELLIPSIS + core + ELLIPSIS}


def _same_marks(
    shown: str, marks: tuple[tuple[int, int], ...], spans: list[tuple[int, int]], start: int, end: int
) -> bool:
    """Whether `marks` are just `spans` as far as they lie in [start, end), for one way the ellipses may be set."""
    kept = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
    return any(
        list(marks) == [(first - start + left, last - start + left) for first, last in kept]
        for left in (0, 1)
        if len(shown) >= left + end - start
    )
