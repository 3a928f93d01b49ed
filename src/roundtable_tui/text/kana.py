"""Romaji as people type it, turned into kana, and kana compared without their long vowels.

Hepburn, Kunrei, Nihon and what a keyboard takes are one table (ISO 3602 holds the last three letters of nobody's
habits): `shi` and `si`, `nn` and `n'`, `xtu`, `shimbun`, `matcha`, `Ohno`. Nobody agrees on long vowels, so they are
kept as typed and `collapse` takes them away on both sides.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

_MOST = 6
"""How many ways to read one romaji text are given at most."""

_TABLE = """
. あ い う え お
k か き く け こ
ky きゃ . きゅ きぇ きょ
kw くぁ くぃ . くぇ くぉ
g が ぎ ぐ げ ご
gy ぎゃ . ぎゅ ぎぇ ぎょ
gw ぐぁ ぐぃ . ぐぇ ぐぉ
s さ し す せ そ
sh しゃ し しゅ しぇ しょ
sy しゃ . しゅ しぇ しょ
sw . すぃ . . .
z ざ じ ず ぜ ぞ
zy じゃ . じゅ じぇ じょ
j じゃ じ じゅ じぇ じょ
jy じゃ . じゅ じぇ じょ
t た ち つ て と
ty ちゃ . ちゅ ちぇ ちょ
ch ちゃ ち ちゅ ちぇ ちょ
cy ちゃ . ちゅ ちぇ ちょ
ts つぁ つぃ つ つぇ つぉ
th てゃ てぃ てゅ てぇ てょ
tw . . とぅ . .
d だ ぢ づ で ど
dy ぢゃ . ぢゅ ぢぇ ぢょ
dz . . づ . .
dh でゃ でぃ でゅ でぇ でょ
dw . . どぅ . .
n な に ぬ ね の
ny にゃ . にゅ にぇ にょ
h は ひ ふ へ ほ
hy ひゃ . ひゅ ひぇ ひょ
f ふぁ ふぃ ふ ふぇ ふぉ
fy ふゃ . ふゅ . ふょ
b ば び ぶ べ ぼ
by びゃ . びゅ びぇ びょ
p ぱ ぴ ぷ ぺ ぽ
py ぴゃ . ぴゅ ぴぇ ぴょ
v ゔぁ ゔぃ ゔ ゔぇ ゔぉ
vy ゔゃ . ゔゅ . ゔょ
m ま み む め も
my みゃ . みゅ みぇ みょ
y や . ゆ いぇ よ
r ら り る れ ろ
ry りゃ . りゅ りぇ りょ
w わ うぃ う うぇ を
wh うぁ うぃ . うぇ うぉ
wy . ゐ . ゑ .
x ぁ ぃ ぅ ぇ ぉ
xy ゃ . ゅ . ょ
xw ゎ . . . .
xt . . っ . .
xts . . っ . .
ly ゃ . ゅ . ょ
lw ゎ . . . .
lt . . っ . .
lts . . っ . .
"""
"""The kana of each beginning (`.` where there is none) with a, i, u, e and o."""

_LONGEST = 8
"""Of how many consonants and marks in a row sense is made."""

_VOWELS = "aiueo"
_DOUBLED = frozenset("kstpcbdgzjfhrv")
"""The consonants that stand twice for っ and one of them."""

_MARKS = str.maketrans({"\u0302": "-", "\u0304": "-"} | dict.fromkeys("‐‑‒–—―−ー", "-") | dict.fromkeys("’‘ʼ`", "'"))
"""After NFKD: circumflex, macron and what else may be typed for a long vowel; apostrophes of all shapes."""


def _table() -> dict[str, dict[str, str]]:
    rows = (line.split() for line in _TABLE.split("\n") if line)
    return {
        onset.strip("."): {vowel: one for vowel, one in zip(_VOWELS, kana, strict=True) if one != "."}
        for onset, *kana in rows
    }


_ONSETS = _table()

_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_TO_ONE_SOUND = _TO_HIRAGANA | {
    ord(kana): ord(same)
    for pair in ("ぢじ", "ヂじ", "づず", "ヅず", "ゐい", "ヰい", "ゑえ", "ヱえ")
    for kana, same in (pair,)
}
_V_SOUNDS = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ"))

_LENGTHENING = {
    kana: lengthening
    for row, lengthening in (
        ("あかがさざただなはばぱまやらわぁゃゎゕ", "あぁー"),
        ("いきぎしじちぢにひびぴみりゐぃ", "いぃー"),
        ("うくぐすずつづぬふぶぷむゆるゔぅゅ", "うぅー"),
        ("えけげせぜてでねへべぺめれゑぇゖ", "えいぇー"),
        ("おこごそぞとどのほぼぽもよろをぉょ", "おうぉー"),
    )
    for kana in row
}
"""What only lengthens each kana. A small ぃ or ぅ does not after て and と: ティ and トゥ are syllables."""


class Romaji(NamedTuple):
    """One way to read a romaji text.

    `kana` is the hiragana of its whole syllables, long vowels as typed (`-` and ō are ー). `tails` is what a half-typed
    end may still become, `()` where nothing is half typed; no tail begins with another one, so し stands for しゃ too.
    """

    kana: str
    tails: tuple[str, ...] = ()


def hiragana(text: str) -> str:
    """Return `text` with katakana as hiragana, one code point to one; all else, ー and half width too, stays."""
    return text.translate(_TO_HIRAGANA)


def collapse(kana: str) -> str:
    """Return kana of any script and width as hiragana without long vowels, to compare readings.

    おう, おお and おー are お, えい and ええ え, and so on by the vowel before; っ and ん stay. What sounds alike is
    written alike (ぢ じ, づ ず, ゔぁ ば, ゐ い). What is no kana stays. Collapsing twice changes nothing.
    """
    text = normalize("NFKC", kana).translate(_TO_ONE_SOUND)
    if "ゔ" in text:
        for written, same in _V_SOUNDS:
            text = text.replace(written, same)
    kept = []
    lengthening = "ー"
    for one in text:
        if one not in lengthening:
            kept.append(one)
            lengthening = _LENGTHENING.get(one, "ー")
    return "".join(kept)


@lru_cache(maxsize=1024)
def _onsets(cluster: str, plain: bool, typist: bool) -> tuple[tuple[int, str, str], ...]:
    """Return the ways to read the consonants before a vowel: (how unlikely, kana, the beginning of the syllable).

    `plain` says that no vowel stands before them, so that ん and ー cannot, `typist` that nn is ん; `()`
    where they are no romaji.
    """
    if cluster in _ONSETS:
        likely = ((0, "", cluster),)
        # kinen is きねん, or きんえん by one who leaves out the apostrophe.
        return likely if plain or cluster not in ("n", "ny") else (*likely, (4, "ん", cluster[1:]))
    if cluster in ("nn", "nny"):  # konna is こんな, or こんあ by a typist
        return ((0, "ん", cluster[2:] if typist else cluster[1:]),)
    before, rest = _before(cluster, plain)
    if not before or (before == "っ" and not rest):
        return ()
    return tuple((unlikely, before + more, onset) for unlikely, more, onset in _onsets(rest, cluster[0] != "-", typist))


def _before(cluster: str, plain: bool) -> tuple[str, str]:
    """Return the kana that ends the syllable before, and the consonants left: ("ん", "b") for "mb"; "" if none does."""
    head, rest = cluster[0], cluster[1:]
    if len(cluster) > _LONGEST:
        return "", cluster
    if head == "n":
        return "ん", rest[1:] if rest[:1] in ("'", "-") else rest.removeprefix("n").removeprefix("'")
    if head == "m" and rest[:1] in ("b", "p", "m"):
        return "ん", rest
    if head in _DOUBLED and (rest[:1] == head or (head == "t" and rest[:1] == "c")) and rest[1:2] != head:
        return "っ", rest
    if head == "-" and not plain:
        return "ー", rest.lstrip("-")
    if head == "h" and not plain and rest.isalpha() and rest[0] not in "hy":  # Ohno, Kohki
        return "ー", rest
    return "", cluster


@lru_cache(maxsize=256)
def _tails(partial: str) -> tuple[str, ...]:
    """Return the kana of the syllables that begin with the consonants `partial`, none that begins with another one."""
    found: dict[str, str] = {}
    for onset in _ONSETS:
        if onset.startswith(partial):
            for kana in _ONSETS[onset].values():
                found.setdefault(collapse(kana), kana)
    return tuple(
        kana for sound, kana in found.items() if not any(sound.startswith(other) for other in found.keys() - {sound})
    )


@lru_cache(maxsize=1024)
def _ends(cluster: str, plain: bool) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Return what consonants at the end of a text may be: (how unlikely, kana, tails); `plain` as for `_onsets`."""
    if cluster in ("", "nn", "n'", "n-"):
        return ((0, "ん" if cluster else "", ()),)
    if cluster == "n":
        return (0 + plain, "ん", ()), (1 - plain, "", _tails("n"))
    if cluster == "nny":
        return (0, "ん", _tails("ny")), (1, "ん", _tails("y"))
    whole = (0, "", _tails(cluster))
    if plain and whole[-1]:
        return (whole,)
    if cluster == "ny":
        return whole, (1, "ん", _tails("y"))
    if cluster == "m":
        return whole, (1, "ん", _tails("b") + _tails("p") + _tails("m"))
    if cluster == "h":  # Itoh
        return whole, (1, "っ", _tails(cluster)), (3, "ー", ())
    if cluster in _DOUBLED:
        return whole, (1, "っ", _tails(cluster))
    before, rest = ("", "") if whole[-1] else _before(cluster, plain)
    if not before:
        return (whole,) if whole[-1] else ()
    after = _ends(rest, cluster[0] != "-")
    return tuple((unlikely, before + more, tails) for unlikely, more, tails in after if rest or before != "っ")


