"""Between the places of a page and those that are kept while the reader is closed or the file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.state.place import Place as KeptPlace
from roundtable_tui.state.place import turn_again, turn_hash
from roundtable_tui.state.words import around, find_words
from roundtable_tui.tui.page.page import START, Place
from roundtable_tui.tui.page.stops import SPOKEN

if TYPE_CHECKING:
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.reading import Reading

TOP = Place(0)
"""The first row of a page."""

_BACK = frozenset({"closing", "credit", "link"})
"""The kinds of block that follow the talk."""


def kept_place(reading: Reading, top: Place) -> KeptPlace:
    """Return `top` in terms of turns and parts of the piece, which an edit elsewhere in the file does not move."""
    block = reading.blocks[top.block]
    piece, words = reading.transcript.id, around(block.text, top.offset)
    if block.turn:
        turn = reading.transcript.turn(block.turn)
        digest = turn_hash(turn) if turn else ""
        part = "" if block.kind in SPOKEN else block.kind
        return KeptPlace(piece, block.turn, (), top.offset, digest, part, words=words)
    number = 1 + sum(_is_part(other, block.kind) for other in reading.blocks[: top.block])
    return KeptPlace(piece, None, block.section, top.offset, part=block.kind, number=number, words=words)


def found_again(reading: Reading, place: KeptPlace | None) -> Place:
    """Return where `place` is on the page of `reading` now; the top where it is None or the piece's beginning.

    In what was edited it is where most of the words around it stand, and where none do, where its number is.
    """
    if place is None:
        return TOP
    return _surely(reading, place) or _perhaps(reading, place)


def is_there(reading: Reading, place: KeptPlace) -> bool:
    """Return whether the words at `place` still stand in the piece."""
    return _surely(reading, place) is not None


def _surely(reading: Reading, place: KeptPlace) -> Place | None:
    """Return where the words at `place` stand now, or None."""
    if place.turn is not None:
        known = reading.numbers_by_hash
        number = turn_again(reading.transcript, place.turn, place.turn_hash, known)
        if number is not None:
            return _in_block(reading, _block_of(reading, number, place.part), place.offset)
    chosen = _candidates(reading, place)
    near = place.turn or place.number
    found = find_words((reading.blocks[block].text for block in chosen), place.words, near - 1, place.offset)
    if found is None:
        return None
    # What is above the text stays there; words that stand further down now are gone to.
    offset = place.offset if place.offset < 0 and not found.offset else found.offset
    return Place(chosen[found.number], offset)


def _perhaps(reading: Reading, place: KeptPlace) -> Place:
    """Return where `place` would be by its number alone."""
    if place.turn is None and not place.part:
        block = reading.stops.of_section.get(place.section)
        return TOP if block is None else Place(block, START)
    chosen = _candidates(reading, place)
    if not chosen:
        return Place(len(reading.blocks) - 1, START) if place.part in _BACK else TOP
    number = min(max(place.turn or place.number, 1), len(chosen))
    return _in_block(reading, chosen[number - 1], place.offset)


def _candidates(reading: Reading, place: KeptPlace) -> list[int]:
    """Return the blocks that may be that of `place`: all turns, or all parts of one kind."""
    if place.turn is not None:
        return reading.stops.turns
    return [index for index, block in enumerate(reading.blocks) if _is_part(block, place.part)]


def _is_part(block: Block, kind: str) -> bool:
    return block.kind == kind and not block.turn


def _block_of(reading: Reading, number: int, part: str) -> int:
    """Return the block of the turn with that number, or that which shows another `part` of it."""
    block = reading.stops.of_turn[number]
    following = reading.blocks[block + 1] if block + 1 < len(reading.blocks) else None
    return block + 1 if following and following.turn == number and following.kind == part else block


def _in_block(reading: Reading, block: int, offset: int) -> Place:
    return Place(block, min(offset, len(reading.blocks[block].text)))
