"""A picture of sixels (DEC, VT340), cut into rows of cells so that each row of the page draws its own part."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import ControlType, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

COLOURS = 64
_BAND = 6
"""Pixels, one above the other, that one character of a sixel picture holds."""

_AS_IT_IS = [(ControlType.CURSOR_FORWARD, 0)]
"""What Rich takes a segment with it for: something that takes no cells."""


class Sixels:
    """A picture drawn over blank cells, which make room for it and erase what was there."""

    def __init__(self, image: Image, columns: int, rows: int, cell: tuple[int, int]) -> None:
        self.columns, self.rows = columns, rows
        self._width, self._height = columns * cell[0], cell[1]
        drawn = image.resize((self._width, rows * self._height)).quantize(COLOURS)
        self._palette = drawn.getpalette() or []
        self._pixels = drawn.tobytes()
        self._rows: dict[int, list[Segment]] = {}

    def row(self, number: int) -> list[Segment]:
        """Return the blank cells of row `number`, and the sixels that are drawn over them."""
        if number not in self._rows:
            # Back over the blanks, with the cursor where it was afterwards (DECSC, CUB, DECRC).
            sixels = f"\x1b7\x1b[{self.columns}D{self._sixels(number)}\x1b8"
            self._rows[number] = [Segment(" " * self.columns), Segment(sixels, None, _AS_IT_IS)]
        return self._rows[number]

    def _sixels(self, number: int) -> str:
        """Return the control string of row `number`; what is not set in it stays as it is."""
        lines = [self._line(number * self._height + line) for line in range(self._height)]
        used = sorted(set().union(*lines))
        palette = "".join(self._register(colour) for colour in used)
        bands = "-".join(self._band(lines[top : top + _BAND]) for top in range(0, self._height, _BAND))
        return f'\x1bP0;1q"1;1;{self._width};{self._height}{palette}{bands}\x1b\\'

    def _line(self, y: int) -> bytes:
        return self._pixels[y * self._width : (y + 1) * self._width]

    def _register(self, colour: int) -> str:
        parts = (round(part * 100 / 255) for part in self._palette[colour * 3 : colour * 3 + 3])
        return f"#{colour};2;{';'.join(map(str, parts))}"

    def _band(self, lines: list[bytes]) -> str:
        """Return a band of up to six lines, colour after colour over the same place."""
        masks: dict[int, bytearray] = {}
        for bit, line in enumerate(lines):
            for x, colour in enumerate(line):
                mask = masks.get(colour)
                if mask is None:
                    mask = masks[colour] = bytearray(self._width)
                mask[x] |= 1 << bit
        return "$".join(f"#{colour}{''.join(_runs(mask))}" for colour, mask in sorted(masks.items()))


def _runs(mask: bytearray) -> Iterator[str]:
    """Yield the characters of `mask`, repeated ones counted; nothing at the end that draws nothing."""
    for value, run in groupby(mask.rstrip(b"\0")):
        count = len([*run])
        character = chr(0x3F + value)
        yield character * count if count < 4 else f"!{count}{character}"
