"""A picture that kitty's graphics protocol holds in the terminal, shown by cells that say which part of it they are.

The cells are Unicode placeholders: U+10EEEE with two combining marks for row and column, the picture's number as its
colour. They scroll, and are covered, as letters are. Kitty and Ghostty know them.
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from itertools import count
from random import randrange
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

_MARKS = tuple(
    map(
        chr,
        (
            *(0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A, 0x34B, 0x34C, 0x350, 0x351, 0x352),
            *(0x357, 0x35B, *range(0x363, 0x370), *range(0x483, 0x488), 0x592, 0x593, 0x594, 0x595, 0x597, 0x598),
            *(0x599, 0x59C, 0x59D, 0x59E, 0x59F, 0x5A0, 0x5A1),
        ),
    )
)
"""The combining marks that stand for 0, 1, 2 …, in the order of kitty's table."""

_PLACEHOLDER = "\U0010eeee"
_CHUNK = 4096
"""Characters of a picture's data that one command may have."""

# Another program may have pictures in the same terminal; numbers of three bytes none of which is 0 are true colours.
_numbers = count(randrange(0x010101, 0x7F0000) | 0x010101, 0x000200)


class Placeholders:
    """A picture that `send` hands to the terminal, once, before the first of its cells is drawn."""

    def __init__(
        self, image: Image, columns: int, rows: int, cell: tuple[int, int], send: Callable[[str], None]
    ) -> None:
        self.columns, self.rows = min(columns, len(_MARKS)), min(rows, len(_MARKS))
        self._number = next(_numbers) & 0xFFFFFF
        self._style = Style(color=Color.from_rgb(self._number >> 16, self._number >> 8 & 255, self._number & 255))
        self._send = send
        size = (self.columns * cell[0], self.rows * cell[1])
        data = BytesIO()
        image.resize(size).save(data, "PNG")
        send("".join(self._commands(b64encode(data.getvalue()).decode())))

    def _commands(self, data: str) -> list[str]:
        """Return the commands that hand over a PNG and place it where its placeholders will be."""
        chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
        place = f"a=T,U=1,f=100,t=d,i={self._number},c={self.columns},r={self.rows},"
        heads = [place, *[""] * (len(chunks) - 1)]
        more = [*[1] * (len(chunks) - 1), 0]
        return [f"\x1b_G{head}q=2,m={m};{chunk}\x1b\\" for head, m, chunk in zip(heads, more, chunks, strict=True)]

    def row(self, number: int) -> list[Segment]:
        """Return the placeholders of row `number`."""
        row = _MARKS[number]
        return [Segment("".join(f"{_PLACEHOLDER}{row}{_MARKS[column]}" for column in range(self.columns)), self._style)]

    def forget(self) -> None:
        """Let the terminal forget the picture."""
        self._send(f"\x1b_Ga=d,d=I,q=2,i={self._number}\x1b\\")
