"""The code points that are safe to draw, stand alone and extend nothing: nearly all of a Japanese or English text.

One test tells at once that a text holds nothing else, so that sanitising, cutting and folding take their long way
round only where it is needed. An ordinary code point that the test refuses costs time, never correctness.
"""

from __future__ import annotations

import re
from functools import cache

# Named by what is *not* ordinary, since a character class costs start-up time by the code points it holds:
# controls and the soft hyphen; combining marks and the scripts that need them; formats; Hangul jamo and fillers;
# surrogates; presentation forms and variation selectors; voiced marks of any kind; everything beyond the basic plane.
_EXTRAORDINARY = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u2000-\u200f\u2028-\u202f\u2060-\u206f"
    "\u20d0-\u20ff\u2cef-\u2dff\u302a-\u302f\u3099-\u309c\u3164\ua48d-\uabff\ud7a4-\udfff\ufb00-\ufe0f\ufe1a-\ufe2f"
    "\ufe70-\uff00\uff9e-\uffa0\uffdd-\uffdf\uffef-\U0010ffff]"
)


@cache
def extraordinary() -> re.Pattern[str]:
    """Return what finds a code point that is not ordinary, compiled when a text first needs it (1 ms)."""
    return re.compile(_EXTRAORDINARY)


def is_ordinary(text: str) -> bool:
    """Return whether every code point of `text` is an ordinary one; tab and line feed count as ordinary."""
    return (text.isascii() and text.isprintable()) or extraordinary().search(text) is None
