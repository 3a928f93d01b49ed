"""A picture of a piece, or the words in its place, drawn for the room that the page has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roundtable_tui.text import cells
from roundtable_tui.tui.pictures.drawing import Cells, Drawing, Words, fitted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image
    from rich.style import Style

    from roundtable_tui.tui.pictures.means import Means

Room = tuple[int, int]
"""Columns and rows that a picture may take."""


class Shown(Protocol):
    """What stands above the caption of a figure."""

    def drawing(self, room: Room, means: Means) -> Drawing:
        """Return how it is drawn in `room`."""


class Remark:
    """Says why a picture is not shown."""

    def __init__(self, text: str, look: Callable[[], Style]) -> None:
        self._text = text
        self._look = look

    def drawing(self, room: Room, means: Means) -> Drawing:
        """Return the words, cut to the room."""
        return Words(self._text, room[0], self._look)


class Picture:
    """A picture; `send` writes to the terminal."""

    def __init__(self, image: Image, send: Callable[[str], None]) -> None:
        self._image = image
        self._send = send
        self._drawings: dict[object, Drawing] = {}

    def drawing(self, room: Room, means: Means) -> Drawing:
        """Return the picture in `room`, drawn anew where room and means are others than the last two times."""
        # What the terminal has not told is near enough: a cell is about twice as high as it is wide.
        columns, rows = fitted(self._image.size, room, means.cell)
        key = (columns, rows, means, cells.ambiguous_wide())
        if key not in self._drawings:
            if len(self._drawings) > 1:
                self._drop(next(iter(self._drawings)))
            self._drawings[key] = self._drawn(columns, rows, means)
        return self._drawings[key]

    def _drawn(self, columns: int, rows: int, means: Means) -> Drawing:
        if means.way == "sixel":
            from roundtable_tui.tui.pictures.sixel import Sixels

            return Sixels(self._image, columns, rows, means.cell)
        if means.way == "kitty":
            from roundtable_tui.tui.pictures.kitty import Placeholders

            return Placeholders(self._image, columns, rows, means.cell, self._send)
        return Cells(self._image, columns, rows)

    def forget(self) -> None:
        """Let go of what the terminal holds of it."""
        for key in [*self._drawings]:
            self._drop(key)

    def _drop(self, key: object) -> None:
        if (forget := getattr(self._drawings.pop(key), "forget", None)) is not None:
            forget()
