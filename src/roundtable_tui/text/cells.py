"""How many cells a text takes on the screen (UAX #11), and cutting and padding by it.

A width is that of the *displayed* form (`safe.display`): a tab is four cells, a control picture one, a variation
selector none. As nothing in a displayed text changes the width of its neighbour, a width is a sum over code points.

Terminals and the drawing library follow Unicode 16 and 17, while `unicodedata` is version 14 to 15.1 in Python 3.11
to 3.13. Drawn lines are right only when both sides count alike, so what those versions added or changed is listed
here (`_LATER_NONE`, `_LATER_WIDE`) and everything else comes from `unicodedata`: combining marks and Hangul vowels
and finals take no cell, East Asian wide and full-width characters two, everything else one. Ambiguous characters
(― … ① ※ “ ” ○ → ×) take one cell, unless `set_ambiguous_wide` says that the terminal draws them over two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from roundtable_tui.text import graphemes
from roundtable_tui.text.safe import display

# It only makes `width` and `reach` fast.
_SURELY_WIDE = "[\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]+"
_LATER_WIDE = (
    "[\u2630-\u2637\u268a-\u268f\u2ffc-\u2fff\u31e4\u31e5\u31ef\u4dc0-\u4dff\ufa6e\ufa6f\ufada-\ufaff"
    "\U00016ff2-\U00016ff6\U000187f8-\U000187ff\U00018cff\U00018d09-\U00018d1e\U00018d80-\U00018df2"
    "\U0001b132\U0001b155\U0001d300-\U0001d356\U0001d360-\U0001d376"
    "\U0001f6d8\U0001f6dc\U0001fa75-\U0001fa77\U0001fa87-\U0001fa8a\U0001fa8e\U0001fa8f\U0001faad-\U0001faaf"
    "\U0001fabb-\U0001fabf\U0001fac6\U0001fac8\U0001facd-\U0001facf\U0001fada-\U0001fadc\U0001fadf"
    "\U0001fae8-\U0001faea\U0001faef\U0001faf7\U0001faf8\U00020000-\U0003fffd]"
)
_LATER_NONE = (
    "[\u0897\u0cf3\u0ece\u1acf-\u1add\u1ae0-\u1aeb\ud7c7-\ud7ca\ud7fc-\ud7ff"
    "\U00010d69-\U00010d6d\U00010efa-\U00010eff\U00011241\U000113b8-\U000113c0\U000113c2\U000113c5"
    "\U000113c7-\U000113ca\U000113cc-\U000113d0\U000113d2\U000113e1\U000113e2\U00011b60-\U00011b67"
    "\U00011f00\U00011f01\U00011f03\U00011f34-\U00011f3a\U00011f3e-\U00011f42\U00011f5a\U00013430-\U00013440"
    "\U00013447-\U00013455\U0001611e-\U0001612f\U0001e08f\U0001e4ec-\U0001e4ef\U0001e5ee\U0001e5ef"
    "\U0001e6e3\U0001e6e6\U0001e6ee\U0001e6ef\U0001e6f5]"
)
_SHORT = 256
"""Texts up to this length (code points) have their width remembered: labels and titles are drawn again and again."""

_ambiguous_cells = 1


def _drawn(character: str) -> int:
    """Return the cells of one code point of a displayed text."""
    from unicodedata import category, east_asian_width

    general = category(character)
    if general[0] == "M" or "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        return 0
    kind = "N" if general == "Cn" else east_asian_width(character)  # Python 3.11 answers F for what is unassigned
    if kind == "N":
        return 2 if re.match(_LATER_WIDE, character) else 0 if re.match(_LATER_NONE, character) else 1
    return _ambiguous_cells if kind == "A" else 2 if kind in "WF" else 1


class _Cells(dict[str, int]):
    """The cells of each code point's displayed form, worked out when it is first met."""

    def __missing__(self, character: str) -> int:
        cells = self[character] = sum(map(_drawn, display(character)))
        return cells


_CELLS = _Cells()


def is_ambiguous(character: str) -> bool:
    """Return whether terminals disagree by their settings on the one code point `character` (UAX #11: A)."""
    from unicodedata import category, east_asian_width

    return east_asian_width(character) == "A" and category(character)[0] != "M" and display(character) == character


def set_ambiguous_wide(wide: bool) -> None:
    """Say whether the terminal draws East Asian ambiguous characters over two cells; one is the default."""
    global _ambiguous_cells
    if wide == ambiguous_wide():
        return
    _ambiguous_cells = 2 if wide else 1
    _CELLS.clear()
    _short_width.cache_clear()


def ambiguous_wide() -> bool:
    """Return whether ambiguous characters take two cells now."""
    return _ambiguous_cells == 2


def sign(character: str, plain: str) -> str:
    """Return `character`, which is drawn to fill cells one by one, or `plain` where it would take more than one."""
    return character if width(character) == 1 else plain


def char_width(ch: str) -> int:
    """Return the cells (0, 1, 2; 4 for a tab) of the displayed form of the one code point `ch`."""
    return _CELLS[ch]


@cache
def surely_wide() -> re.Pattern[str]:
    """Return what finds runs of kanji, kana and full-width forms, compiled when a text first needs it (1 ms).

    Each is one grapheme of two cells, in every version of Unicode and every setting; others may be, too.
    """
    return re.compile(_SURELY_WIDE)


def _width(text: str) -> int:
    others = "".join(surely_wide().split(text))
    wide = 2 * (len(text) - len(others))
    if others.isascii() and others.isprintable():
        return wide + len(others)
    return wide + sum(map(_CELLS.__getitem__, others))


_short_width = lru_cache(maxsize=8192)(_width)


def width(text: str) -> int:
    """Return the cells that the displayed form of `text` takes; what is drawn agrees with it."""
    if text.isascii() and text.isprintable():
        return len(text)
    return _short_width(text) if len(text) <= _SHORT else _width(text)


def _cut(text: str, cells: int) -> str:
    """Return the displayed form of as many whole graphemes from the start of `text` as `cells` hold."""
    start = taken = 0
    for end in graphemes.boundaries(text)[1:]:
        taken += sum(map(_CELLS.__getitem__, text[start:end]))
        if taken > cells:
            break
        start = end
    return display(text[:start])


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """Return the displayed form of `text`, cut to at most `cells` cells and never inside a grapheme.

    What was cut ends in `ellipsis`, or in nothing where `cells` do not even hold that. Less than 0 counts as 0.
    """
    cells = max(cells, 0)
    if width(text) <= cells:
        return display(text)
    room = cells - width(ellipsis)
    return _cut(text, room) + display(ellipsis) if room >= 0 else _cut(text, cells)


def pad(text: str, cells: int) -> str:
    """Return the displayed form of `text`, cut as by `fit` or filled with spaces on its right to `cells` cells."""
    fitted = fit(text, cells)
    return fitted + " " * (cells - width(fitted))
