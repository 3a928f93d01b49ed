"""Where in a piece a word occurs, counted by column and by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.tui.page.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.tui.page.axis import Axis
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.spots import Spot


class SectionCount(NamedTuple):
    """A stretch of a piece: from block number `block` on, under `heading` of `depth`, with so many `hits`.

    What stands outside sections, before them and after them, has depth 0.
    """

    block: int
    heading: str
    depth: int
    hits: int


def by_column(spots: Sequence[Spot], axis: Axis) -> tuple[int, ...]:
    """Return how many `spots` each column of `axis` has."""
    counts = [0] * axis.columns
    for spot in spots:
        counts[axis.column(Place(spot.block, spot.start))] += 1
    return tuple(counts)


def by_section(spots: Sequence[Spot], blocks: Sequence[Block]) -> tuple[SectionCount, ...]:
    """Return the stretches of the piece in reading order with the `spots` in each; a section without its own sections.

    What stands outside sections is there only where something was found in it.
    """
    found: list[SectionCount] = []
    counts = [0] * len(blocks)
    for spot in spots:
        counts[spot.block] += 1
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            found.append(SectionCount(number, block.text, len(block.section), 0))
        elif not found or (not block.section and found[-1].depth):
            heading = _("after the talk") if found else _("before the talk")
            found.append(SectionCount(number, heading, 0, 0))
        last = found[-1]
        found[-1] = last._replace(hits=last.hits + counts[number])
    return tuple(each for each in found if each.depth or each.hits)
