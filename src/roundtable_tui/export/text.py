"""Plain text without wrapping: one line for each paragraph, to read, to print or to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.export.lines import lines, reference
from roundtable_tui.export.selection import select
from roundtable_tui.export.visible import visible

if TYPE_CHECKING:
    from roundtable_tui.export.selection import Selection
    from roundtable_tui.model import Transcript


def to_text(
    transcript: Transcript, section: tuple[int, ...] = (), *, turn: int | None = None, names: bool = True
) -> str:
    """Return the piece, or the section at `section`, or the turn numbered `turn`, as plain text.

    Without `names` the personal names are left out, see `export.anonymous`. Raises `selection.UnknownPlaceError`.
    """
    return document(select(transcript, section, turn=turn, names=names))


def document(selection: Selection) -> str:
    """Return `selection` as plain text ending in a line break, what could steer a terminal made visible."""
    return "".join(f"{visible(line.text)}\n" for line in (*lines(selection), *reference(selection)))
