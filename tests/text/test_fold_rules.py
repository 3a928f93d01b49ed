"""What is the same to a search, and what is not."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from roundtable_tui.text.fold_rules import fold_cluster, leans


@pytest.mark.parametrize(
    "same",
    [
        "かカｶ",
        ["が", "ガ", "ｶﾞ", "か\u3099", "カ\u3099", "か゛", "ｶ゛", "カﾞ"],
        ["ぱ", "パ", "ﾊﾟ", "は\u309a", "は゜"],
        ["ゔ", "ヴ", "ｳﾞ", "う\u3099", "ブ", "ﾌﾞ"],
        "会會",
        "国國圀",
        "辺邊邉",
        "高髙",
        "崎﨑嵜\ufa11",
        "島嶋嶌",
        "斎齋",
        "斉齊",
        "竜龍\uf9c4",
        "来來\uf92d",
        "弁辨瓣辯",
        "吉𠮷",
        "つっッツｯ",
        "やゃャｬ",
        "けゖヶケ",
        "しㇱ",
        ["ぷ", "ㇷ\u309a"],
        "々〻",
        ["ヷ", "ワ\u3099", "わ゛"],
        "ゞヾ",
        "aAａＡáÀâäǎāåªⓐ",
        ["é", "e\u0301", "E\u0301", "ｅ\u0301", "e"],
        "αάΑἄ",
        "йиЙ",
        "σςΣ",
        ["ß", "ss", "SS", "ẞ"],
        ["ー", "ｰ", "－", "-", "―", "–", "—", "‐", "‑", "−", "─", "━", "﹣", "︱"],
        "〜～~∼〰˜",
        "‘’'＇ʼ",
        "“”\"＂",
        "1１①¹",
        [" ", "　", "\u00a0", "\u2009"],
        "神\ufa19",
        ["葛", "葛\U000e0100", "葛\ufe00"],
        ["研", "研\u200b", "研\xad"],
        ["👍", "👍🏽"],
        ["㌔", "キロ", "ｷﾛ", "きろ"],
        ["㈱", "(株)", "（株）"],
        ["…", "…"],
        ["각", "\u1100\u1161\u11a8"],
        "ㄱﾡ",
    ],
)  # fmt: skip
def test_these_are_one_to_a_search(same: str | list[str]) -> None:
    assert len({"".join(map(fold_cluster, _clusters(text))) for text in same}) == 1


def _clusters(text: str) -> list[str]:
    """Return `text` cut before every code point that does not lean on the one before it."""
    found: list[str] = []
    for character in text:
        if found and leans(character):
            found[-1] += character
        else:
            found.append(character)
    return found


@pytest.mark.parametrize(
    "different",
    [
        ["か", "が"],
        ["は", "ば", "ぱ"],
        ["う", "ゔ"],
        ["ば", "ぶ"],
        ["-", "~", "一"],
        ["斎", "斉"],
        ["坂", "阪"],
        ["巌", "岩"],
        ["付", "附"],
        ["々", "人"],
        ["ゝ", "ゞ"],
        ["か", "け"],
        ["≠", "="],
        ["ø", "o"],
        ["¨", " "],
        ["ㄱㅏ", "가"],
        ["ざ", "さ"],
    ],
)
def test_these_are_not_one(different: list[str]) -> None:
    folded = {"".join(map(fold_cluster, _clusters(text))) for text in different}
    assert len(folded) == len(different)


def test_folding_a_folded_cluster_changes_nothing() -> None:
    codes = [*range(0x3400), *range(0xA000, 0xAC80), *range(0xD7A0, 0x10000), *range(0x1D000, 0x20000)]
    unstable = [code for code in codes if fold_cluster(folded := fold_cluster(chr(code))) != folded]
    assert unstable == []


def test_what_composes_with_its_base_leans_on_it() -> None:
    alone = []
    for character in map(chr, range(0x20000)):
        decomposed = normalize("NFD", character)
        if normalize("NFC", decomposed) == character and not all(map(leans, decomposed[1:])):
            alone.append(character)
    assert alone == []
