"""Which code points of which blocks a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.rows import APART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.stops import Stops

Spans = tuple[tuple[int, int], ...]

_KINDS = {
    "series": ("series",),
    "title": ("title", "subtitle"),
    "picture": ("figure", "detail"),
    "lead": ("lead",),
    "agenda": ("item",),
    "note": ("note",),
    "speaker": ("cast", "caption"),
    "closing": ("closing",),
    "credit": ("credit",),
    "link": ("link",),
    "tag": ("credit",),
    "source": ("credit",),
}
"""The kinds of block that show a field other than what is said, and headings."""


class Shown(NamedTuple):
    """Where a hit is on the page: the number of the block, and its marks there as spans of the block's text."""

    block: int
    spans: Spans

    @property
    def offset(self) -> int:
        """Where in the block the first mark begins."""
        return self.spans[0][0] if self.spans else 0


def shown_at(hit: Hit, blocks: Sequence[Block], stops: Stops) -> Shown | None:
    """Return where the page shows `hit`; None where no block does, which can happen after the file has changed.

    What is told of a participant but not printed, such as a reading, is marked at the name.
    """
    for index in _candidates(hit, blocks, stops):
        spans = _spans(hit, blocks[index])
        if spans is not None:
            return Shown(index, spans)
    return None


def _candidates(hit: Hit, blocks: Sequence[Block], stops: Stops) -> Iterator[int]:
    """Yield the numbers of the blocks that may show `hit`."""
    if hit.field == "text" and hit.turn is not None:
        yield from _one(stops.of_turn.get(hit.turn))
    elif hit.field == "heading":
        yield from _one(stops.of_section.get(hit.section_path))
    else:
        kinds = _KINDS.get(hit.field, ())
        for index, block in enumerate(blocks):
            if block.kind in kinds and block.turn == (hit.turn or 0):
                yield index


def _one(index: int | None) -> tuple[int, ...]:
    return () if index is None else (index,)


def _spans(hit: Hit, block: Block) -> Spans | None:
    """Return the marks of `hit` in the text of `block`, or None where it does not show the hit."""
    start = block.text.find(hit.text)
    if start >= 0:
        return tuple((start + first, start + last) for first, last in hit.spans)
    if hit.field == "speaker":
        return _in_cast(hit, block)
    if hit.field in ("text", "heading"):
        return None
    return _in_parts(hit, block)


def _in_cast(hit: Hit, block: Block) -> Spans | None:
    if block.speaker is None or hit.speaker is None or block.speaker.label != hit.speaker.label:
        return None
    return _in_parts(hit, block) or ((0, block.lead_in),)


def _in_parts(hit: Hit, block: Block) -> Spans | None:
    """Return the marks of `hit`, made of parts that stand apart on the page; None for none."""
    found: list[tuple[int, int]] = []
    begin = 0
    apart = ": " if hit.field == "note" else APART
    for part in hit.text.split(apart):
        at = block.text.find(part)
        inside = [span for span in hit.spans if begin <= span[0] and span[1] <= begin + len(part)]
        if at >= 0:
            found.extend((at + first - begin, at + last - begin) for first, last in inside)
        begin += len(part) + len(apart)
    return tuple(sorted(found)) or None


def marks_of(hits: Iterable[Hit], blocks: Sequence[Block], stops: Stops) -> dict[int, Spans]:
    """Return the spans to mark, by block number, for the hits of one piece."""
    marks: dict[int, Spans] = {}
    for hit in hits:
        if (found := shown_at(hit, blocks, stops)) is not None:
            marks[found.block] = tuple(sorted({*marks.get(found.block, ()), *found.spans}))
    return marks
