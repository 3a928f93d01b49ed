"""What a frame of Textual writes, as pieces of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, LayoutUpdate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from textual._compositor import CompositorUpdate
    from textual.strip import Strip


class Piece:
    """What fills the columns from `start` to `end` of a line; `shown` is how Textual writes it, looks included.

    `drawn` is whether anything but text is in it: a picture, say, that the terminal draws past its cells.
    """

    __slots__ = ("drawn", "end", "shown", "start", "strip")

    def __init__(self, start: int, strip: Strip, console: Console) -> None:
        self.start = start
        self.end = start + strip.cell_length
        self.strip = strip
        self.shown = strip.render(console)
        self.drawn = any(segment.control for segment in strip)

    def __eq__(self, other: object) -> bool:
        """Return whether `other` is the same at the same place: of that one string tells, and quickly."""
        return isinstance(other, Piece) and self.shown == other.shown and self.start == other.start

    def __hash__(self) -> int:
        return hash(self.shown)


def pieces_of(update: CompositorUpdate, console: Console) -> Iterator[tuple[int, Piece]]:
    """Yield each line that `update` writes on, and a piece of it, in the order of writing.

    Raises TypeError for an update of another kind than Textual makes of a full screen.
    """
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield y, Piece(x, strip, console)
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, first, last in update.spans:
            for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if chop is None or x > last or end <= first:
                    continue
                shown = chop if first <= x < last and end <= last else chop.crop(0, min(end, last) - x)
                yield y, Piece(x, shown, console)
    else:
        raise TypeError(f"a frame that is {type(update).__name__}")
