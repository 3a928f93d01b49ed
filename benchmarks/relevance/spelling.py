"""Other ways to type a word: romaji, half width, old kanji, slips. Made for cases, and independent of the program."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_HEPBURN = {
    "": "あaいiうuえeおo", "k": "かaきiくuけeこo", "g": "がaぎiぐuげeごo", "s": "さaすuせeそo", "z": "ざaずuぜeぞo",
    "t": "たaてeとo", "d": "だaでeどo", "n": "なaにiぬuねeのo", "h": "はaひiへeほo", "b": "ばaびiぶuべeぼo",
    "p": "ぱaぴiぷuぺeぽo", "m": "まaみiむuめeもo", "y": "やaゆuよo", "r": "らaりiるuれeろo", "w": "わa",
}  # fmt: skip
_SYLLABLES = {
    kana: consonant + vowel
    for consonant, pairs in _HEPBURN.items()
    for kana, vowel in zip(pairs[::2], pairs[1::2], strict=True)
} | {"し": "shi", "じ": "ji", "ち": "chi", "ぢ": "ji", "つ": "tsu", "づ": "zu", "ふ": "fu", "を": "o", "ー": "-"}
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o", "ぁ": "a", "ぃ": "i", "ぇ": "e", "ぉ": "o"}
_KUNREI = (
    ("sh", "sy"), ("syi", "si"), ("ch", "ty"), ("tyi", "ti"), ("tsu", "tu"), ("j", "zy"), ("zyi", "zi"), ("f", "h"),
)  # fmt: skip
_OLD = dict(
    zip(
        "会学国団点台芸図県観号検体広対当発気経来万児証営",
        "會學國團點臺藝圖縣觀號檢體廣對當發氣經來萬兒證營",
        strict=True,
    )
)
_HALF = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFF9E)}
_HALF |= {"\u3099": "ﾞ", "\u309a": "ﾟ"}


def hiragana(text: str) -> str:
    """Return `text` with hiragana for katakana."""
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in text)


def hepburn(kana: str) -> str:
    """Return the Hepburn romaji of hiragana, every kana by itself: しょう is shou and ー is -."""
    out = ""
    for letter in kana.replace("うぇ", "W"):
        if letter == "W":
            out += "we"
        elif letter == "ぃ":
            out = out[:-1] + "i"  # te + ぃ is ti
        elif letter in _SMALL:
            stem = out[:-1]  # ki + ゃ is kya, shi + ゃ is sha
            out = stem + ("" if stem.endswith(("sh", "ch", "j")) else "y") + _SMALL[letter]
        elif letter == "ん":
            out += "n"
        elif letter == "っ":
            out += "っ"
        else:
            out += _SYLLABLES[letter]
    while "っ" in out:
        at = out.index("っ")
        out = out[:at] + ("t" if out[at + 1 : at + 3] == "ch" else out[at + 1]) + out[at + 1 :]
    return out


def kunrei(kana: str) -> str:
    """Return the Kunrei romaji of hiragana."""
    out = hepburn(kana).replace("tch", "tty")
    for old, new in _KUNREI:
        out = out.replace(old, new)
    return out


def without_long_vowels(romaji: str) -> str:
    """Return Hepburn as on a signpost: ou, oo and uu are one letter, - is nothing."""
    return romaji.replace("ou", "o").replace("oo", "o").replace("uu", "u").replace("-", "")


def half_width(katakana: str) -> str:
    """Return katakana in half width, the marks of voicing as letters of their own."""
    return "".join(_HALF.get(letter, letter) for letter in unicodedata.normalize("NFD", katakana))


def old_kanji(text: str) -> str:
    """Return `text` with old forms of the kanji that have one."""
    return "".join(_OLD.get(letter, letter) for letter in text)


def slip(text: str, rng: random.Random) -> str:
    """Return `text` with one letter left out, doubled or swapped with the next, never the first."""
    at = rng.randrange(1, len(text) - 1)
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    choices = (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], swapped)
    return rng.choice([choice for choice in choices if choice != text])
