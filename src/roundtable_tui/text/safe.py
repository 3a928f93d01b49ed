"""The one sanitiser: what text looks like on its way to a terminal.

Text of a file, a query or a file name may hold code points that a terminal obeys instead of drawing (ECMA-48), that
turn the reading order round (UAX #9), or that draw nothing and so can hide words. Each code point is decided alone,
whatever stands around it, so that the displayed form of a text is that of its parts put together.

====================================================  =============================================================
what                                                  becomes
====================================================  =============================================================
C0 controls U+0000-001F, except the tab               their control picture U+2400-241F (a line feed is ␊)
tab                                                   `TAB_CELLS` spaces
DEL                                                   ␡ U+2421
line and paragraph separator U+2028, U+2029           ␤ U+2424
C1 controls U+0080-009F, bidirectional controls       ␦ U+2426, one each
lone surrogates, noncharacters                        ␦, one each
fillers and formats that draw nothing but are         ␦, one each
no part of ordinary writing: tag characters
U+E0000-E0FFF, Hangul fillers, interlinear
annotation, invisible operators, musical and
shorthand formats
hints on how to draw or break a neighbour: ZWJ,       nothing: terminals disagree on their width, and what is said
ZWNJ, variation selectors, skin tones, soft hyphen,   does not change
zero width space, word joiner, BOM, grapheme joiner,
Mongolian selectors and vowel separator
everything else, any number of combining marks        itself
====================================================  =============================================================
"""

from __future__ import annotations

import re

from roundtable_tui.text.ordinary import extraordinary, is_ordinary

TAB_CELLS = 4
"""How many spaces a tab becomes: the same everywhere, so that a width does not depend on a column."""

_UNPRINTABLE = "\u2426"
_MADE_VISIBLE = (
    "\x80-\x9f"  # C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls, UAX #9
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    # Default_Ignorable_Code_Point (UAX #44) where it is no hint of ordinary writing, and interlinear annotation
    + "\u115f\u1160\u17b4\u17b5\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_DROPPED = (
    "\xad\u034f\u180b-\u180f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"  # hints
    "\U000e0100-\U000e01ef"  # ideographic variation selectors
    "\U0001f3fb-\U0001f3ff"  # skin tones
)


def _displayed(character: str) -> str:
    if character == "\t":
        return " " * TAB_CELLS
    if character != "\n" and is_ordinary(character):
        return character  # known without compiling what is not
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if character in "\u2028\u2029":
        return "\u2424"
    if re.match(f"[{_DROPPED}]", character):
        return ""
    return _UNPRINTABLE if re.match(f"[{_MADE_VISIBLE}]", character) else character


class _Displayed(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _displayed(chr(code))
        return shown


_DISPLAYED = _Displayed()


def display(text: str) -> str:
    """Return `text` as it may reach a terminal, code point by code point as the table above says.

    The result holds no control and no bidirectional control, no lone surrogate, no line or paragraph separator, and
    nothing that draws nothing; `display(display(text)) == display(text)`. A line break becomes a picture: split text
    into paragraphs before it is displayed.
    """
    if is_ordinary(text) and "\n" not in text and "\t" not in text:
        return text
    return text.translate(_DISPLAYED)


def is_dropped(character: str) -> bool:
    """Return whether the one code point `character` is a hint that is left out of the displayed form."""
    return not _DISPLAYED[ord(character)]


def unsafe_code_points(text: str) -> tuple[tuple[int, str], ...]:
    """Return the offset (code points) and name (`U+001B ESCAPE`) of everything that `display` makes visible.

    A tab and a line feed are ordinary in a text and are left out, and so is what is merely dropped.
    """
    if is_ordinary(text):
        return ()
    # Looking for what is not ordinary is eight times as fast as looking for the unsafe among it.
    odd = set(extraordinary().findall(text))
    unsafe = {character: _name(character) for character in odd if _DISPLAYED[ord(character)] not in ("", character)}
    if not unsafe:
        return ()
    places = ((found.start(), found.group()) for found in extraordinary().finditer(text))
    return tuple((offset, unsafe[character]) for offset, character in places if character in unsafe)


def _name(character: str) -> str:
    from unicodedata import category, name

    code = ord(character)
    if code < 0x20:
        named = name(chr(0x2400 + code)).removeprefix("SYMBOL FOR ")
    else:
        kinds = {"Cc": "CONTROL", "Cs": "LONE SURROGATE", "Cn": "NONCHARACTER OR UNASSIGNED"}
        named = "DELETE" if code == 0x7F else name(character, "") or kinds.get(category(character), "UNNAMED")
    return f"U+{code:04X} {named}"