def _letters(text: str) -> str:
    """Return a typed text as small ASCII letters, apostrophes and `-` for long vowels; the rest stays what it is."""
    return text.lower() if text.isascii() else normalize("NFKD", text).lower().translate(_MARKS)


def _read(letters: str, *, typist: bool) -> list[tuple[int, Romaji]]:
    """Return the ways to read `letters` by one habit, each with how unlikely it is."""
    ways = [(0, "")]
    done = 0
    for at, letter in enumerate(letters):
        if letter in _VOWELS:
            before = _onsets(letters[done:at], done == 0, typist)
            ways = [
                (unlikely + more, kana + end + _ONSETS[onset][letter])
                for unlikely, kana in ways
                for more, end, onset in before
                if letter in _ONSETS[onset]
            ]
            if len(ways) > _MOST:
                ways = sorted(ways)[:_MOST]
            done = at + 1
    ends = _ends(letters[done:], done == 0)
    return [(unlikely + more, Romaji(kana + end, tails)) for unlikely, kana in ways for more, end, tails in ends]


def from_romaji(text: str) -> tuple[Romaji, ...]:
    """Return the ways to read `text` as romaji, likeliest first, at most six; `()` where it cannot be romaji.

    Case and width do not matter, and long vowels may be written in any way. An English word is mostly no romaji
    (telework, cloud); one that is (data) gives kana that hardly any word has.
    """
    letters = _letters(text)
    found = _read(letters, typist=False)
    if "nn" in letters:
        found += ((unlikely + 2, way) for unlikely, way in _read(letters, typist=True))
    found.sort(key=lambda way: way[0])
    return tuple(dict.fromkeys(way for _, way in found if any(way)))[:_MOST]
