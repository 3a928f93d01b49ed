"""A place as columns of a table, the same ones wherever places are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.state.names import key, name_of
from roundtable_tui.state.place import Place
from roundtable_tui.state.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = "piece, turn, section, offset, turn_hash, part, number, before, after"
"""The columns of a place, in the order of `row_of`."""

MARKS = ", ".join("?" * len(COLUMNS.split(", ")))
"""A parameter for each of them."""


def row_of(place: Place) -> tuple[object, ...]:
    """Return `place` as the values of `COLUMNS`."""
    section = ".".join(map(str, place.section))
    before, after = map(key, place.words)
    named = (key(place.piece), place.turn, section, place.offset, place.turn_hash)
    return (*named, key(place.part), place.number, before, after)


def place_from(row: Sequence[Any]) -> Place:
    """Return the place whose `COLUMNS` are the first values of `row`."""
    piece, turn, section, offset, digest, part, number, before, after = row[: len(COLUMNS.split(", "))]
    path = tuple(int(step) for step in section.split(".") if step)
    words = Words(name_of(before), name_of(after))
    return Place(name_of(piece), turn, path, offset, digest, name_of(part), number, words)
