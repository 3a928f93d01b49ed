"""Where a text may be cut: the boundaries of extended grapheme clusters (UAX #29, rules GB3-GB9, GB11-GB13).

Classes come from `unicodedata`, which has the general category but not Grapheme_Cluster_Break; where they differ:
every combining mark (M*) extends its base, spacing or not; pictographs are whole blocks, which only matters beside a
zero width joiner; rules GB9b (prepended signs) and GB9c (Indic conjuncts) are left out. Japanese, Korean and European
writing has none of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PICTOGRAPH = (
    "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\U0001fc00-\U0001fffd]"
)
# What extends its base although it is no combining mark: ZWNJ, half-width voiced marks, skin tones, tags, the Thai and
# Lao vowel am, and the vowels of Kirat Rai, which compose like Hangul.
_EXTENDS = "[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u0e33\u0eb3\U00016d63\U00016d67-\U00016d6a]"

# Each code point becomes one letter for its class, and the rules are one expression over those letters.
_CLUSTER = (
    "rn|[rnc]"  # GB3-GB5
    "|(?:ii"  # GB12, GB13
    "|p(?:e*zp)*"  # GB11
    "|l*(?:v+|av*|b)t*|l+|t+"  # GB6-GB8
    "|.)[ez]*"  # GB9, GB9a
)


def _hangul(code: int) -> str:
    """Return the class of a conjoining jamo or Hangul syllable: l, v, t, a (LV), b (LVT), or nothing."""
    if 0xAC00 <= code <= 0xD7A3:
        return "b" if (code - 0xAC00) % 28 else "a"
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "l"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "v"
    return "t" if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB else ""


def _class(character: str) -> str:
    from unicodedata import category

    code = ord(character)
    if character in "\r\n\u200d":
        return {"\r": "r", "\n": "n"}.get(character, "z")
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "i"
    if re.match(_PICTOGRAPH, character):
        return "p"
    general = category(character)
    if general[0] == "M" or re.match(_EXTENDS, character):
        return "e"
    if general in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return "c"
    return _hangul(code) or "x"


class _Classes(dict[int, str]):
    """The class of each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class(chr(code))
        return found


_CLASSES = _Classes()


def extends(character: str) -> bool:
    """Return whether the one code point `character` never starts a cluster after a base that it fits."""
    return not is_ordinary(character) and _CLASSES[ord(character)] in "ezvt"


def _ends(text: str) -> Iterator[int]:
    return (found.end() for found in re.finditer(_CLUSTER, text.translate(_CLASSES)))


def boundaries(text: str) -> Sequence[int]:
    """Return the offsets (code points) at which `text` may be cut, in order, its start and end included."""
    return range(len(text) + 1) if is_ordinary(text) else (0, *_ends(text))


def _surely_starts(text: str, offset: int) -> bool:
    """Return whether a cluster starts at `offset` whatever stands before the code point before it."""
    kind = _CLASSES[ord(text[offset])]
    return offset == 0 or kind in "xcr" or (kind == "p" and text[offset - 1] != "\u200d")


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """Return the [start, end) code points of the cluster that holds the code point at `offset`.

    Raises IndexError when `offset` is negative or not before the end of `text`.
    """
    if not 0 <= offset < len(text):
        raise IndexError(f"offset {offset} is outside a text of {len(text)} code points")
    if is_ordinary(text[max(offset - 1, 0) : offset + 2]):
        return offset, offset + 1
    first = offset
    while not _surely_starts(text, first):
        first -= 1
    last = offset + 1
    while last < len(text) and not _surely_starts(text, last):
        last += 1
    start = first
    for end in _ends(text[first:last]):
        if offset < first + end:
            return start, first + end
        start = first + end
    raise AssertionError("clusters cover the text they are found in")


def is_boundary(text: str, offset: int) -> bool:
    """Return whether `text` may be cut at `offset` (code points); its start and end are boundaries."""
    return not 0 < offset < len(text) or cluster_at(text, offset)[0] == offset


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) with both ends moved outwards to boundaries; an empty span moves back as a whole."""
    first = cluster_at(text, start)[0] if start < len(text) else start
    return first, cluster_at(text, end - 1)[1] if start < end else first
