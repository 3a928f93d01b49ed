"""Iteration marks, written out: 人々 as 人人, 馬鹿々々しい as 馬鹿馬鹿しい, いすゞ as いすず.

This works on folded text, where scripts and the many shapes of the marks are already one, and puts one code point in
the place of one. A mark that has nothing to repeat stays: at the start of a text, or behind a sign.
"""

from __future__ import annotations

from roundtable_tui.text.graphemes import extends

_PLAIN, _VOICED = "ゝ", "ゞ"
_KANJI = "々"

_UNVOICED = "かきくけこさしすせそたちつてとはひふへほ"
_TO_VOICED = dict(zip(_UNVOICED + "ぱぴぷぺぽ", "がぎぐげござじずぜぞだぢづでどばびぶべぼばびぶべぼ", strict=True))
_TO_PLAIN = {_TO_VOICED[plain]: plain for plain in _UNVOICED}


def _is_kanji(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff" or "\ufa0e" <= letter <= "\ufa29"


def _kana(before: str, mark: str) -> str:
    """Return what the kana mark `mark` behind `before` stands for, or the mark itself where that is no kana."""
    if not "\u3041" <= before <= "\u3096":
        return mark
    return (_TO_VOICED if mark == _VOICED else _TO_PLAIN).get(before, before)


def _is_bare(letters: list[str], at: int) -> bool:
    """Return whether no combining mark follows the letter at `at`: with one on it a mark is another sign."""
    return at + 1 == len(letters) or not extends(letters[at + 1])


def _repeat_kanji(letters: list[str], start: int) -> int:
    """Write out the kanji marks from `start` on, as many kanji as there are marks, and return where they end."""
    end = start
    while end < len(letters) and letters[end] == _KANJI and _is_bare(letters, end):
        end += 1
    many = end - start
    if many > start or not all(map(_is_kanji, letters[start - many : start])):
        many = 1
    if start and _is_kanji(letters[start - 1]):
        for at in range(start, end):
            letters[at] = letters[at - many]
    return max(end, start + 1)


def _places(folded: str) -> list[int]:
    """Return where the marks stand, in order."""
    places = []
    for mark in (_PLAIN, _VOICED, _KANJI):
        at = folded.find(mark)
        while at >= 0:
            places.append(at)
            at = folded.find(mark, at + 1)
    return sorted(places)


def written_out(folded: str) -> str:
    """Return a folded text with every iteration mark that repeats something as what it repeats, of equal length.

    ゝ is the kana before without a voiced mark and ゞ with one; 々 is the kanji before, and n of them the n kanji
    before. Doing it twice changes nothing.
    """
    if _KANJI not in folded and _PLAIN not in folded and _VOICED not in folded:
        return folded
    letters = list(folded)
    done = 0
    for at in _places(folded):
        letter = folded[at]
        if at < done:
            continue
        if letter == _KANJI:
            done = _repeat_kanji(letters, at)
        elif at and _is_bare(letters, at):
            letters[at] = _kana(letters[at - 1], letter)
    return "".join(letters)
