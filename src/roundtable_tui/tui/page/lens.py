"""The lens: the page with one speaker in view, and the turns of the others receding or folded away.

What no speaker says goes with the turn that follows it, as a question goes with its answer, and at the end of a section
with the turn before it. Headings, and all that stands around the talk, are always there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roundtable_tui.model import Person
    from roundtable_tui.tui.page.block import Block


@dataclass(frozen=True, slots=True)
class Folds:
    """Runs of blocks that are folded away: `heads` gives for each of their blocks, by number, the first of its run.

    In the place of a run stands one row, the `words` of its first block.
    """

    heads: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, str] = field(default_factory=dict)

    def without(self, block: int) -> Folds:
        """Return the folds but for the run that block number `block` is in."""
        head = self.heads.get(block)
        return Folds(
            {each: first for each, first in self.heads.items() if first != head},
            {each: words for each, words in self.words.items() if each != head},
        )


NO_FOLDS = Folds()


def others(blocks: Sequence[Block], person: Person) -> frozenset[int]:
    """Return the numbers of the blocks that are turns of others than `person`, with what goes with them."""
    return frozenset(index for part in _parts(blocks) for index in _others_in(part, blocks, person))


def folds_of(blocks: Sequence[Block], person: Person) -> Folds:
    """Return every run of others' turns, each between two headings or turns of `person`."""
    away = others(blocks, person)
    heads: dict[int, int] = {}
    words: dict[int, str] = {}
    for hidden, run in groupby(range(len(blocks)), key=away.__contains__):
        numbers = list(run)
        if hidden:
            heads.update(dict.fromkeys(numbers, numbers[0]))
            words[numbers[0]] = _trace_words([blocks[number] for number in numbers])
    return Folds(heads, words)


def _trace_words(run: Sequence[Block]) -> str:
    """Return what stands in the place of `run`: how many turns, and whose they are."""
    spoken = [block for block in run if block.kind == "speech"]
    names = _(", ").join(dict.fromkeys(block.label for block in spoken))
    if len(spoken) == 1:
        return _("… 1 turn of {names} …").format(names=names)
    return _("… {count} turns: {names} …").format(count=len(spoken), names=names)


def _parts(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield the numbers of the blocks of turns between two headings."""
    for is_turn, part in groupby(range(len(blocks)), key=lambda index: blocks[index].turn > 0):
        if is_turn:
            yield list(part)


def _others_in(part: Sequence[int], blocks: Sequence[Block], person: Person) -> Iterator[int]:
    """Yield those of the blocks numbered `part`, turns of one section, that go away with others' turns."""
    speeches = [index for index in part if blocks[index].kind == "speech"]
    if not speeches:
        return
    following = iter([*speeches, speeches[-1]])
    owner = next(following)
    for index in part:
        if index > owner and owner != speeches[-1]:
            owner = next(following)
        if blocks[owner].person != person:
            yield index
