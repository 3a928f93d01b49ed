"""One wrapper for the whole program: the lines of Rich and Textual break where `text.wrap` breaks them.

Both break what a stock widget shows (a hint of the palette, a notice) at white space and fold the rest: 、 at a line
start, `Microsof|t`. Both ask one function for the offsets, by a name that each imported; `install` gives them ours.
"""

from __future__ import annotations

import rich._wrap
import rich.text
import textual.content

from roundtable_tui.text.breaks import may_break
from roundtable_tui.text.wrap import wrap

PLACES = (rich._wrap, rich.text, textual.content)
"""The modules that know the function: where it is defined, and where it is used."""

STOCK = rich._wrap.divide_line
"""Rich's own function, whose place ours takes."""


def divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    """Return the offsets (code points) at which lines of at most `width` cells begin, without that of the first.

    Nothing hangs: a stock widget has no margin to hang it in. Without `fold`, a word longer than a line stays whole,
    to be cut by the caller.
    """
    starts = [start for start, _end in wrap(text, width, hang=False)[1:]]
    return starts if fold else [start for start in starts if may_break(text, start)]


def install() -> None:
    """Let Rich and Textual break lines by `divide_line`; doing it again changes nothing."""
    for module in PLACES:
        module.divide_line = divide_line  # type: ignore[attr-defined]
