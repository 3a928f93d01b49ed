"""The one place where text becomes something that Textual draws.

Every character from a file, a query or a file name passes through here, and so through the sanitiser, before it is
part of a strip or of a widget's content. Nothing here is ever parsed as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from roundtable_tui.text import cells, safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual.content import Content

Part = tuple[str, "Style"]
"""A run of text and how it looks."""


def plain(text: str) -> str:
    """Return `text` as it may be drawn on one line."""
    return safe.display(text)


def content(text: str) -> Content:
    """Return `text` as content for a stock widget, free of markup."""
    from textual.content import Content

    return Content("\n".join(safe.display(line) for line in text.split("\n")))


def strip(parts: Iterable[Part], width: int, fill: Style) -> Strip:
    """Return one line exactly `width` cells wide: the parts from left to right, cut with … or padded in `fill`."""
    segments: list[Segment] = []
    room = width
    for text, style in parts:
        shown = safe.display(text)
        size = cells.width(shown)
        cut = size > room
        if cut:
            shown = cells.fit(shown, room)
            size = cells.width(shown)
        if shown:
            segments.append(Segment(shown, style))
        room -= size
        if cut or room <= 0:  # a cell may be left over where a wide character did not fit
            break
    if room > 0:
        segments.append(Segment(" " * room, fill))
    return Strip(segments, width)
