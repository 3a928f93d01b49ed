"""Between the places of a page and those that are kept while the reader is closed or the file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.state.place import Place as KeptPlace
from roundtable_tui.state.place import place_of, restore
from roundtable_tui.tui.page.page import START, Place

if TYPE_CHECKING:
    from roundtable_tui.tui.reading import Reading

TOP = Place(0)
"""The first row of a page."""


def kept_place(reading: Reading, top: Place) -> KeptPlace:
    """Return `top` in terms of turns and sections, which an edit elsewhere in the file does not move."""
    block = reading.blocks[top.block]
    if block.turn:
        return place_of(reading.transcript, block.turn, max(0, top.offset))
    return KeptPlace(reading.transcript.id, section=block.section)


def found_again(reading: Reading, place: KeptPlace | None) -> Place:
    """Return where `place` is on the page of `reading` now; the top where it is None or the piece's beginning."""
    if place is None or (place.turn is None and not place.section):
        return TOP
    if place.turn is None:
        block = reading.stops.of_section.get(place.section)
        return TOP if block is None else Place(block, START)
    turn, offset = restore(reading.transcript, place)
    block = reading.stops.of_turn.get(turn)
    return TOP if block is None else Place(block, offset or START)
