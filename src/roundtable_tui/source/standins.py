"""Stand-ins for the characters that YAML refuses or takes for line breaks.

YAML does not allow control characters in a file, and YAML 1.1 ends a line at a lone CR, U+0085, U+2028 and U+2029,
which editors do not count. A transcript keeps them all, so while a file is parsed each is replaced by a private-use
code point that occurs nowhere in the file: every index, line and column stays what an editor shows, and afterwards the
text is put back.
"""

from __future__ import annotations

import re

_UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
"""What is not c-printable in YAML 1.1, or a line break other than CR and LF."""
_REFUSED = _UNPRINTABLE + "|\r(?!\n)"  # slower to look for than a class alone
_LAST_PRIVATE = 0x10FFFD


def with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    """Return `text` as it can be parsed, and a table for `str.translate` that puts the original back."""
    if not re.search(_UNPRINTABLE, text) and not ("\r" in text and re.search(_REFUSED, text)):
        return text, {}
    there: dict[str, str] = {}
    back: dict[int, str] = {}
    taken = set(text)
    stand_in = _LAST_PRIVATE
    for char in sorted(set(re.findall(_REFUSED, text))):
        while chr(stand_in) in taken:
            stand_in -= 1
        there[char] = chr(stand_in)
        back[stand_in] = char
        stand_in -= 1
    return re.sub(_REFUSED, lambda found: there[found[0]], text), back
