"""What is selected on a page, and where its moving end goes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text import cells, safe
from roundtable_tui.text.graphemes import cluster_at
from roundtable_tui.text.stretches import stretch_at
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.page.stops import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.page import Page, Row


class Selected(NamedTuple):
    """The code points between two places; `head` is the end that moves, before `anchor` or after it.

    The offsets of both are code points of the text of a block, 0 to its length, and lie between characters.
    """

    anchor: Place
    head: Place

    @property
    def start(self) -> Place:
        """The end that comes first."""
        return min(self)

    @property
    def end(self) -> Place:
        """The end that comes last."""
        return max(self)

    @property
    def turned(self) -> Selected:
        """The same, but the other end moves."""
        return Selected(self.head, self.anchor)

    def span(self, block: int, length: int) -> tuple[int, int] | None:
        """Return the selected code points of block number `block`, whose text has `length`; None for none."""
        if not self.start.block <= block <= self.end.block:
            return None
        first = self.start.offset if block == self.start.block else 0
        last = self.end.offset if block == self.end.block else length
        return (first, last) if first < last else None


def word_at(blocks: Sequence[Block], place: Place) -> Selected:
    """Return the word at `place`, or the first after it in its block; nothing of a block without text."""
    text = blocks[place.block].text
    offset = max(0, place.offset)
    while offset < len(text) and text[offset].isspace():
        offset += 1
    if offset >= len(text):
        return Selected(Place(place.block, len(text)), Place(place.block, len(text)))
    start, end = stretch_at(text, offset)
    return Selected(Place(place.block, start), Place(place.block, end))


def all_of(blocks: Sequence[Block], block: int) -> Selected:
    """Return all the text of block number `block`."""
    return Selected(Place(block, 0), Place(block, len(blocks[block].text)))


def by_character(blocks: Sequence[Block], place: Place, step: int) -> Place:
    """Return the place one character (grapheme cluster, UAX #29) after `place`, or before it for a negative `step`."""
    text = blocks[place.block].text
    if step > 0:
        if place.offset < len(text):
            return Place(place.block, cluster_at(text, place.offset)[1])
        return Place(place.block + 1, 0) if place.block + 1 < len(blocks) else place
    if place.offset > 0:
        return Place(place.block, cluster_at(text, place.offset - 1)[0])
    return Place(place.block - 1, len(blocks[place.block - 1].text)) if place.block else place


def by_word(blocks: Sequence[Block], place: Place, step: int) -> Place:
    """Return the next end of a word after `place`, or the next start before it where `step` is negative."""
    while (moved := by_character(blocks, place, step)) != place:
        text = blocks[moved.block].text
        if moved.block != place.block:
            place = moved
            continue
        start, end = stretch_at(text, min(place.offset, moved.offset))
        place = Place(moved.block, end if step > 0 else start)
        if not text[start:end].isspace():
            break
    return place


def row_of(page: Page, place: Place, *, ending: bool) -> Row:
    """Return the row of text that holds `place`; between two rows the upper one where it is `ending` there."""
    rows = [row for row in page.rows(place.block) if row.role == "text"] or list(page.rows(place.block))
    offset = place.offset - 1 if ending else place.offset
    return next((row for row in reversed(rows) if row.start <= max(0, offset)), rows[0])


def column_of(page: Page, place: Place, row: Row) -> int:
    """Return how many cells of `row`, counted from the text column, lie before `place`."""
    text = page.blocks[row.block].text
    return row.indent + cells.width(safe.display(text[row.start : place.offset]))


def by_rows(page: Page, place: Place, step: int, column: int, *, ending: bool) -> tuple[Place, bool]:
    """Return the place `step` rows of text below `place` (above, when negative), nearest to cell `column`.

    At the end of the page it is the last place of its row, at the beginning the first. With it comes whether it is
    `ending` in the row that it is in: between two rows it is the end of the one or the beginning of the other.
    """
    row = row_of(page, place, ending=ending)
    beyond = list(islice(_rows_from(page, row, step), abs(step)))
    if not beyond:
        return Place(row.block, row.end if step > 0 else row.start), step > 0
    found = _at_column(page, beyond[-1], column)
    return found, found.offset > beyond[-1].start


def _rows_from(page: Page, row: Row, step: int) -> Iterator[Row]:
    """Yield the rows of text after `row`, or before it, nearest first."""
    place = Place(row.block, row.start)
    rows = islice(page.forward(place), 1, None) if step > 0 else page.backward(place)
    return (each for each in rows if each.role == "text")


def _at_column(page: Page, row: Row, column: int) -> Place:
    text = page.blocks[row.block].text
    offset, used = row.start, row.indent
    while offset < row.end:
        end = cluster_at(text, offset)[1]
        width = cells.width(safe.display(text[offset:end]))
        if used + width > column and 2 * (column - used) < width:
            break
        offset, used = end, used + width
    return Place(row.block, offset)


def by_block(blocks: Sequence[Block], place: Place, step: int) -> Place:
    """Return the next end of a turn after `place`, or the next start of one before it where `step` is negative."""
    numbers = range(place.block, len(blocks)) if step > 0 else range(place.block, -1, -1)
    for number in numbers:
        edge = Place(number, len(blocks[number].text) if step > 0 else 0)
        if blocks[number].kind in SPOKEN and (edge > place if step > 0 else edge < place):
            return edge
    return Place(len(blocks) - 1, len(blocks[-1].text)) if step > 0 else Place(0, 0)


def by_section(blocks: Sequence[Block], place: Place, step: int) -> Place:
    """Return the next end of a section after `place`, or the next heading before it where `step` is negative."""
    if step > 0:
        for number in range(place.block, len(blocks) - 1):
            edge = Place(number, len(blocks[number].text))
            if blocks[number + 1].kind == "heading" and edge > place:
                return edge
        return Place(len(blocks) - 1, len(blocks[-1].text))
    for number in range(place.block, -1, -1):
        if blocks[number].kind == "heading" and Place(number, 0) < place:
            return Place(number, 0)
    return Place(0, 0)
