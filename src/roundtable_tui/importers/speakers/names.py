"""What a person's name looks like."""

from __future__ import annotations

import re
import unicodedata

from roundtable_tui.importers.speakers.positions import is_position

_LETTERS = r"[一-鿿㐀-䶿豈-﫿々〆〇ヶヵぁ-ゖァ-ヺー\U00020000-\U0003ffffA-Za-zÀ-ɏ'’.・=＝-]"
_WORD = re.compile(rf"{_LETTERS}{{1,12}}[\ufe00-\ufe0f\U000e0100-\U000e01ef]?")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー\s・]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ\s.'’-]+")
_TITLES = ("さん", "氏", "様", "さま", "殿", "先生", "ちゃん", "くん", "君")

_LONGEST = 12
"""The longest name in code points, white space not counted, that is not in Latin letters."""


def is_name(text: str) -> bool:
    """Return whether `text` can be a person's name: one to three short words of letters, none of them a position."""
    words = unicodedata.normalize("NFC", text).split()
    if not 1 <= len(words) <= 3 or not all(_WORD.fullmatch(word) for word in words):
        return False
    joined = "".join(words)
    if len(joined) > (_LONGEST if not joined.isascii() else 40):
        return False
    return not any(is_position(word) for word in (*words, joined))


def is_full_name(text: str) -> bool:
    """Return whether `text` can be a name in two or three words."""
    return is_name(text) and len(text.split()) > 1


def is_reading(text: str, name: str) -> bool:
    """Return whether `text` can say how `name` is read: kana, or Latin letters for a name that has none."""
    if _KANA.fullmatch(text):
        return not _KANA.fullmatch(name)
    return bool(_LATIN.fullmatch(text)) and not re.search("[A-Za-z]", name) and not is_position(text)


def same(text: str) -> str:
    """Return what two spellings of one label have in common: no white space, no difference of width or case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def without_title(text: str) -> str:
    """Return `text` without a title of courtesy (さん, 氏 …) at its end."""
    for title in _TITLES:
        if text.endswith(title) and len(text) > len(title):
            return text.removesuffix(title)
    return text
