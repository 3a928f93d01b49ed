"""Folding a text, and finding the way back to the very code points that were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from roundtable_tui.text.fold import Folded, fold, fold_strictly, fold_text
from roundtable_tui.text.fold_rules import fold_cluster, joins, leans
from roundtable_tui.text.graphemes import is_boundary, widen
from roundtable_tui.text.repeats import written_out

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]

SIGNS = (
    "研修のカがガｶﾞｳﾞヴか\u3099゛ﾟーｰ－―〜～ＡａÁe\u0301ßﬁ㌔㈱①…　\u200b\xad\ufe0f\U000e0100\n-~'“ヷ"
    "會会﨑\ufa11邊神\ufa19𠮷\U0002f800人々〻ゝゞヽヾゃッァㇷ゚ゕヶヴヴァｳﾞｧヴュゥ\udc80"
    "👍🏽👩\u200d💻🇯🇵각\u1100\u1161\u11a8ㄱㅏ"
)
TEXT = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=[])), max_size=30)


@given(TEXT)
@example("か\u200b\u3099")
@example("\u200b\u3099か")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(TEXT)
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text).text == fold_text(text)
    assert fold(text).original == text


@given(TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold_text(normalize("NFD", text)) == fold_text(normalize("NFC", text)) == fold_text(text)


@given(TEXT, st.data())
def test_a_span_leads_back_to_what_folds_to_the_match(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    # What an iteration mark repeats stands before it, and perhaps before the span.
    context = 0 if set(text) & set("々〻ゝゞヽヾ") else first
    assert folded.text[start:end] in fold_text(text[context:last])
    assert is_boundary(text, first)
    assert is_boundary(text, last)


@given(TEXT)
@example("ヴァ")
@example("か\u0301ゝ")
def test_what_is_one_strictly_is_one_widely(text: str) -> None:
    assert fold_strictly(fold_strictly(text)) == fold_strictly(text)
    assert fold_text(fold_strictly(text)) == fold_text(text)


@given(TEXT)
def test_only_what_is_folded_together_changes_the_length(text: str) -> None:
    folded = fold(text)
    even = len(folded.text) - sum(end - start for start, end, _, _ in folded.pieces)
    assert even == len(text) - sum(end - start for _, _, start, end in folded.pieces)


def _origins(text: str) -> list[tuple[str, int, int]]:
    """Return every folded code point with the [start, end) it comes from, found the slow and simple way."""
    starts = [place for place, character in enumerate(text) if place == 0 or not leans(character)]
    clusters = list(zip(starts, [*starts[1:], len(text)], strict=False))
    for at in range(len(clusters) - 1, 0, -1):
        (first, middle), (_, end) = clusters[at - 1 : at + 1]
        if joins(text[first:middle], text[middle:end]):
            clusters[at - 1 : at + 1] = [(first, end)]
    found = [(folded, start, end) for start, end in clusters for folded in fold_cluster(text[start:end])]
    repeated = written_out("".join(folded for folded, _, _ in found))
    return [(folded, start, end) for folded, (_, start, end) in zip(repeated, found, strict=True)]


@given(TEXT, st.data())
def test_a_span_is_exactly_what_the_slow_way_finds(text: str, data: st.DataObject) -> None:
    folded, origins = fold(text), _origins(text)
    assert folded.text == "".join(origin[0] for origin in origins)
    assume(origins)
    start = data.draw(st.integers(0, len(origins) - 1))
    end = data.draw(st.integers(start + 1, len(origins)))
    assert folded.span(start, end) == widen(text, origins[start][1], origins[end - 1][2])


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("サーバーのｻｰﾊﾞｰ", "さーばー", ["サーバー", "ｻｰﾊﾞｰ"]),
        ("カ\u3099ス、ガス、かす", "ガス", ["カ\u3099ス", "ガス"]),
        ("１０㌔走る", "キロ", ["㌔"]),
        ("１０㌔走る", "ロ走", ["㌔走"]),
        ("㈱架空", "株", ["㈱"]),
        ("ＩＴの研\u200b修", "it", ["ＩＴ"]),
        ("研\u200b修", "研修", ["研\u200b修"]),
        ("葛\U000e0100飾区", "葛飾", ["葛\U000e0100飾"]),
        ("Résumé re\u0301sume\u0301", "resume", ["Résumé", "re\u0301sume\u0301"]),
        ("……そう…", "そう", ["そう"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("Straße", "strasse", ["Straße"]),
        ("國立大學と国立大学", "國立大学", ["國立大學", "国立大学"]),
        ("髙橋さんと高橋さん、\ufa11", "髙橋", ["髙橋", "高橋"]),
        ("宮﨑、宮崎、宮\ufa11", "宮崎", ["宮﨑", "宮崎", "宮\ufa11"]),
        ("𠮷野家の吉野", "吉野", ["𠮷野", "吉野"]),
        ("馬鹿々々しい、馬鹿馬鹿しい", "馬鹿馬鹿", ["馬鹿々々", "馬鹿馬鹿"]),
        ("人々の声、人人", "人々", ["人々", "人人"]),
        ("佐々木", "佐木", ["々木"]),
        ("いすゞ、ｲｽｽﾞ", "いすず", ["いすゞ", "ｲｽｽﾞ"]),
        ("こゝろ", "ころ", ["ゝろ"]),
        ("ヴァイオリン、バイオリン、ｳﾞｧｲｵﾘﾝ、ウ\u3099ァイオリン", "ばい", ["ヴァイ", "バイ", "ｳﾞｧｲ", "ウ\u3099ァイ"]),
        ("ヴァイオリン", "いおりん", ["イオリン"]),
        ("インタヴューとインタビュー", "インタビュー", ["インタヴュー", "インタビュー"]),
        ("ラヴ・イズ、ラブ", "ラブ", ["ラヴ", "ラブ"]),
        ("チヤツト、チャット", "チャット", ["チヤツト", "チャット"]),
        ("👩\u200d💻です", "です", ["です"]),
        ("👩\u200d💻です", "💻", ["👩\u200d💻"]),
    ],
)
def test_a_match_marks_what_was_printed(text: str, query: str, marked: list[str]) -> None:
    folded, wanted = fold(text), fold_text(query)
    found, start = [], folded.text.find(wanted)
    while start >= 0:
        first, last = folded.span(start, start + len(wanted))
        found.append(text[first:last])
        start = folded.text.find(wanted, start + len(wanted))
    assert found == marked


def test_a_voiced_letter_is_no_match_for_a_plain_one() -> None:
    assert fold_text("か") not in fold_text("がか\u3099ｶﾞガ").replace("が", "")


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 1), (0, 4), (3, 4)])
def test_a_span_of_nothing_or_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span in a folded text of 3 code points"):
        fold("研修所").span(start, end)


def test_what_draws_nothing_folds_to_nothing() -> None:
    assert fold("\u200b\ufeff").text == ""
    assert fold("\ufeff研").span(0, 1) == (1, 2)


def test_ordinary_text_needs_no_map() -> None:
    assert fold("「テレワーク」の研修、ＣＩＯ") == Folded(
        "「てれわ-く」の研修、cio", "「テレワーク」の研修、ＣＩＯ", ()
    )


def test_ordinary_japanese_folds_without_a_step_for_each_character(steps: Steps) -> None:
    text = "やはりコロナ禍の出勤抑制ということで、テレワークができないかという検討からスタートしました。" * 200
    fold_text(text)
    assert steps(lambda: fold_text(text), 50) > 0


@pytest.mark.parametrize(
    "different",
    ["会會", "高髙", "崎﨑", "つっ", "やャ", ["ば", "ゔぁ"], ["ぶ", "ゔ"], ["人人", "人々"], ["すず", "すゞ"], "龍竜"],
)
def test_spelling_is_no_difference_only_widely(different: list[str] | str) -> None:
    assert len(set(map(fold_strictly, different))) == len(different)
    assert len(set(map(fold_text, different))) == 1


@pytest.mark.parametrize(
    "same", ["カか", "Ａa", ["ｶﾞ", "が", "か\u3099"], "ー-", ["神", "\ufa19"], ["葛", "葛\U000e0100"], "éE"]
)
def test_writing_is_no_difference_strictly_either(same: list[str] | str) -> None:
    assert len(set(map(fold_strictly, same))) == 1


@pytest.mark.parametrize("sign", [*map(chr, range(0x3041, 0x3097)), *map(chr, range(0x30A1, 0x30F7)), *"ー、。「」"])
def test_what_kana_fold_to_is_what_the_rules_say(sign: str) -> None:
    assert fold_text(sign + "だ") == fold_cluster(sign) + "だ"
