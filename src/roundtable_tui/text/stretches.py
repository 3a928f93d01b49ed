"""Words, as far as the look of the characters tells: runs of one script, which is how a hand selects in Japanese."""

from __future__ import annotations

import unicodedata

_KANJI = "々〆〇"


def stretch_at(text: str, offset: int) -> tuple[int, int]:
    """Return the [start, end) of the stretch that holds the code point at `offset`, which is in `text`.

    A stretch is a run of kanji, of hiragana, of katakana (with ー), of letters and digits of other scripts, or of white
    space; every other character is a stretch of its own. A combining mark belongs to what it stands on.
    """
    start, end = _base(text, offset), offset + 1
    kind = _kind(text[start])
    while kind and start > 0 and _kind(text[before := _base(text, start - 1)]) == kind:
        start = before
    while end < len(text) and (_is_mark(text[end]) or (kind and _kind(text[end]) == kind)):
        end += 1
    return start, end


def _base(text: str, offset: int) -> int:
    """Return where the character is on which the code point at `offset` stands, or is itself."""
    while offset > 0 and _is_mark(text[offset]):
        offset -= 1
    return offset


def _kind(character: str) -> str:
    """Return the kind of stretch that `character` belongs to; nothing for one of its own."""
    if character.isspace():
        return "space"
    if character in _KANJI:
        return "kanji"
    name = unicodedata.name(character, "")
    if name.startswith(("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH")):
        return "kanji"
    if name.startswith("HIRAGANA"):
        return "hiragana"
    if name.startswith(("KATAKANA", "HALFWIDTH KATAKANA")) and character != "・":
        return "katakana"
    return "word" if character.isalnum() or character in "_'’" else ""


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
