"""How the width of the page is shared out between margin, gutter and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.text import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.tui.page.block import Block

HANG = 2
"""Cells kept free at the right for a hanging 、 or 。."""

STACKED_BELOW = 72
"""A page narrower than this sets names above the text."""

LONGEST_LABEL = 10
"""A label wider than this many cells stands above its text."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The columns of a page, all in cells: `left` margin, `gutter` for labels with its bar, `measure` of the text.

    `stacked` pages set the label above the text and keep only the bar in the gutter. `wide` is whether the terminal
    sets ambiguous characters over two cells.
    """

    width: int
    left: int
    gutter: int
    measure: int
    stacked: bool
    wide: bool = False

    @property
    def label(self) -> int:
        """The cells that a label has in the gutter; 0 on a stacked page."""
        return max(0, self.gutter - 3)


def label_cells(blocks: Iterable[Block]) -> int:
    """Return the width in cells of the widest label that fits a gutter."""
    widths = (cells.width(label) for label in {block.label for block in blocks if block.kind == "speech"})
    return max((width for width in widths if width <= LONGEST_LABEL), default=4)


def geometry(width: int, label: int, measure: int) -> Geometry:
    """Return the columns of a page `width` cells wide.

    `label` is the width of the widest label and `measure` the asked width of the text, in cells. The text gets an
    even number of cells, so that full-width lines end flush, and at least 2.
    """
    stacked = width < STACKED_BELOW
    gutter = 2 if stacked else label + 3
    margin = 1 if width < STACKED_BELOW else 2
    room = max(2, width - margin - gutter - HANG)
    text = max(2, min(measure, room))
    text -= text % 2
    spare = max(0, width - margin - gutter - text - HANG)
    return Geometry(width, margin + spare // 2, gutter, text, stacked, cells.ambiguous_wide())
