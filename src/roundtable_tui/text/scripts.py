"""What the characters of a text tell about its language."""

from __future__ import annotations

import re

_KANA = "[\u3041-\u3096\u30a1-\u30fa]"


def has_kana(text: str) -> bool:
    """Return whether there is kana in `text`, which makes it Japanese; kanji alone may be Chinese."""
    return re.search(_KANA, text) is not None
