"""What the terminal can draw a picture with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from roundtable_tui.tui.terminal.answers import Told

Way = Literal["none", "cells", "sixel", "kitty"]

_SIXEL = "4"
"""Among the attributes that a terminal names itself by (DA1): it draws sixels."""


class Means(NamedTuple):
    """How pictures are drawn, and the pixels of a cell, across and down, as far as they matter."""

    way: Way = "cells"
    cell: tuple[int, int] = (10, 20)
    measured: bool = False
    far: bool = False
    """Whether a line lies between here and the terminal: sixels go over it anew each time the text is scrolled."""

    def told(self, answer: Told) -> Means:
        """Return what is known after the terminal's `answer`. Sixels and kitty's graphics need to know the cell.

        A terminal with both draws sixels: some that know kitty's graphics know no placeholders, which are cells.
        """
        if answer.subject == "cell":
            height, _semicolon, width = answer.answer.partition(";")
            return self.cells_of((int(width), int(height)))
        if answer.subject == "device" and self.measured and not self.far and _SIXEL in answer.answer.split(";")[1:]:
            return self._replace(way="sixel")
        if answer.subject == "graphics" and answer.answer.endswith(";OK"):
            return self._replace(way="kitty")
        return self

    def cells_of(self, pixels: tuple[int, int]) -> Means:
        """Return what is known with cells of so many pixels, if that can be."""
        if 2 < pixels[0] < 200 and 4 < pixels[1] < 400:
            return self._replace(cell=pixels, measured=True)
        return self


def means_of(colours: str | None, *, wanted: str, plain: bool, far: bool = False) -> Means:
    """Return what there is before the terminal was asked.

    `colours` is Rich's name of what the terminal has, `wanted` the setting, `plain` whether NO_COLOR is set,
    `far` whether the reader runs on another machine than the terminal.
    """
    drawable = wanted != "off" and not plain and colours in ("256", "truecolor")
    return Means("cells" if drawable else "none", far=far)
