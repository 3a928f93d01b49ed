"""Lines of one paragraph: what must hold for every text, and what Japanese and English sentences look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text import graphemes
from roundtable_tui.text.breaks import may_break, may_split
from roundtable_tui.text.cells import set_ambiguous_wide, width
from roundtable_tui.text.wrap import HANGING, trimmed, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]

NO_START = (
    "、。，．」』）〕】〉》ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・：；！？‼⁇⁈⁉〜～”’｡､｣ｰｯ℃％…‥!?),.:;"
)
NO_END = "「『（〔【〈《￥＄$№“‘｢(["

PIECES = st.sampled_from(
    [
        *"、。，．」』）】ー々ゝぁっゃュョ・：；！？‼⁇%℃”’「『（【￥$№“‘……――‥‥─　 \t\u00a0\u2060\u200b\u00ad\"'",
        *"私東京都荒川区はがをのにとでカナABab12１２ＡＢ第年人万円-/~@#&=+|〜～※①｡､ｱﾞｶﾟｯ",
        *("か\u3099", "e\u0301", "\u0301", "葛\U000e0100", "❤\ufe0f", "👍🏽"),
        *("👨\u200d👩\u200d👧", "🇯🇵", "🇫", "한국", "\u1112\u1161\u11ab"),
        *("Microsoft", "BYOD", "1,234円", "50%", "3.5km", "令和3年", "https://example.com/a/b?c=1", "well-known"),
        *("\x1b[31m", "\r", "\u2028", "\u202e", "ไทย", "नमस्ते", "العربية", "\ud800"),
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60).map(lambda text: text.replace("\n", ""))
CELLS = st.integers(1, 30) | st.sampled_from([40, 41, 74, 80])


def shown(text: str, cells: int, *, hang: bool = True) -> list[str]:
    return [text[slice(*trimmed(text, *line))] for line in wrap(text, cells, hang=hang)]


@given(TEXTS, CELLS, st.booleans())
def test_lines_cover_the_text_in_order_and_without_a_gap(text: str, cells: int, hang: bool) -> None:
    lines = wrap(text, cells, hang=hang)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert [end for _, end in lines[:-1]] == [start for start, _ in lines[1:]]
    assert all(start < end for start, end in lines) or lines == [(0, 0)]


@given(TEXTS, CELLS, st.booleans())
def test_no_line_is_wider_than_its_cells(text: str, cells: int, hang: bool) -> None:
    for start, end in wrap(text, cells, hang=hang):
        start, end = trimmed(text, start, end)
        line = text[start:end]
        if width(line) <= cells or len(graphemes.boundaries(line)) == 2:
            continue
        assert hang
        assert line[-1] in HANGING
        assert width(line[:-1]) <= cells
        assert width(line) <= cells + 2


@given(TEXTS, CELLS)
def test_no_grapheme_is_split(text: str, cells: int) -> None:
    cuts = set(graphemes.boundaries(text))
    assert all(end in cuts for _, end in wrap(text, cells))


@given(TEXTS, CELLS, st.booleans())
def test_a_line_ends_where_it_may_unless_no_such_place_fits(text: str, cells: int, hang: bool) -> None:
    cuts = set(graphemes.boundaries(text))
    for start, end in wrap(text, cells, hang=hang)[:-1]:
        if may_break(text, end):
            continue
        fitting = [at for at in range(start + 1, len(text)) if at in cuts and width(text[start:at]) <= cells]
        assert not any(may_break(text, at) for at in fitting)
        assert may_split(text, end) or not any(may_split(text, at) for at in fitting)


@given(TEXTS, CELLS)
def test_a_line_is_as_full_as_it_can_be(text: str, cells: int) -> None:
    cuts = set(graphemes.boundaries(text))
    for start, end in wrap(text, cells, hang=False)[:-1]:
        for at in range(end + 1, len(text)):
            assert not (at in cuts and may_break(text, at) and width(text[slice(*trimmed(text, start, at))]) <= cells)


@given(TEXTS)
def test_what_may_not_start_or_end_a_line_is_no_place_to_break(text: str) -> None:
    for at in range(1, len(text)):
        before, behind = text[at - 1], text[at]
        if may_break(text, at) and before != "\u200b":
            assert before not in NO_END
            assert (
                behind not in NO_START
                or (before in " \t" and behind in "℃％…‥”’")
                or (before == "　" and behind in "℃％")
            )


@given(TEXTS, CELLS)
def test_a_line_wider_than_the_text_holds_it_all(text: str, cells: int) -> None:
    assert wrap(text, max(width(text), 1)) == [(0, len(text))]


@given(TEXTS, CELLS)
def test_every_offset_is_on_exactly_one_line(text: str, cells: int) -> None:
    offsets = [offset for start, end in wrap(text, cells) for offset in range(start, end)]
    assert offsets == list(range(len(text)))


@given(TEXTS, CELLS)
def test_with_wide_ambiguous_characters_lines_still_fit(text: str, cells: int) -> None:
    set_ambiguous_wide(True)
    try:
        test_no_line_is_wider_than_its_cells.hypothesis.inner_test(text, cells, False)  # type: ignore[attr-defined]
    finally:
        set_ambiguous_wide(False)


@pytest.mark.parametrize("cells", [-1, 0, 1, 2, 80])
def test_an_empty_text_is_one_empty_line(cells: int) -> None:
    assert wrap("", cells) == [(0, 0)]


JAPANESE = [
    # text, cells, lines
    ("荒川区と都の対談です。次回も", 22, ["荒川区と都の対談です。", "次回も"]),
    ("荒川区と都の対談です。次回も", 20, ["荒川区と都の対談です。", "次回も"]),  # 。 hangs
    ("荒川区と都の対談です、次回も", 21, ["荒川区と都の対談です、", "次回も"]),  # one cell beyond
    ("荒川区の対談です。」次回も", 18, ["荒川区の対談で", "す。」次回も"]),  # 。 cannot hang with 」 behind it
    ("荒川区の「対談」です", 8, ["荒川区の", "「対談」", "です"]),
    ("荒川区と「対談」です", 10, ["荒川区と", "「対談」で", "す"]),  # 「 does not stay behind
    ("テレワークをやってみた", 10, ["テレワーク", "をやってみ", "た"]),
    ("彼はやってみたのです", 6, ["彼は", "やって", "みたの", "です"]),  # っ takes や down with it
    ("やはりチャットツールで", 10, ["やはり", "チャット", "ツールで"]),
    ("人々の時々の言葉", 10, ["人々の時々", "の言葉"]),
    ("人々の時々の言葉", 8, ["人々の", "時々の言", "葉"]),
    ("それは！？そうなの", 6, ["それ", "は！？", "そうな", "の"]),
    ("そうか……それで――つまり", 8, ["そうか……", "それで――", "つまり"]),
    ("そうか……それで――つまり", 7, ["そう", "か……そ", "れで――", "つまり"]),
    ("予算は1,234円です", 10, ["予算は", "1,234円で", "す"]),
    ("予算は1,234円です", 12, ["予算は", "1,234円です"]),
    ("参加は50%でした", 8, ["参加は", "50%でし", "た"]),
    ("毎回50人は参加", 6, ["毎回", "50人は", "参加"]),
    ("距離は3.5kmです", 8, ["距離は", "3.5kmで", "す"]),
    ("令和3年11月10日に", 6, ["令和", "3年", "11月", "10日に"]),
    ("全部で10万円です", 7, ["全部で", "10万円", "です"]),
    ("一台で4万2千円です", 10, ["一台で", "4万2千円で", "す"]),
    ("百万2つ", 4, ["百万", "2つ"]),
    ("気温は25℃です", 8, ["気温は", "25℃です"]),
    ("価格は￥1,200です", 8, ["価格は", "￥1,200", "です"]),
    ("価格は￥１，２００です", 12, ["価格は", "￥１，２００", "です"]),
    ("第14回をお届け", 6, ["第14回", "をお届", "け"]),
    ("都のMicrosoftの製品", 12, ["都の", "Microsoftの", "製品"]),
    ("業務でBYODをする", 8, ["業務で", "BYODをす", "る"]),
    ("業務でＢＹＯＤをする", 10, ["業務で", "ＢＹＯＤを", "する"]),
    ("彼は“自由”だ", 5, ["彼は", "“自", "由”だ"]),
    ("彼は“自由”だ", 6, ["彼は", "“自由”", "だ"]),
    ("ｱｲｳ｡ｴｵ｣ｶ", 3, ["ｱｲｳ｡", "ｴｵ｣", "ｶ"]),
    ("　字下げの行です", 8, ["　字下げ", "の行です"]),
    ("えっ！　そうなの", 6, ["えっ！", "そうな", "の"]),
    ("ゆら／＼ゆれる", 6, ["ゆ", "ら／＼", "ゆれる"]),
    ("環境※の注。※参照と※１は", 6, ["環境※", "の注。", "※参照", "と※１", "は"]),
    ("葛\U000e0100飾区の葛\U000e0100飾", 2, ["葛\U000e0100", "飾", "区", "の", "葛\U000e0100", "飾"]),
    ("か\u3099き\u3099", 2, ["か\u3099", "き\u3099"]),
    ("👨\u200d👩\u200d👧と🇯🇵", 2, ["👨\u200d👩\u200d👧", "と", "🇯🇵"]),
    ("한국말", 4, ["한국", "말"]),
]


@pytest.mark.parametrize(("text", "cells", "lines"), JAPANESE)
def test_japanese_lines_break_by_the_strict_rules(text: str, cells: int, lines: list[str]) -> None:
    assert shown(text, cells) == lines


LATIN = [
    ("Words stay whole.", 8, ["Words", "stay", "whole."]),
    ("Words   keep    apart", 8, ["Words", "keep", "apart"]),
    ("a well-known man", 8, ["a well-", "known", "man"]),
    ("the Wi-Fi here", 8, ["the", "Wi-Fi", "here"]),
    ("the e-mail here", 8, ["the", "e-mail", "here"]),
    ("on 2021-11-10 only", 12, ["on", "2021-11-10", "only"]),
    ("from -5 to +5", 6, ["from", "-5 to", "+5"]),
    ("it is 50 % of", 7, ["it is", "50 % of"]),
    ("don’t “quote me” here", 9, ["don’t", "“quote", "me” here"]),
    ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
    ("at https://example.com/a-b/c?d=e now", 40, ["at https://example.com/a-b/c?d=e now"]),
    ("at https://example.com/a-b/c?d=e now", 30, ["at", "https://example.com/a-b/c?d=e", "now"]),
    ("at https://example.com/a-b/c?d=e now", 24, ["at", "https://example.com/a-b/", "c?d=e now"]),
    ("at https://example.com/a-b/c?d=e now", 23, ["at", "https://example.com/a-", "b/c?d=e now"]),
    ("100\u00a0000 yen", 8, ["100\u00a0000", "yen"]),
    ("one\u2060—\u2060two three", 8, ["one\u2060—\u2060two", "three"]),
    ("over\u200bflow", 5, ["over\u200b", "flow"]),
    ("in\u00adcomprehensible", 17, ["in\u00adcomprehensible"]),
    ("a dis\u00adability", 10, ["a", "dis\u00adability"]),
    ("a dis\u00adability", 8, ["a", "dis\u00ad", "ability"]),
    ("e\u0301te\u0301 e\u0301te\u0301", 3, ["e\u0301te\u0301", "e\u0301te\u0301"]),
]


@pytest.mark.parametrize(("text", "cells", "lines"), LATIN)
def test_latin_words_numbers_and_addresses_stay_whole(text: str, cells: int, lines: list[str]) -> None:
    assert shown(text, cells) == lines


def test_without_hanging_the_stop_takes_a_character_down() -> None:
    assert shown("荒川区です。次回", 10, hang=False) == ["荒川区で", "す。次回"]


@pytest.mark.parametrize("cells", [1, 2])
def test_a_column_of_one_or_two_cells_loses_nothing(cells: int) -> None:
    text = "「え、ABC！」"
    assert shown(text, cells, hang=False) == (list(text) if cells == 1 else ["「", "え", "、", "AB", "C", "！", "」"])


def test_a_mark_on_a_space_stays_with_it_at_the_start_of_a_line() -> None:
    assert shown("ab \u0301c", 2) == ["ab", " \u0301c"]


def test_white_space_alone_is_one_line() -> None:
    assert wrap(" 　 \t ", 2) == [(0, 5)]


def test_an_indent_wider_than_the_column_is_a_line_of_its_own() -> None:
    assert shown("　　　あ", 4) == ["", "あ"]


@pytest.mark.parametrize(
    "part",
    ["あ", "億", "……", "a", " ", "　", "っ", "e\u0301", "\u0301", "🇯🇵", "-", "/", "「", "1,", "あa", "a-", "“”", "…あ"],
)
def test_a_paragraph_of_ten_times_the_length_takes_ten_times_the_steps(steps: Steps, part: str) -> None:
    def taken(characters: int) -> int:
        text = part * (characters // len(part))
        return steps(lambda: wrap(text, 80), 50 * characters)

    wrap(part * 200, 80)
    # a hundred times as many if any step looked at all of it again
    assert taken(10_000) < 15 * taken(1_000)
    text = part * (300_000 // len(part))
    assert wrap(text, 80)[-1][1] == len(text), "it ends, also where the steps are not Python's"


@given(TEXTS, CELLS, st.integers(0, 4))
def test_the_first_line_leaves_room_for_an_indent_and_the_others_do_not(text: str, cells: int, indent: int) -> None:
    lines = wrap(text, cells, hang=False, indent=indent)
    assert "".join(text[start:end] for start, end in lines) == text
    for start, end in lines:
        line = text[slice(*trimmed(text, start, end))]
        room = max(cells if start else cells - indent, 1)
        assert width(line) <= room or len(graphemes.boundaries(line)) == 2
