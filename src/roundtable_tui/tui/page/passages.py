"""From what is selected on a page to passages of an excerpt and to quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.export.citations import Quotation
from roundtable_tui.export.excerpt import Kind, Passage
from roundtable_tui.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from roundtable_tui.model import Transcript
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.selected import Selected

_KINDS: dict[str, Kind] = {
    "heading": "heading",
    "speech": "speech",
    "narration": "narration",
    "figure": "figure",
    "detail": "figure",
}
"""The blocks that are part of the talk; everything else stands before or after it."""


def passages(blocks: Sequence[Block], selected: Selected, hidden: Container[int] = ()) -> Iterator[Passage]:
    """Yield the selected words block by block, but for the blocks with the numbers `hidden`."""
    for block, text in _texts(blocks, selected, hidden):
        kind = _KINDS.get(block.kind, "other") if block.section else "other"
        yield Passage(kind, text, block.label)


def quotations(
    transcript: Transcript, blocks: Sequence[Block], selected: Selected, hidden: Container[int] = ()
) -> Iterator[Quotation]:
    """Yield a quotation for each block with selected words, with the anchor of its turn, its section or the piece."""
    for block, text in _texts(blocks, selected, hidden):
        anchor = Anchor(transcript.id, turn=block.turn) if block.turn else Anchor(transcript.id, block.section)
        yield Quotation(transcript, anchor, text)


def _texts(blocks: Sequence[Block], selected: Selected, hidden: Container[int]) -> Iterator[tuple[Block, str]]:
    for number in range(selected.start.block, selected.end.block + 1):
        if number in hidden:
            continue
        block = blocks[number]
        span = selected.span(number, len(block.text))
        if span is not None and (text := block.text[slice(*span)]).strip("\n"):
            yield block, text
