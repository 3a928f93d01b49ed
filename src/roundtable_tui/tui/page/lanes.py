"""Who speaks where: for every speaker a lane over the length of the piece."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.tui.page.page import START, Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.model import Person
    from roundtable_tui.tui.page.axis import Axis
    from roundtable_tui.tui.page.block import Block


class Lane(NamedTuple):
    """What `person` says: so many `turns` and `characters` (code points), of which `amounts` lie in each column.

    `label` is the first that the person has in the piece. `places` are where their words begin in each column, None
    where there are none.
    """

    person: Person
    label: str
    turns: int
    characters: int
    amounts: tuple[int, ...]
    places: tuple[Place | None, ...]


def lanes_of(blocks: Sequence[Block], axis: Axis, labels: Mapping[Person, str]) -> tuple[Lane, ...]:
    """Return a lane for each person who speaks, those of `labels` first and in their order, also if they say nothing.

    `labels` names people by the label to show; others have the one that stands before their first turn.
    """
    names = dict(labels)
    turns: Counter[Person] = Counter()
    amounts: dict[Person, list[int]] = {person: [0] * axis.columns for person in names}
    places: dict[Person, list[Place | None]] = {person: [None] * axis.columns for person in names}
    for number, block in enumerate(blocks):
        person = block.person
        if block.kind != "speech" or not block.text or person is None:
            continue
        if person not in names:
            names[person] = block.label
            amounts[person] = [0] * axis.columns
            places[person] = [None] * axis.columns
        turns[person] += 1
        begin = axis.position(Place(number))
        end = begin + len(block.text)
        first, last = axis.inside(number)
        for column in range(first, last + 1):
            start, stop = axis.bounds(column)
            amounts[person][column] += min(end, stop) - max(begin, start)
            if places[person][column] is None:
                places[person][column] = Place(number, max(begin, start) - begin or START)
    return tuple(
        Lane(person, label, turns[person], sum(amounts[person]), tuple(amounts[person]), tuple(places[person]))
        for person, label in names.items()
    )
