"""Where a paragraph may be broken: at one offset, looking as far around it as the rules need (UAX #14, JIS X 4051).

`may_break` knows the good places. `may_split` knows the places inside words, addresses and paths that are sensible
when such a word alone is longer than a line. Neither knows widths or graphemes; see `wrap`.
"""

from __future__ import annotations

from roundtable_tui.text.break_classes import BLANKS, CLASSES, MARKS
from roundtable_tui.text.break_rules import BEHIND, BEHIND_CLASS

_IN_NUMBERS = frozenset("．，：／－,.:/-–")
_ENDS_OF_PARTS = frozenset("/?&=_-,;:|@)]}>")
_STARTS_OF_PARTS = frozenset("~([{<#")
_LEAST_HALF = 3
"""Letters that a word must keep on either side of a hyphen to be broken behind it: not Wi-Fi or e-mail."""
_NUMBER_NEAR = 6
"""How many code points back a digit is searched that the characters behind it may belong to: 3千万, 100」."""
_ADDRESS = 512
"""How many code points before a hyphen are searched for the start of an address."""


def may_break(text: str, offset: int) -> bool:
    """Return whether a line may end before `text[offset]`; `offset` (code points) is inside the text, not at an end."""
    answer = BEHIND[text[offset - 1]][CLASSES[text[offset]]]
    return look_around(text, offset) if answer is None else answer


def look_around(text: str, offset: int) -> bool:
    """Return what `may_break` does where the two classes at `offset` alone do not tell."""
    base = _base(text, offset - 1)
    before = CLASSES[text[base]] if base >= 0 else "AL"
    behind = CLASSES[text[offset]]
    if base != offset - 1:  # LB9; a mark on nothing is a letter, LB10
        answer = BEHIND_CLASS["AL" if before in BLANKS or before == "ZW" else before][behind]
        if answer is not None:
            return answer
    first, second = text[base], text[offset]
    if before in BLANKS:
        return _behind_blanks(text, base, behind)
    if before == "HY" and behind == "AL":
        return _is_compound(text, base, offset)
    if first.isascii() and second.isascii():
        return False
    if before == "RF":
        return _is_suffix(text, base)
    if before in ("KM", "KG", "KS"):
        return not _behind_number(text, offset, ("KM", "KG", "KS"))
    if behind == "PR":
        return not _behind_number(text, offset, ("CL", "CP", "IS", "SY"))
    return not (first in _IN_NUMBERS and base > 0 and CLASSES[text[base - 1]] in ("NU", "DW", "LW"))


def _base(text: str, place: int) -> int:
    """Return the offset of the character that the marks up to `place` stand on; -1 when there is none."""
    while place >= 0 and CLASSES[text[place]] in MARKS:
        place -= 1
    return place


def _behind_blanks(text: str, last: int, behind: str) -> bool:
    """Return whether a line may end behind the white space that ends at `last`; not behind an indent."""
    while last >= 0 and CLASSES[text[last]] in BLANKS:
        last -= 1
    last = _base(text, last)
    if last < 0:
        return False
    before = CLASSES[text[last]]
    if before in ("OP", "OW", "QI"):  # LB14, LB15a
        return False
    if before == "QU":  # LB15
        return behind not in ("OP", "OW", "QI")
    if before == "B2":  # LB17
        return behind != "B2"
    return not (behind == "PO" and before in ("NU", "DW"))  # 50 %


def _behind_number(text: str, offset: int, between: tuple[str, ...]) -> bool:
    """Return whether nothing but characters of the classes `between` stands between a digit and `offset`: 10万, 10)."""
    classes = [CLASSES[character] for character in text[max(offset - _NUMBER_NEAR, 0) : offset]]
    while classes and classes[-1] in between:
        classes.pop()
    return bool(classes) and classes[-1] in ("NU", "DW")


def _is_suffix(text: str, place: int) -> bool:
    """Return whether the reference mark at `place` stands behind a word: nothing that ends or opens is before it."""
    return place > 0 and CLASSES[text[place - 1]] not in ("CL", "EX", "OP", "OW", "SP", "BL", "RF")


def _is_compound(text: str, hyphen: int, offset: int) -> bool:
    """Return whether the hyphen joins two words that are long enough to part, and is not inside an address or path."""
    left = text[max(hyphen - _LEAST_HALF, 0) : hyphen]
    right = text[offset : offset + _LEAST_HALF]
    if len(left) < _LEAST_HALF or len(right) < _LEAST_HALF or not (left + right).isalpha():
        return False
    token = text[max(hyphen - _ADDRESS, 0) : hyphen].rpartition(" ")[2]
    return not any(mark in token for mark in ("/", "@", "www."))


def may_split(text: str, offset: int) -> bool:
    """Return whether a word too long for a line may be split before `text[offset]`: behind / ? & = - and the like.

    Never inside a number, and never so that a line would start or end with what it may not.
    """
    first, second = text[offset - 1], text[offset]
    if first == "\u00ad":
        return second.isalpha()
    if first not in _ENDS_OF_PARTS or not second.isascii():
        return False
    if second.isdigit():
        return not (offset > 1 and text[offset - 2].isdigit())
    return second.isalpha() or second in _STARTS_OF_PARTS
