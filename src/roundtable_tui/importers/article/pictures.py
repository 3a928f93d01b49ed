"""Captions of pictures that are not in the text: 写真：窓口の青木さん, ▲会議のようす, 左から青木氏、田村氏."""

from __future__ import annotations

import re

from roundtable_tui.importers.lines import composed, trailing_bracket
from roundtable_tui.importers.speakers.names import is_full_name, is_name

_NAMED = re.compile(
    r"(?:写真|画像|図表?|表|イラスト|fig(?:ure)?\.?|photo)\s*[0-9０-９①-⑳一二三四五六七八九十]{0,3}\s*(?:[:：]|\u3000)\s*(?=\S)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"[▲△↑]\s*\S.*(?:様子|ようす|風景|場面|。|さん|氏|ら|写真|より)[)）]?$"
    r"|(?:写真)?[(（]?(?:写真)?(?:上段|下段|前列|後列)?左から[、,\s)）:：順に]?"
    r"|(?:from left|left to right)\b",
    re.IGNORECASE,
)
_LONGEST = 120
_LONGEST_NAME = 6
"""Of a name in one word, in code points; what is longer says what the picture shows."""


def is_caption(text: str) -> bool:
    """Return whether `text` says by its first words that it stands below a picture, and not who took it."""
    text = composed(text)
    if len(text) > _LONGEST:
        return False
    named = _NAMED.match(text)
    if named:
        whose = trailing_bracket(text[named.end() :])[0]
        return not is_full_name(whose) and not (is_name(whose) and len(whose) <= _LONGEST_NAME)
    return bool(_CAPTION.match(text))
