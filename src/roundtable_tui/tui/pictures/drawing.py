"""A picture in rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from roundtable_tui.text import cells
from roundtable_tui.text.wrap import trimmed, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

MOST_COLUMNS, MOST_ROWS = 48, 14
"""Cells that a picture takes at most: it stands in a column of words, and each row of it is written anew to scroll."""

COLOURS = 32
"""Colours that a picture made of cells has: neighbours are alike more often, and fewer bytes are written."""


class Drawing(Protocol):
    """A picture `columns` cells wide, in `rows` rows."""

    columns: int
    rows: int

    def row(self, number: int) -> list[Segment]:
        """Return what draws row `number`, from 0, on as many cells as `columns` says."""


class Words:
    """A remark that says why there is no picture."""

    def __init__(self, text: str, columns: int, look: Callable[[], Style]) -> None:
        self._lines = [text[slice(*trimmed(text, *line))] for line in wrap(text, columns, hang=False)]
        self.columns, self.rows = max(map(cells.width, self._lines)), len(self._lines)
        self._look = look

    def row(self, number: int) -> list[Segment]:
        """Return a line of the words, in the colours of the moment."""
        return [Segment(cells.pad(self._lines[number], self.columns), self._look())]


def fitted(size: tuple[int, int], room: tuple[int, int], cell: tuple[int, int]) -> tuple[int, int]:
    """Return the columns and rows, 1 or more, of a picture of `size` pixels in a `room` of cells of `cell` pixels."""
    columns, rows = min(room[0], MOST_COLUMNS), min(room[1], MOST_ROWS)
    scale = min(columns * cell[0] / size[0], rows * cell[1] / size[1])
    wanted = (round(size[0] * scale / cell[0]), round(size[1] * scale / cell[1]))
    return max(1, min(columns, wanted[0])), max(1, min(rows, wanted[1]))


class Cells:
    """A picture of coloured cells: two pixels in each, one above the other, where the terminal has half a block.

    One that sets ambiguous characters wide has none of a single cell: there a cell is one pixel.
    """

    def __init__(self, image: Image, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._halves = 1 if cells.ambiguous_wide() else 2
        small = image.resize((columns, rows * self._halves)).quantize(COLOURS)
        self._palette = small.getpalette() or []
        self._pixels = small.tobytes()
        self._rows: dict[int, list[Segment]] = {}

    def _colour(self, pixel: int) -> Color:
        red, green, blue = self._palette[pixel * 3 : pixel * 3 + 3]
        return Color.from_rgb(red, green, blue)

    def row(self, number: int) -> list[Segment]:
        """Return the cells of row `number`, those that look alike in one segment."""
        if number not in self._rows:
            self._rows[number] = [*self._row(number)]
        return self._rows[number]

    def _row(self, number: int) -> list[Segment]:
        begin = number * self._halves * self.columns
        upper = self._pixels[begin : begin + self.columns]
        lower = self._pixels[begin + self.columns : begin + 2 * self.columns] if self._halves == 2 else upper
        segments: list[tuple[int, int, int]] = []
        for above, below in zip(upper, lower, strict=True):
            if segments and segments[-1][:2] == (above, below):
                segments[-1] = (above, below, segments[-1][2] + 1)
            else:
                segments.append((above, below, 1))
        return [self._segment(*segment) for segment in segments]

    def _segment(self, above: int, below: int, count: int) -> Segment:
        if above == below:
            return Segment(" " * count, Style(bgcolor=self._colour(above)))
        return Segment("▀" * count, Style(color=self._colour(above), bgcolor=self._colour(below)))
