"""What is open: one piece, its blocks, and the way between its places and those that are kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from roundtable_tui.tui.page.blocks import blocks_of
from roundtable_tui.tui.page.page import START, Place
from roundtable_tui.tui.page.stops import Stops

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roundtable_tui.model import Anchor, Person, Transcript
    from roundtable_tui.model.share import Share
    from roundtable_tui.source.load import Loaded


class Reading:
    """An open piece. `problems` are those of its file; `colours` gives each speaker a colour, from 1."""

    def __init__(
        self, loaded: Loaded, transcript: Transcript, colours: Mapping[Person, int], titles: Mapping[str, str]
    ) -> None:
        self.transcript = transcript
        self.problems = loaded.problems
        self.colours = colours
        self.blocks = blocks_of(transcript, titles)
        self.stops = Stops(self.blocks)

    def name_links(self, titles: Mapping[str, str]) -> None:
        """Name the pieces that this one leads to by their titles, given by id; no block moves."""
        self.blocks = blocks_of(self.transcript, titles)

    def place_of(self, anchor: Anchor) -> Place | None:
        """Return the place of the section or turn that `anchor` names, or None where there is none."""
        if anchor.turn is not None:
            block = self.stops.of_turn.get(anchor.turn)
        else:
            block = self.stops.of_section.get(anchor.section)
        return None if block is None else Place(block, START)

    def numbers_by_hash(self) -> dict[str, list[int]]:
        """Return the numbers of the turns by their hashes, found once."""
        return self._numbers_by_hash

    @cached_property
    def _numbers_by_hash(self) -> dict[str, list[int]]:
        from roundtable_tui.state.place import numbers_by_hash

        return numbers_by_hash(self.transcript)

    @cached_property
    def turns_of_sections(self) -> dict[tuple[int, ...], tuple[int, int]]:
        """The numbers of the first and the last turn of each section that has turns, those inside it included."""
        found: dict[tuple[int, ...], tuple[int, int]] = {}
        for section in self.transcript.all_sections:
            for turn in section.turns:
                for depth in range(1, len(section.path) + 1):
                    first, _last = found.get(section.path[:depth], (turn.number, 0))
                    found[section.path[:depth]] = first, turn.number
        return found

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """How much of all that is spoken in the piece each participant says."""
        from roundtable_tui.model.share import shares_of

        return shares_of(self.transcript)
