"""Whom the labels of a talk mean, beyond their spelling: family names, names with a position, several at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import Line, trailing_bracket
from roundtable_tui.importers.speakers.labelling import question_or_answer, several
from roundtable_tui.importers.speakers.names import is_full_name, same, without_title
from roundtable_tui.importers.speakers.person import Person
from roundtable_tui.importers.speakers.positions import is_position
from roundtable_tui.importers.speakers.voices import Voices
from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Calling:
    """Knows those whom a source lists as taking part, and finds whom a label means among them."""

    def __init__(self, people: Sequence[Participant]) -> None:
        self.people = tuple(people)
        self._at = dict(enumerate(people, 1))
        persons = [
            Person(Line(number, "", True, True), one.full_name, one.position, one.kana)
            for number, one in self._at.items()
        ]
        self._voices = Voices(persons)
        spellings = ((same(name), one.label) for one in people for name in {one.label, one.name, one.kana} if name)
        shared = Counter(spelt for spelt, _label in set(spellings))
        self._spelt = {
            same(name): one.label
            for one in people
            for name in (one.label, one.name, one.kana, *one.aliases)
            if name and shared[same(name)] < 2
        }

        self._given: dict[str, list[str]] = {}
        for one in people:
            for word in {same(word) for word in one.name.split()}:
                self._given.setdefault(word, []).append(one.label)

    def find(self, label: str) -> str:
        """Return the label of the participant whom `label` means, nothing where it means none for certain."""
        spelt = same(label)
        for one in (spelt, without_title(spelt)):
            if one in self._spelt:
                return self._spelt[one]
        voice = self._voices.find(label)
        if voice is not None and voice.person is not None:
            return self._at[voice.person.line.number].label
        given = self._given.get(without_title(spelt), ())
        if len(given) == 1:
            return given[0]
        bare, bracket = trailing_bracket(label)
        return self.find(bare) if bracket and bare else ""

    def sharing(self, label: str) -> tuple[str, ...]:
        """Return the names of those who can be meant by `label` where it does not say which of them, else nothing."""
        return () if self.find(label) else tuple(voice.name for voice in self._voices.sharing(label))


def callings(labels: Iterable[str], calling: Calling) -> tuple[list[Participant], dict[str, str], dict[str, str]]:
    """Return whom `labels`, all that stand before turns, mean beyond those who have exactly that label.

    First come participants to be declared besides those listed, then the label of the participant by the label as
    printed, then why a label is doubtful, by the label as printed.
    """
    printed = list(dict.fromkeys(labels))
    spelt = {same(label): label for label in printed}
    known = {*spelt, *(same(one.label) for one in calling.people), *(same(one.full_name) for one in calling.people)}
    more: dict[str, Participant] = {}
    who: dict[str, str] = {}
    doubts: dict[str, str] = {}
    for label in printed:
        if listed := calling.find(label):
            who[label] = listed
        elif sharing := calling.sharing(label):
            doubts[label] = f"may be any of {', '.join(sharing)}; read as a speaker of that label alone"
        elif several(label, known) or several(label, _Known(calling)):
            more[label] = Participant(label, collective=True)
            who[label] = label
        elif (asked := question_or_answer(label)) and asked != label:
            more.setdefault(asked, Participant(asked))
            who[label] = asked
        elif (bare := trailing_bracket(label)[0]) and bare != label and same(bare) in spelt:
            more.setdefault(spelt[same(bare)], Participant(spelt[same(bare)]))
            who[label] = spelt[same(bare)]
        elif likely := _fuller(label, printed):
            doubts[label] = f"may be {', '.join(likely)}; read as a speaker of that label alone"
    return list(more.values()), who, doubts


class _Known:
    """What `several` asks: whether somebody is listed under a name in any of the ways of `Calling.find`."""

    def __init__(self, calling: Calling) -> None:
        self._calling = calling

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._calling.find(name))


def _fuller(label: str, printed: Sequence[str]) -> list[str]:
    """Return the names among `printed` of which `label` can be a part, or that it can be with a position behind it."""
    bare = without_title(same(label))
    found = []
    for other in printed:
        if other == label:
            continue
        titled = label.startswith(other) and is_position(label[len(other) :])
        if titled or (is_full_name(other) and bare in map(same, other.split())):
            found.append(other)
    return found
