"""Which code points of which blocks a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.page.block import NOTE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.stops import Stops

Spans = tuple[tuple[int, int], ...]

_KINDS = {
    "title": ("title", "subtitle"),
    "lead": ("lead",),
    "note": ("note",),
    "speaker": ("cast",),
    "closing": ("closing",),
}
"""The kinds of block that show a field outside the sections."""


def block_of(hit: Hit, blocks: Sequence[Block], stops: Stops) -> tuple[int, int] | None:
    """Return the number of the block that shows `hit`, and where in its text the text of the hit begins.

    None where no block shows it, which can happen after the file has changed.
    """
    if hit.turn is not None:
        index = stops.of_turn.get(hit.turn)
    elif hit.field == "heading":
        index = stops.of_section.get(hit.section_path)
    else:
        kinds = _KINDS.get(hit.field, ())
        index = next((i for i, block in enumerate(blocks) if block.kind in kinds and _start(hit, block) >= 0), None)
    if index is None or (start := _start(hit, blocks[index])) < 0:
        return None
    return index, start


def _start(hit: Hit, block: Block) -> int:
    """Return where the text of `hit` begins in that of `block`, or -1."""
    # A note is one line on the page: its term and its text are set apart by a space of the same length.
    text = hit.text.replace("\n", NOTE_SPACE, 1) if hit.field == "note" else hit.text
    return block.text.find(text)


def marks_of(hits: Iterable[Hit], blocks: Sequence[Block], stops: Stops) -> dict[int, Spans]:
    """Return the spans to mark, by block number, for the hits of one piece."""
    marks: dict[int, Spans] = {}
    for hit in hits:
        if (found := block_of(hit, blocks, stops)) is not None:
            index, start = found
            shifted = tuple((start + begin, start + end) for begin, end in hit.spans)
            marks[index] = tuple(sorted({*marks.get(index, ()), *shifted}))
    return marks
