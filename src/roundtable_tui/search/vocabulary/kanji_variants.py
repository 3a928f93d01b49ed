"""Spellings of one word that differ in the kana after its kanji: 打ち合わせ, 打合わせ, 打合せ.

Where the readings of both words are known, one in common decides. Where one was only typed, what may be left out is
what is usually left out, as tried on 144,000 words with kanji: 取組 is 取り組み, but 取組む is none, 生物 is no 生き物.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Collection

_NOUN = "いきぎしじちりみにひびえけげせぜてでれめねべ"
_BETWEEN = f"[{_NOUN}つ]*"
_NOUN_END = f"[{_NOUN}]|[わかまたらもと][{_NOUN}]"
_EARLIER = "[わかがまたならさこもとつ]*"
"""What may be left out between kanji, after a noun made of a verb, and before the same end (終わる, 終る).

の and が are particles (山の手 is no 山手), and え and the like tell one verb from another (上げる is no 上る).
"""

_VERBS = frozenset(
    "付組込合続積切越扱引替換渡出入取掛立当割消売買届戻差振払持受巻張落抜降乗投打押寄置直返建止決待買飲忘"
)
"""Kanji that are read as verbs within nouns more often than not: 手続 is 手続き, 音読 is no 音読み."""


def is_same_word(one: str, its_readings: Collection[str], other: str, other_readings: Collection[str]) -> bool:
    """Say whether two folded words that begin with the same kanji are spellings of one word.

    Readings are those without long vowels, none where they are not known. A word is not a spelling of itself.
    """
    if one == other:
        return False
    known = bool(its_readings and other_readings)
    if known and set(its_readings).isdisjoint(other_readings):
        return False
    (kanji, kana), (other_kanji, other_kana) = parts(one), parts(other)
    if kanji != other_kanji:
        return False
    pairs = [tuple(sorted(pair, key=len)) for pair in zip(kana, other_kana, strict=True)]
    if known:
        return all(_within(short, long) for short, long in pairs)
    if len(kanji) < 2:
        return False
    *inner, (short, long) = pairs
    if not any(kana) or not any(other_kana):
        return all(_left_out(*pair) for pair in inner) and _is_noun(kanji, [between for _, between in inner], long)
    return all(_left_out(*pair) for pair in inner) and _same_end(short, long)


def without_kana(word: str) -> str:
    """Return the kanji alone of a folded word that is also written so (待合 for 待ち合い); nothing for another word.

    The word need not stand in the library by itself: what is looked for may begin a longer one, as 待合室.
    """
    if not is_kanji(word[0]) or all(map(is_kanji, word)):
        return ""
    kanji = "".join(filter(is_kanji, word))
    is_noun = not _VERBS.isdisjoint(kanji) and is_same_word(word, (), kanji, ())
    return kanji if is_noun else ""


def parts(word: str) -> tuple[str, list[str]]:
    """Return the kanji of a word that begins with one, and the letters after each of them."""
    places = [place for place, letter in enumerate(word) if is_kanji(letter)]
    after = [word[start + 1 : end] for start, end in pairwise([*places, len(word)])]
    return "".join(word[place] for place in places), after


def _within(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long`, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _left_out(short: str, long: str) -> bool:
    return short == long or (_within(short, long) and re.fullmatch(_BETWEEN, long) is not None)


def _is_noun(kanji: str, between: list[str], end: str) -> bool:
    """Whether a word with this between and after its `kanji` is a noun that is also written with nothing there."""
    if not end:
        return len(kanji) == 2 and kanji[0] in _VERBS
    return re.fullmatch(_NOUN_END, end) is not None and (all(between) or kanji[-1] in _VERBS)


def _same_end(short: str, long: str) -> bool:
    if not short:
        return not long or re.fullmatch(_NOUN_END, long) is not None
    return long.endswith(short) and re.fullmatch(_EARLIER, long.removesuffix(short)) is not None
