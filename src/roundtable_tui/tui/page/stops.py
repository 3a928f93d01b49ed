"""Where jumps stop on a page: headings and turns."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.tui.page.block import Block

SPOKEN = frozenset({"speech", "narration", "figure"})
"""The kinds of block in which a turn begins."""


class Stops:
    """The blocks that jumps go to, as block numbers in reading order.

    A heading right under another heading is no stop of its own: both are seen at once.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
        self.of_section = {blocks[index].section: index for index in headings}
        self.of_turn = {
            block.turn: index
            for index, block in reversed(list(enumerate(blocks)))
            if block.turn and block.kind in SPOKEN
        }
        self.sections = [index for index in headings if not index or blocks[index - 1].kind != "heading"]
        self.turns = sorted(self.of_turn.values())

    def section_at(self, block: int) -> tuple[int, ...]:
        """Return the path of the section that block number `block` belongs to; empty before the first section."""
        return self._blocks[block].section if self._blocks else ()

    def turn_at(self, block: int) -> int:
        """Return the number of the turn at block number `block`, or of the last one before it, or 0."""
        index = bisect_right(self.turns, block) - 1
        return self._blocks[self.turns[index]].turn if index >= 0 else 0
