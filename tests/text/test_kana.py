"""Romaji of every system and of hasty fingers comes back to the kana that it was meant for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.text.kana import Romaji, collapse, from_romaji, hiragana

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]

# One line a beginning, written apart from the table under test: kana, then Hepburn, then Kunrei, Nihon and the
# keyboard where they differ.
_MORAE = """
あ a|い i|う u|え e|お o|か ka|き ki|く ku|け ke|こ ko|が ga|ぎ gi|ぐ gu|げ ge|ご go
さ sa|し shi si|す su|せ se|そ so|ざ za|じ ji zi|ず zu|ぜ ze|ぞ zo
た ta|ち chi ti|つ tsu tu|て te|と to|だ da|ぢ ji zi di di|づ zu zu du du|で de|ど do
な na|に ni|ぬ nu|ね ne|の no|は ha|ひ hi|ふ fu hu|へ he|ほ ho
ば ba|び bi|ぶ bu|べ be|ぼ bo|ぱ pa|ぴ pi|ぷ pu|ぺ pe|ぽ po|ま ma|み mi|む mu|め me|も mo
や ya|ゆ yu|よ yo|ら ra|り ri|る ru|れ re|ろ ro|わ wa
きゃ kya|きゅ kyu|きょ kyo|ぎゃ gya|ぎゅ gyu|ぎょ gyo|しゃ sha sya|しゅ shu syu|しょ sho syo
じゃ ja zya zya jya|じゅ ju zyu zyu ju|じょ jo zyo zyo jyo|ちゃ cha tya tya cya|ちゅ chu tyu|ちょ cho tyo tyo cyo
ぢゃ ja zya dya dya|ぢゅ ju zyu dyu dyu|ぢょ jo zyo dyo dyo|にゃ nya|にゅ nyu|にょ nyo|ひゃ hya|ひゅ hyu|ひょ hyo
びゃ bya|びゅ byu|びょ byo|ぴゃ pya|ぴゅ pyu|ぴょ pyo|みゃ mya|みゅ myu|みょ myo|りゃ rya|りゅ ryu|りょ ryo
ふぁ fa|ふぃ fi|ふぇ fe|ふぉ fo|しぇ she sye|ちぇ che tye|じぇ je zye|つぇ tse|うぃ wi|てぃ thi|でぃ dhi|ゔぁ va|ゔ vu
"""
MORAE = {
    kana: (*spellings, *spellings[-1:] * (4 - len(spellings)))
    for one in _MORAE.replace("\n", "|").split("|")
    if one
    for kana, *spellings in (one.split(),)
}
HEPBURN, KUNREI, NIHON, KEYBOARD = range(4)
LENGTH = {"a": "あ", "i": "い", "u": "う", "e": "い", "o": "う"}
LONG = {"left out": "", "bar": "-", "macron": "\u0304", "circumflex": "\u0302"}
STYLES = st.sampled_from(["left out", "bar", "macron", "circumflex", "doubled", "as kana"])


def _long(vowel: str, style: str) -> str:
    spelt = {"doubled": vowel, "as kana": "iu"[vowel in "ou"] if vowel in "eou" else vowel}
    return spelt[style] if style in spelt else LONG[style]


def _doubled(consonants: str, system: int) -> str:
    return "t" if system == HEPBURN and consonants.startswith("ch") else consonants[0]


@st.composite
def spelt_words(draw: st.DrawFn) -> tuple[str, str]:
    """Return a made-up word in kana and one of its spellings."""
    system, style = draw(st.sampled_from([HEPBURN, KUNREI, NIHON, KEYBOARD])), draw(STYLES)
    old_nasal, xtu = draw(st.booleans()), draw(st.booleans())
    kana = romaji = nasal = ""
    for mora in draw(st.lists(st.sampled_from(list(MORAE)), min_size=1, max_size=6)):
        spelling = MORAE[mora][system]
        if nasal:
            kana += "ん"
            apart = "'" if spelling[0] in "aiueoyn" and spelling[0] != "n" else ""
            labial = system == HEPBURN and old_nasal and spelling[0] in "bpm"
            romaji += "nn" if system == KEYBOARD else "m" if labial else "n" + apart
        elif kana and spelling[0] in "kstcpjzgdbfh" and draw(st.integers(0, 4)) == 0:
            kana += "っ"
            romaji += "xtu" if system == KEYBOARD and xtu else _doubled(spelling, system)
        kana, romaji = kana + mora, romaji + spelling
        if draw(st.integers(0, 3)) == 0:
            kana, romaji = kana + LENGTH[spelling[-1]], romaji + _long(spelling[-1], style)
        nasal = draw(st.sampled_from(["", "", "ん"]))
    if nasal:
        kana, romaji = kana + "ん", romaji + ("nn" if system == KEYBOARD else "n")
    return kana, normalize("NFC", romaji)


@given(spelt_words())
def test_a_word_in_any_system_comes_back(word: tuple[str, str]) -> None:
    kana, romaji = word
    assert collapse(kana) in [collapse(way.kana) for way in from_romaji(romaji) if not way.tails]
    assert from_romaji(romaji.upper()) == from_romaji(romaji) == from_romaji(_wide(romaji))


def _wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


@given(spelt_words())
def test_every_beginning_of_a_spelling_is_a_beginning_of_the_word(word: tuple[str, str]) -> None:
    kana, romaji = word
    sound = collapse(kana)
    for end in range(1, len(romaji) + 1):
        ways = from_romaji(romaji[:end])
        assert 1 <= len(ways) <= 6
        beginnings = [collapse(way.kana + tail) for way in ways for tail in way.tails or ("",)]
        assert any(sound.startswith(beginning) for beginning in beginnings), (romaji[:end], beginnings)


@pytest.mark.parametrize("typed", ["tokyo", "toukyou", "tōkyō", "Tôkyô", "to-kyo-", "ＴＯＫＹＯ", "tookyoo", "tohkyoh"])
def test_long_vowels_are_written_as_one_likes(typed: str) -> None:
    assert collapse("とうきょう") in [collapse(way.kana) for way in from_romaji(typed)]


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("kensh", [("けん", "し")]),
        ("ken", [("けん", ""), ("け", "な に ぬ ね の")]),
        ("kenn", [("けん", "")]),
        ("k", [("", "か き く け こ")]),
        ("ky", [("", "きゃ きゅ きぇ きょ")]),
        ("ts", [("", "つ")]),
        ("n", [("", "な に ぬ ね の"), ("ん", "")]),
        ("kek", [("け", "か き く け こ"), ("けっ", "か き く け こ")]),
        ("kekk", [("けっ", "か き く け こ")]),
        ("kiny", [("き", "にゃ にゅ にぇ にょ"), ("きん", "や ゆ いぇ よ")]),
        ("simb", [("しん", "ば び ぶ べ ぼ")]),
        ("kinenshi", [("きねんし", ""), ("きんえんし", "")]),
        ("kin'enshi", [("きんえんし", "")]),
        ("konna", [("こんな", ""), ("こんあ", "")]),
        (
            "annannan",
            [
                ("あんなんなん", ""),
                ("あんなんな", "な に ぬ ね の"),
                ("あんあんあん", ""),
                ("あんあんあ", "な に ぬ ね の"),
            ],
        ),
        ("konnna", [("こんな", "")]),
        ("kon'nyaku", [("こんにゃく", "")]),
        ("honnya", [("ほんにゃ", ""), ("ほんや", "")]),
        ("kinyuu", [("きにゅう", ""), ("きんゆう", "")]),
        ("matcha", [("まっちゃ", "")]),
        ("maccha", [("まっちゃ", "")]),
        ("xtuka", [("っか", "")]),
        ("wi", [("うぃ", "")]),
        ("wo", [("を", "")]),
        ("pa-thi-", [("ぱーてぃー", "")]),
        ("Ohno", [("おーの", "")]),
        ("Ohtani", [("おーたに", ""), ("おーたんい", "")]),
        ("Shin-Yokohama", [("しんよこはま", "")]),
        ("kita-ku", [("きたーく", "")]),
        ("shin’ei", [("しんえい", "")]),
    ],
)
def test_what_people_type(typed: str, ways: list[tuple[str, str]]) -> None:
    assert from_romaji(typed) == tuple(Romaji(kana, tuple(tails.split())) for kana, tails in ways)


WORDS = "telework work cloud security office Excel A1 研修 けん ken\u3000shu - ' -a sssa kks 'a a' it's cl é \u0304"


@pytest.mark.parametrize(
    "typed",
    [
        *WORDS.split(" "),
        "",
        " ",
        "ken shu",
        "m" * 9999,
        "n" * 9999 + "a",
        "kk" * 999,
        "\u3099",
        "q",
        "🙂",
        "a\u0301",
        "\udc80",
    ],
)
def test_what_is_no_romaji_gives_nothing(typed: str) -> None:
    assert from_romaji(typed) == ()


@pytest.mark.parametrize(
    ("typed", "kana"),
    [("chat", {"ちゃ", "ちゃっ"}), ("data", {"だた"}), ("AI", {"あい"}), ("hotel", {"ほて"})],
)
def test_an_english_word_that_could_be_romaji_stays_the_beginning_of_few_words(typed: str, kana: set[str]) -> None:
    assert {way.kana for way in from_romaji(typed)} == kana


@given(st.text(st.characters(exclude_categories=[]), max_size=12))
def test_any_text_is_read_without_harm(text: str) -> None:
    ways = from_romaji(text)
    assert len(ways) == len(set(ways)) <= 6
    assert all(set(way.kana + "".join(way.tails)) <= KANA for way in ways)


KANA = {chr(code) for code in range(0x3041, 0x3097)} | {"ー"}


@given(st.text(st.sampled_from("aiueoknstchmhyrwjfvzxl'-ō"), max_size=14))
def test_letters_at_random_give_few_ways_and_no_tail_that_begins_with_another(text: str) -> None:
    ways = from_romaji(text)
    assert len(ways) == len(set(ways)) <= 6
    for way in ways:
        sounds = [collapse(tail) for tail in way.tails]
        assert not any(a.startswith(b) for a in sounds for b in sounds if a is not b)


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("とうきょう", "ときょ"),
        ("トーキョー", "ときょ"),
        ("おおさか", "おさか"),
        ("こおり", "こり"),
        ("けいかく", "けかく"),
        ("おねえさん", "おねさん"),
        ("おかあさん", "おかさん"),
        ("にいがた", "にがた"),
        ("つうち", "つち"),
        ("きって", "きって"),
        ("けんしゅう", "けんしゅ"),
        ("ｹﾝｼｭｳ", "けんしゅ"),
        ("しんうち", "しんうち"),
        ("いえ", "いえ"),
        ("パーティー", "ぱてぃ"),
        ("トゥー", "とぅ"),
        ("つづき", "つずき"),
        ("はなぢ", "はなじ"),
        ("ヴァイオリン", "ばいおりん"),
        ("研修", "研修"),
        ("ー", ""),
    ],
)
def test_long_vowels_and_kana_that_sound_alike_are_one(written: str, sound: str) -> None:
    assert collapse(written) == sound


ANY_KANA = st.text(
    st.one_of(st.sampled_from("ああいうえおーっんぁぃぅぇぉゃゅょゔヴゝｳｱｰ"), st.sampled_from(sorted(KANA)))
)


@given(ANY_KANA)
def test_collapsing_twice_changes_nothing(kana: str) -> None:
    assert collapse(collapse(kana)) == collapse(kana) == collapse(hiragana(kana))


@given(ANY_KANA.filter(lambda kana: not set(normalize("NFKC", kana)) & set("ゔヴ\u3099\u309a")), st.integers(0, 20))
def test_a_beginning_collapses_to_a_beginning(kana: str, end: int) -> None:
    assert collapse(kana).startswith(collapse(kana[:end]))


@given(st.text(st.one_of(st.sampled_from("ァアヴヵヶヷーヽヾｱァ研"), st.characters(exclude_categories=[]))))
def test_hiragana_changes_katakana_one_to_one_and_nothing_else(text: str) -> None:
    changed = hiragana(text)
    assert len(changed) == len(text)
    assert all(a == b or ord(a) - ord(b) == 0x60 for a, b in zip(text, changed, strict=True))
    assert hiragana("ケンシュウヽヾヴヶー ケ研") == "けんしゅうゝゞゔゖー け研"


@pytest.mark.parametrize(
    "word", ["kenshuukeikaku", "konnnaninenenn", "kin'yuushijou", "shimbunshim", "wwwwwwwwww", "telework", "n" * 40]
)
def test_a_key_stroke_is_read_in_a_few_hundred_steps(steps: Steps, word: str) -> None:
    assert steps(lambda: from_romaji(word), 2_000) > 0


def test_importing_it_loads_nothing_else_of_the_program() -> None:
    code = (
        "import sys, roundtable_tui.text.kana; print(sum(name.startswith('roundtable_tui.') for name in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "2"  # the floor and the module
