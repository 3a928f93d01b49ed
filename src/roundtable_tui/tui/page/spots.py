"""Where the hits of a search lie on a page, one stop for every place that is marked."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.tui.page.marks import shown_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.marks import Spans
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.page.stops import Stops


class Spot(NamedTuple):
    """The code points [start, end) of block number `block`; none, where all of the block is the hit."""

    block: int
    start: int
    end: int


def spots_of(hits: Iterable[Hit], blocks: Sequence[Block], stops: Stops) -> tuple[Spot, ...]:
    """Return the spots of `hits` in the order of the page; what no block shows has none."""
    found: set[Spot] = set()
    for hit in hits:
        shown = shown_at(hit, blocks, stops)
        if shown is not None:
            found.update(Spot(shown.block, *span) for span in shown.spans or ((0, 0),))
    return tuple(sorted(found))


def marks_at(spots: Iterable[Spot]) -> dict[int, Spans]:
    """Return the spans to mark, by block number; a block that is a hit as a whole has none."""
    marks: dict[int, list[tuple[int, int]]] = {}
    for spot in spots:
        spans = marks.setdefault(spot.block, [])
        if spot.end > spot.start:
            spans.append((spot.start, spot.end))
    return {block: tuple(spans) for block, spans in marks.items()}


def spot_from(spots: Sequence[Spot], place: Place) -> int:
    """Return the number of the first spot at or after `place`, or `len(spots)` where there is none."""
    return bisect_left(spots, Spot(place.block, max(0, place.offset), 0))
