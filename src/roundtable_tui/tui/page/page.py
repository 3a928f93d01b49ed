"""The page: blocks laid out in rows as they come into view.

Places are a block and an offset into its text, never a row number, so that a page may change its width, or the text
above may change, and the reader stays on the same word. Only what is looked at is wrapped.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from roundtable_tui.model import paragraphs_of
from roundtable_tui.text import cells
from roundtable_tui.text.wrap import wrap
from roundtable_tui.tui.page.lens import NO_FOLDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.geometry import Geometry
    from roundtable_tui.tui.page.lens import Folds

HEADINGS = frozenset({"series", "title", "subtitle", "caption", "heading"})
"""The kinds of block that are broken between phrases and not inside them."""

INDENT = 2
"""The cells by which a paragraph is indented, one full-width character; the first of a block needs no sign."""

START = -1
"""The offset at which a block begins: its label, or its text where the label stands beside it or there is none."""


class Place(NamedTuple):
    """A place on the page: the index of a block and a code-point offset into its text.

    Offsets below 0 are above the text: `START` is the row of the label, those below it are rows of a picture and blank
    ones.
    """

    block: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page: `start` and `end` are code-point offsets into the text of block number `block`.

    A row above the text (`gap`, `picture` or `label`) has a negative `start`, and so has a `trace`, which stands in the
    place of blocks that are folded away. `first` marks the first row of the text. `indent` is how many cells are left
    free before the text.
    """

    block: int
    role: Literal["gap", "picture", "label", "text", "trace"]
    start: int
    end: int
    first: bool = False
    indent: int = 0


class Page:
    """The rows of `blocks` under `geometry`; those in `folds` have one row for each run, and are places none the less.

    `heights` gives the rows of the picture that a block begins with.

    `wrapped` counts the blocks that were laid out: work that does not depend on the length of the piece.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        geometry: Geometry,
        folds: Folds = NO_FOLDS,
        heights: Mapping[int, int] | None = None,
    ) -> None:
        self.blocks = tuple(blocks)
        self.geometry = geometry
        self.folds = folds
        self.heights = heights or {}
        self.wrapped = 0
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._ends = list(accumulate(len(block.text) + 40 for block in self.blocks))

    def rows(self, index: int) -> tuple[Row, ...]:
        """Return the rows of block number `index`; none, where it is folded away after the first of its run."""
        if index in self.folds.heads:
            return self._trace(index) if index in self.folds.words else ()
        rows = self._rows.get(index)
        if rows is None:
            rows = self._rows[index] = tuple(self._lay_out(index))
            self.wrapped += 1
        return rows

    def _trace(self, index: int) -> tuple[Row, ...]:
        """Return the row in the place of the run that begins at block number `index`, and the blank one above it."""
        return Row(index, "gap", START - 1, START - 1), Row(index, "trace", START, START)

    def _seen(self, place: Place) -> Place:
        """Return `place`, or that of the row which stands for it."""
        head = self.folds.heads.get(place.block, place.block)
        return place if head == place.block else Place(head, START)

    def _lay_out(self, index: int) -> Iterator[Row]:
        block = self.blocks[index]
        labelled = bool(block.label) and block.kind == "speech" and self.stands_above(block)
        picture = START - self.heights.get(index, 0)
        for offset in range(picture - block.gap, START):
            yield Row(index, "gap" if offset < picture else "picture", offset, offset)
        if labelled:
            yield Row(index, "label", START, START)
        first = True
        for start, end in paragraphs_of(block.text) or ((0, 0),):
            indent = 0 if first else self._indent(block, start)
            for line_start, line_end in self._lines(block, start, end, indent):
                yield Row(index, "text", start + line_start, start + line_end, first, indent)
                first, indent = False, 0

    def _indent(self, block: Block, start: int) -> int:
        """Return the cells that the paragraph at `start`, not the first of `block`, is indented by."""
        narrow = self.geometry.measure < INDENT * 6
        return 0 if narrow or block.kind in HEADINGS or block.text[start].isspace() else INDENT

    def _lines(self, block: Block, start: int, end: int, indent: int) -> list[tuple[int, int]]:
        text = block.text[start:end]
        lines = wrap(text, self.geometry.measure, indent=indent, hang=block.kind not in HEADINGS)
        if block.kind in HEADINGS and len(lines) > 1:
            from roundtable_tui.text.phrases import wrap_heading  # few headings are longer than a line

            return wrap_heading(text, self.geometry.measure)
        return lines

    def stands_above(self, block: Block) -> bool:
        """Return whether the label of `block` is set above its text: the page is narrow or the label long."""
        return self.geometry.stacked or cells.width(block.label) > self.geometry.label

    def picture_row(self, row: Row) -> int:
        """Return which row of its picture `row` is, from 0."""
        return row.start - START + self.heights[row.block]

    def _row_index(self, place: Place) -> int:
        """Return which row of its block holds `place`."""
        rows = self.rows(place.block)
        if place.offset == START:
            return next(index for index, row in enumerate(rows) if row.role != "gap")
        return max(0, bisect_right([row.start for row in rows], place.offset) - 1)

    def clamp(self, place: Place) -> Place:
        """Return `place`, moved to the start of a row that exists."""
        block = min(max(place.block, 0), len(self.blocks) - 1)
        block, offset = self._seen(Place(block, place.offset if block == place.block else 0))
        rows = self.rows(block)
        return Place(block, rows[self._row_index(Place(block, offset))].start)

    def start(self, block: int) -> Place:
        """Return where block number `block` begins."""
        return self.clamp(Place(block, START))

    def forward(self, place: Place) -> Iterator[Row]:
        """Yield the rows from the one that holds `place` to the end of the page."""
        place = self._seen(place)
        skip = self._row_index(place)
        for index in range(place.block, len(self.blocks)):
            yield from self.rows(index)[skip:]
            skip = 0

    def backward(self, place: Place) -> Iterator[Row]:
        """Yield the rows above the one that holds `place`, nearest first."""
        place = self._seen(place)
        yield from reversed(self.rows(place.block)[: self._row_index(place)])
        for index in range(place.block - 1, -1, -1):
            yield from reversed(self.rows(index))

    def moved(self, place: Place, rows: int) -> Place:
        """Return the place `rows` rows below (above, when negative) `place`, as far as there are rows."""
        steps = self.forward(place) if rows >= 0 else self.backward(place)
        last = self.clamp(place)
        for count, row in enumerate(steps, start=0 if rows >= 0 else 1):
            last = Place(row.block, row.start)
            if count >= abs(rows):
                break
        return last

    def bottom(self, height: int) -> Place:
        """Return the top place that shows the end of the page in the last of `height` rows."""
        last = self.last_row
        return self.moved(Place(last.block, last.start), 1 - height)

    @property
    def last_row(self) -> Row:
        """The row at the end of the page."""
        last = len(self.blocks) - 1
        return self.rows(self.folds.heads.get(last, last))[-1]

    def share(self, place: Place) -> float:
        """Return how much of the page lies above `place`, 0 to 1, counted in code points."""
        if not self._ends or place.block < 0:
            return 0.0
        before = self._ends[place.block - 1] if place.block else 0
        return (before + max(0, place.offset)) / self._ends[-1]

    def at_share(self, share: float) -> Place:
        """Return the place with `share` of the page above it, 0 to 1."""
        goal = min(max(share, 0.0), 1.0) * self._ends[-1]
        block = min(bisect_right(self._ends, goal), len(self.blocks) - 1)
        before = self._ends[block - 1] if block else 0
        return self.clamp(Place(block, int(goal - before)))
