"""Whom each label of a source means, when all of them are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.speakers import spellings
from roundtable_tui.importers.speakers.names import same, without_title
from roundtable_tui.importers.speakers.together import is_together, names_several
from roundtable_tui.model import Participant
from roundtable_tui.source.cast import RESERVED

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

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
    white space or a title of courtesy, and, which is doubtful, by a name and a part of it or by a name with a role.
    Where a label may be one person's or another's, it is neither's. One that means one person alone becomes an alias.
    """
    people = _People(declared)
    meant = {voice: people.place(*voice) for voice in voices}
    meant = _joined(meant, people)
    kept = set(range(len(declared))) | set(meant.values())
    for place in set(range(len(people.all))) - kept:
        people.taken.discard(people.all[place].label)
        people.all[place] = Participant("")  # nobody: whose label this was has another one
    shared = Counter(printed for printed, _place in {(printed, place) for (printed, _who), place in meant.items()})
    for (printed, _who), place in meant.items():
        if shared[printed] == 1:
            people.add_alias(place, printed)
    people.mark_several(meant)
    participants = tuple(one for place, one in enumerate(people.all) if place in kept)
    return Resolved(participants, {voice: people.all[place] for voice, place in meant.items()}, people.doubts)


class _People:
    """Everybody so far: those declared, and those whom only a label names."""

    def __init__(self, declared: Sequence[Participant]) -> None:
        self.all = list(declared)
        self.declared = len(declared)
        self.doubts: dict[str, str] = {}
        self.taken = {name for one in declared for name in (one.label, *one.aliases)}.union(RESERVED)
        self._labels = {one.label: place for place, one in enumerate(declared)}
        self._exact: dict[str, int] = {}
        self._usual: defaultdict[str, set[int]] = defaultdict(set)
        for place, one in enumerate(declared):
            for name in spellings.exact(one):
                self._exact.setdefault(name, place)
            for name in spellings.usual(one):
                self._usual[name].add(place)

    def place(self, printed: str, who: str) -> int:
        """Return the place of the one whom `printed` means, who is new where nobody else can be meant."""
        if who in self._labels:
            return self._labels[who]
        known = self._known(printed)
        if known is not None:
            return known
        place = len(self.all)
        spelt = same(printed)
        self._exact[spelt] = self._exact[without_title(spelt)] = place
        label = _free(printed, self.taken)
        self.taken.add(label)
        self.all.append(Participant(label, collective=is_together(printed)))
        return place

    def add_alias(self, place: int, printed: str) -> None:
        """Let the one at `place` be called `printed`, too, unless somebody is."""
        if printed and printed not in self.taken:
            self.taken.add(printed)
            person = self.all[place]
            self.all[place] = person._replace(aliases=(*person.aliases, printed))

    def _known(self, printed: str) -> int | None:
        wanted = list(spellings.wanted(printed))
        for name in wanted[:2]:
            if name in self._exact:
                return self._exact[name]
        for name in wanted:
            places = self._usual.get(name, set())
            if len(places) == 1:
                return next(iter(places))
            if places:
                names = ", ".join(self.all[place].full_name for place in sorted(places))
                self.doubts[printed] = f"may be any of {names}; read as a speaker of that label alone"
                return None
        return next((self._exact[name] for name in wanted[2:] if name in self._exact), None)

    def mark_several(self, meant: Mapping[Voice, int]) -> None:
        """Let those be collective whose label is made of the labels of others."""
        names = set(self._exact) | {name for name, places in self._usual.items() if len(places) == 1}
        for (printed, who), place in meant.items():
            if not who and place >= self.declared and names_several(printed, lambda name: same(name) in names):
                self.all[place] = self.all[place]._replace(collective=True)


def _joined(meant: dict[Voice, int], people: _People) -> dict[Voice, int]:
    """Return `meant` with those made one who have a name and a part of it, or a name and the name with a role.

    Only where the longer name is the only one that can be meant, and nobody was declared with either.
    """
    own = [place for place in dict.fromkeys(meant.values()) if place >= people.declared]
    own = [place for place in own if not people.all[place].collective]
    full = [place for place in own if spellings.is_divided(people.all[place].label)]
    by_part: defaultdict[str, set[int]] = defaultdict(set)
    for place in full:
        words = people.all[place].label.split()
        for word in (words[0], words[-1]):
            by_part[without_title(same(word))].add(place)
    into: dict[int, int] = {}
    for place in own:
        label = people.all[place].label
        longer = by_part[without_title(same(label))] - {place}
        one = next(iter(longer)) if len(longer) == 1 else None
        if one is not None and spellings.is_part(label, people.all[one].label):
            into[place] = one
            people.doubts.setdefault(label, f"read as {people.all[one].label}, whose name it is a part of")
    plain = {without_title(same(people.all[place].label)): place for place in own}
    for place in own:
        label = people.all[place].label
        ends = (same(label)[:end] for end in range(1, len(same(label))))
        bare = [plain[name] for name in ends if name in plain and spellings.is_with_role(label, name)]
        if len(bare) == 1 and place not in into and bare[0] != place:
            into[place] = into.get(bare[0], bare[0])
            people.doubts.setdefault(label, f"read as {people.all[bare[0]].label} with a role")
    return {voice: into.get(place, place) for voice, place in meant.items()}


def _free(printed: str, taken: Container[str]) -> str:
    """Return a label as near to `printed` as can be that is not `taken`."""
    label = printed or "?"
    number = 1
    while label in taken:
        number += 1
        label = f"{printed} ({number})"
    return label
