"""How far a word may be from what was typed and still be meant by it.

Distances are optimal string alignment distances over folded text: a letter too many, too few or wrong is one error,
and so are two neighbours swapped.
"""

from __future__ import annotations

import re

_DIGIT = r"\d"
_SEVEN = 7
_AKIN = (
    *("あいうえお", "かきくけこがぎぐげご", "さしすせそざじずぜぞ", "たちつてとだでどっ", "なにぬねの", "まみむめも"),
    *("はひふへほばびぶべぼぱぴぷぺぽ", "やゆよゃゅょ", "らりるれろ"),
    *("あかさたなはまやらわがざだばぱゃ", "いきしちにひみりぎじびぴ", "うくすつぬふむゆるぐずぶぷゅ"),
    *("えけせてねへめれげぜでべぺ", "おこそとのほもよろをごぞどぼぽょ", "んむぬ"),
)
"""Kana of one consonant, kana of one vowel, and those in which a foreign word ends in m or n."""


def is_kanji(character: str) -> bool:
    """Say whether `character` is a kanji or stands for one (々, 〆)."""
    # A regular expression of these ranges takes 2 ms to compile, which a short search would notice.
    return "\u4e00" <= character <= "\u9fff" or character in "々〆" or _is_rare_kanji(character)


def _is_rare_kanji(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _all_kanji(text: str) -> bool:
    return all(map(is_kanji, text))


def errors_in_word(letters: int) -> int:
    """Return how many errors a word of so many letters may have: none below 3, one to 5, two to 11, three beyond."""
    return 0 if letters < 3 else 1 if letters <= 5 else 2 if letters <= 11 else 3


def errors_in_reading(kana: int) -> int:
    """Return how many errors a reading of so many kana without long vowels may have: short ones are all alike."""
    return 0 if kana < 5 else 1 if kana <= 8 else 2


def errors_in_stretch(typed: str) -> int:
    """Return how many errors a stretch of unspaced text may have to be meant by `typed` (folded).

    Fewer than a word: where no space says what is a word, letters match by chance, kana far more often than kanji.
    """
    letters = len(typed)
    if letters < (3 if any(map(is_kanji, typed)) else 6):
        return 0
    return 1 if letters <= 11 else 2


def is_slip(typed: str, found: str, errors: int, *, word: bool) -> bool:
    """Say whether `found`, `errors` away from `typed`, may be meant by it.

    `word` says that it stands by itself (Latin, katakana) rather than in unspaced text. A number is never taken for
    another. In short ones the first and the last letter hold, or are swapped with their neighbour; of a word of five
    letters only the first need hold, and the last of four may be akin. Of three letters none is replaced or too many:
    カメラ is not meant by カメオ. Of a longer one with two errors either end holds, of six and seven letters the first
    (sunday is not meant by monday), and what is found is no short one.
    """
    if re.findall(_DIGIT, typed) != re.findall(_DIGIT, found):
        return False
    if len(typed) > 5:
        holds = _begin_alike(typed, found) or (len(typed) > _SEVEN and _begin_alike(typed[::-1], found[::-1]))
        return errors == 1 or (holds and errors <= errors_in_word(len(found)))
    if len(typed) == 3 and len(found) <= 3 and sorted(typed) != sorted(found):
        return False
    return errors <= 1 and (
        edges_hold(typed, found) or (word and _begin_alike(typed, found) and _may_end(typed, found))
    )


def _may_end(typed: str, found: str) -> bool:
    """Say whether words that begin alike may end in different letters: システヌ and システム may, システコ not."""
    return len(typed) == 5 or (len(typed) == len(found) == 4 and _akin(typed[-1], found[-1]))


def is_slip_of_reading(typed: str, found: str) -> bool:
    """Say whether the reading `found` (kana without long vowels), near to `typed`, may be meant by it.

    Both ends hold, and one kana in the place of another has its consonant or its vowel, as one letter of romaji or one
    flick makes of it: しょきいん is meant by しょくいん, げんぱつ is not by げんじつ.
    """
    if not edges_hold(typed, found):
        return False
    wrong = [pair for pair in zip(typed, found, strict=False) if pair[0] != pair[1]]
    return len(typed) != len(found) or len(wrong) != 1 or _akin(*wrong[0])


def _akin(one: str, other: str) -> bool:
    return any(one in kana and other in kana for kana in _AKIN)


def edges_hold(typed: str, found: str) -> bool:
    """Say whether both begin alike and end alike, the first two and the last two letters in either order.

    Among four kanji and more one at an edge may be wrong, as after a wrong conversion: 在宅勤無 for 在宅勤務.
    """
    begins = _begin_alike(typed, found)
    ends = _begin_alike(typed[::-1], found[::-1])
    if begins and ends:
        return True
    return (begins or ends) and len(found) == len(typed) >= 4 and _all_kanji(found) and _all_kanji(typed)


def begins_so(typed: str) -> bool:
    """Say whether whatever is meant by `typed`, a word by itself, begins with one of its first two letters."""
    return len(typed) <= 5 and not (len(typed) >= 4 and _all_kanji(typed))


def may_begin(typed: str, first_two: str) -> bool:
    """Say whether a text that begins with `first_two` letters may hold its edges: a fast first test."""
    return first_two[:1] == typed[0] or first_two == typed[1::-1] or (_all_kanji(first_two) and _all_kanji(typed))


def _begin_alike(typed: str, found: str) -> bool:
    return found[0] == typed[0] or found[:2] == typed[1::-1]
