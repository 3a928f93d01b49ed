"""Spellings of one word that differ in the kana after its kanji: 打ち合わせ, 打合わせ, 打合せ."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOUN_ENDS = frozenset("いきぎしじちりみにひびえけげせぜてでれめねべ")
"""Kana that end a noun made of a verb, which may be left out (受付け, 受付); 取組む is no 取組."""

_LINKS = frozenset("いきぎしじちりみにひびえけげせぜてでれめねべっつわかがもたらさ")
"""Kana that may be left out between kanji and before the end; の and が are particles, which may not (山の手, 山手)."""


def is_same_word(one: str, its_readings: Iterable[str], other: str, other_readings: Iterable[str]) -> bool:
    """Say whether two folded words that begin with the same kanji are spellings of one word.

    Readings are those without long vowels; where both words have some, one has to be the same. Where one has none,
    two kanji at least have to be the same ones, and what is left out has to be what is usually left out.
    """
    if one == other:
        return False
    known = set(its_readings), set(other_readings)
    if all(known) and known[0].isdisjoint(known[1]):
        return False
    (kanji, kana), (other_kanji, other_kana) = parts(one), parts(other)
    if kanji != other_kanji:
        return False
    if all(known):
        return all(_within(ours, theirs) for ours, theirs in zip(kana, other_kana, strict=True))
    if len(kanji) < 2:
        return False
    *inner, last = zip(kana, other_kana, strict=True)
    return all(_left_out(ours, theirs) for ours, theirs in inner) and _same_end(*last)


def parts(word: str) -> tuple[str, list[str]]:
    """Return the kanji of a word and what stands after each of them; before the first one there is nothing."""
    places = [place for place, letter in enumerate(word) if is_kanji(letter)]
    return "".join(word[place] for place in places), [
        word[start + 1 : end] for start, end in pairwise([*places, len(word)])
    ]


def _within(ours: str, theirs: str) -> bool:
    """Whether the letters of one stand in the other, in their order."""
    short, long = sorted((ours, theirs), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _left_out(ours: str, theirs: str) -> bool:
    return ours == theirs or (_within(ours, theirs) and _LINKS.issuperset(ours + theirs))


def _same_end(ours: str, theirs: str) -> bool:
    """Whether the last kanji may be followed by either: nothing or the kana of a noun, fewer or more before one end."""
    if ours == theirs:
        return True
    short, long = sorted((ours, theirs), key=len)
    if not short:
        return long[-1] in _NOUN_ENDS and _LINKS.issuperset(long)
    return short[-1] == long[-1] and _within(short, long) and _LINKS.issuperset(long[:-1])
