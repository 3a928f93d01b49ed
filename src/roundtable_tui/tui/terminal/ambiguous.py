"""Drawing for terminals that set East Asian ambiguous characters over two cells, as old Japanese ones and some today.

`text.cells` is the one owner of widths. Rich and Textual have tables of their own, which know one width alone; here
they are made to ask, so that what they cut and pad agrees. Frames of lines, ambiguous all of them, become + - |.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import rich.cells
from textual import _border
from textual.scrollbar import ScrollBarRender

from roundtable_tui.text import cells

if TYPE_CHECKING:
    from collections.abc import Callable

_STOCK_SIZE = rich.cells.get_character_cell_size
_STOCK_SINGLE = rich.cells._is_single_cell_widths
_STOCK_BORDERS = dict(_border.BORDER_CHARS)
_STOCK_BARS = (ScrollBarRender.VERTICAL_BARS, ScrollBarRender.HORIZONTAL_BARS)


@lru_cache(maxsize=4096)
def _size(character: str, unicode_version: str = "auto") -> int:
    """Return the cells of one character in a terminal set wide."""
    return 2 if cells.is_ambiguous(character) else _STOCK_SIZE(character, unicode_version)


def _put(name: str, known: tuple[Callable[..., object], ...], wanted: Callable[..., object]) -> None:
    """Put `wanted` in the place of what is `known` in every module of Rich and Textual that has it as `name`."""
    for key, module in list(sys.modules.items()):
        if key.partition(".")[0] in ("rich", "textual") and getattr(module, name, None) in known:
            setattr(module, name, wanted)


def draw_wide(wide: bool) -> None:
    """Draw from now on for a terminal that sets ambiguous characters `wide`, or not; whoever laid out must do so anew.

    Only a terminal set wide costs anything.
    """
    cells.set_ambiguous_wide(wide)
    if wide == (rich.cells.get_character_cell_size is _size):
        return
    _put("get_character_cell_size", (_STOCK_SIZE, _size), _size if wide else _STOCK_SIZE)
    _put("_is_single_cell_widths", (_STOCK_SINGLE, str.isascii), str.isascii if wide else _STOCK_SINGLE)
    rich.cells.cached_cell_len.cache_clear()
    drawable = {name: chars for name, chars in _STOCK_BORDERS.items() if "".join(sum(chars, ())).isascii()}
    plain = dict.fromkeys(_STOCK_BORDERS, _STOCK_BORDERS["ascii"]) | drawable
    _border.BORDER_CHARS.update(plain if wide else _STOCK_BORDERS)
    _border.get_box.cache_clear()
    blank = ([" "] * 8, [" "] * 8)
    ScrollBarRender.VERTICAL_BARS, ScrollBarRender.HORIZONTAL_BARS = blank if wide else _STOCK_BARS
