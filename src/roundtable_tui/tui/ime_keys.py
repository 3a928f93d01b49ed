"""What an input method that was left on sends for a key, and which key that was.

With kana on, ［ is often 「, the comma 、 and so on, and a letter that is a syllable by itself becomes kana at once.
"""

from __future__ import annotations

import unicodedata

_SENT_FOR = {
    "、": ",", "。": ".", "「": "[", "」": "]", "『": "{", "』": "}", "・": "/", "ー": "-", "￥": "\\", "¥": "\\",
    "〜": "~", "～": "~", "‘": "'", "’": "'", "“": '"', "”": '"', "【": "[", "】": "]", "｡": ".", "､": ",", "｢": "[",
    "｣": "]", "･": "/", "ｰ": "-", "あ": "a", "い": "i", "う": "u", "え": "e", "お": "o", "ん": "n",
}  # fmt: skip


def key_meant(character: str) -> str:
    """Return the character of the key that was pressed where an input method made `character` of it.

    That is the one that it is the full-width form of (NFKC), or that stands for it on a Japanese keyboard; else itself.
    """
    meant = _SENT_FOR.get(character) or unicodedata.normalize("NFKC", character)
    return meant if len(meant) == 1 else character
