"""The class of every code point: the standard's, but for what is tailored on purpose."""

from __future__ import annotations

from unicodedata import category

import pytest

from roundtable_tui.text.break_classes import CLASSES, TAILORED

MERGED = {
    **dict.fromkeys(["AI", "XX", "SG", "SA", "HL"], "AL"),
    **dict.fromkeys(["H2", "H3", "JL", "JV", "JT", "EB", "RI", "CB"], "ID"),
    **dict.fromkeys(["BK", "CR", "LF", "NL", "EM"], "CM"),
    "CJ": "NS",
    "ZWJ": "ZJ",
    "OW": "OP",
    "QI": "QU",
    "QF": "QU",
    "BL": "BA",
}


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("CL", "、。，．」』）〕】〉》｣｡､＞≫"),
        ("NS", "ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮㇰ・：；‼⁇⁈⁉〜～ｯｰ／＼"),
        ("EX", "！？!?"),
        ("OW", "「『（〔【〈《｢＜≪"),
        ("OP", "([{"),
        ("PO", "%％℃°‰"),
        ("PR", "$￥＄№"),
        ("IN", "…‥"),
        ("AL", "aé―─×○①"),
        ("ID", "漢あアｱ한🐢🇯"),
        ("CM", "\u0301\u3099\U000e0100\U0001f3fd\x1b\u202e"),
        ("GL", "\u00a0\u202f"),
        ("WJ", "\u2060\ufeff"),
        ("BL", "\u3000\t\u2003"),
        ("KC", "年月日人円回㎡㌔"),
        ("KS", "ヵヶ"),
    ],
)
def test_characters_of_a_kind_have_one_class(name: str, characters: str) -> None:
    assert {character: CLASSES[character] for character in characters} == dict.fromkeys(characters, name)


def test_no_character_is_tailored_twice() -> None:
    characters = "".join(TAILORED.values())
    assert len(set(characters)) == len(characters)


def test_every_code_point_outside_the_tailoring_has_the_class_that_icu_gives_it() -> None:
    icu = pytest.importorskip("icu", reason="PyICU is not installed")
    if icu.UNICODE_VERSION != "15.0":
        pytest.skip(f"the table is of Unicode 15.0, this ICU is of {icu.UNICODE_VERSION}")
    line_break, short = icu.UProperty.LINE_BREAK, icu.UPropertyNameChoice.SHORT_PROPERTY_NAME
    names: dict[int, str] = {}
    tailored = set("".join(TAILORED.values()))
    wrong = []
    for code in range(0x110000):
        character = chr(code)
        if character in tailored or category(character) in ("Cn", "Co", "Cs"):
            continue
        value = icu.Char.getIntPropertyValue(character, line_break)
        name = names.get(value) or names.setdefault(value, icu.Char.getPropertyValueName(line_break, value, short))
        standard = "CM" if name == "SA" and category(character) in ("Mn", "Mc") else MERGED.get(name, name)
        ours = CLASSES[character]
        if standard != MERGED.get(ours, ours):
            wrong.append(f"U+{code:04X} {ours} for {standard}")
    assert wrong == []
