"""How people are spoken of: 梅原さん, umeharasan. In the text the name may stand without that word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.slips import is_kanji
from roundtable_tui.text.kana import from_romaji, hiragana

if TYPE_CHECKING:
    from collections.abc import Callable

_WRITTEN = ("さん", "さま", "ちゃん", "くん", "せんせい", "先生", "様", "氏", "君", "殿")
_IN_LETTERS = ("-san", "san", "-sama", "sama", "-kun", "kun", "sensei")
_LEAST = 2
"""Signs that a name has at least."""
_SHORT = 2


def without_title(text: str, is_name: Callable[[str], bool]) -> str:
    """Return the name that stands before a title in `text`; nothing where there is none.

    Of kana and romaji only what is somebody's name, as `is_name` says of hiragana, since たくさん ends like one.
    """
    plain = text.lower()
    for title in (*_WRITTEN, *_IN_LETTERS):
        name = text[: -len(title)]
        if not plain.endswith(title) or len(name) < _LEAST:
            continue
        if title in _IN_LETTERS:
            called = any(is_name(way.kana) for way in from_romaji(name) if not way.tails)
        else:
            called = is_kanji(name[-1]) or (_is_kana(name) and is_name(hiragana(name)))
        if called:
            return name
    return ""


def _is_kana(name: str) -> bool:
    return all("ぁ" <= sign <= "ゖ" or sign == "ー" for sign in hiragana(name))


def is_short_name(text: str) -> bool:
    """Return whether `text` is a name of two kanji with a title: another kanji in it makes it another person."""
    return 0 < len(without_title(text, lambda kana: False)) <= _SHORT
