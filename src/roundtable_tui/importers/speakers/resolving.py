"""Whom each label of a source means, when all of them are known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.speakers.names import same, without_title
from roundtable_tui.model import NARRATION, Participant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOGETHER = frozenset({"一同", "全員", "参加者一同", "出席者一同", "会場", "all", "everyone", "everybody", "audience"})
"""Labels, spelt by `same`, of several voices at once."""

_RESERVED = frozenset({NARRATION, "narration", "figure"})


Voice = tuple[str, str]
"""A label as printed, and the label of the declared participant whom the source means by it, empty if it says not."""


@dataclass(slots=True)
class Resolved:
    """The participants, whom each voice means, and why a label is doubtful, by the label as printed."""

    participants: tuple[Participant, ...]
    _meant: Mapping[Voice, Participant]
    doubts: dict[str, str] = field(default_factory=dict)

    def named(self, printed: str, who: str = "") -> tuple[str, str, Participant]:
        """Return a turn's label, its label as printed where that is neither label nor alias, and its speaker."""
        speaker = self._meant[printed, who]
        if printed == speaker.label or printed in speaker.aliases:
            return printed, "", speaker
        return speaker.label, printed, speaker


def resolve(voices: Mapping[Voice, int], declared: Sequence[Participant]) -> Resolved:
    """Return whom `voices` mean, given how often each speaks, in the order in which they first do.

    `declared` are those whom the source itself names as taking part; their labels are kept. A label that means none of
    them makes a participant of its own, except that one person is meant by labels that differ only in width, case,
    white space or a title of courtesy. A printed label that means one person alone becomes an alias.
    """
    people = list(declared)
    meant: dict[Voice, int] = {}
    places = {same(name): place for place, one in enumerate(people) for name in (one.name, *one.aliases, one.label)}
    declared_at = {one.label: place for place, one in enumerate(people)}
    for printed, who in voices:
        spelt = same(printed)
        place = declared_at.get(who) if who else None
        if place is None:
            place = next((places[name] for name in (spelt, without_title(spelt)) if name in places), None)
        if place is None:
            place = places[spelt] = places[without_title(spelt)] = len(people)
            people.append(Participant(_free(printed, people), collective=spelt in TOGETHER))
        meant[printed, who] = place
    shared = Counter(printed for printed, _place in {(printed, place) for (printed, _who), place in meant.items()})
    for (printed, _who), place in meant.items():
        if shared[printed] == 1:
            people[place] = _with_alias(people[place], printed, people)
    return Resolved(tuple(people), {voice: people[place] for voice, place in meant.items()})


def _free(printed: str, people: Sequence[Participant]) -> str:
    """Return a label as near to `printed` as can be that nobody has."""
    taken = {name for one in people for name in (one.label, *one.aliases)} | _RESERVED
    label = printed or "?"
    number = 1
    while label in taken:
        number += 1
        label = f"{printed} ({number})"
    return label


def _with_alias(person: Participant, printed: str, people: Sequence[Participant]) -> Participant:
    taken = {name for one in people for name in (one.label, *one.aliases)} | _RESERVED
    return person if not printed or printed in taken else person._replace(aliases=(*person.aliases, printed))
