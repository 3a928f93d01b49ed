"""Naming the speakers of a source that has only numbers for them: `--speakers map.toml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.imported import Imported, SetAside
from roundtable_tui.model import Participant
from roundtable_tui.source.phrases import or_nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roundtable_tui.model import Section, Turn

_TEXTS = ("label", "name", "kana", "org", "role", "side")


@dataclass(frozen=True, slots=True)
class Names:
    """Who each label of a source is: participants by the label that the source has."""

    people: Mapping[str, Participant]

    @classmethod
    def parse(cls, text: str) -> Names:
        """Return the names that a TOML file gives: `SPEAKER_00 = "青木 千尋"`, or a table with what a participant has.

        In a table are `name`, `kana`, `org`, `role`, `side`, and `label`, which is the family name of a Japanese name
        and else the name, unless it is given. Two labels of the source with one label are one person. Raises
        NotImportedError for what is no TOML, for an unknown key and for what is no text.
        """
        import tomllib

        try:
            read = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also a number of thousands of digits
            raise NotImportedError(f"this is no TOML: {error}") from None
        return cls({label: _participant(label, value) for label, value in read.items()})

    def apply(self, imported: Imported) -> Imported:
        """Return `imported` with the speakers named. Raises NotImportedError for a label that nobody has there."""
        transcript = imported.transcript
        labels = tuple(person.label for person in transcript.participants)
        for label in self.people:
            if label not in labels:
                raise NotImportedError(f"the speaker {label!r} is not in the source; {or_nearest(label, labels)}")
        people: dict[str, Participant] = {}
        for person in transcript.participants:
            known = self.people.get(person.label, person)
            people.setdefault(known.label, known)
        new = {label: people[self.people[label].label] for label in self.people}
        sections = tuple(_section(section, new) for section in transcript.sections)
        named = replace(transcript, participants=tuple(people.values()), sections=sections)
        said = tuple(SetAside(1, label, f"named {person.full_name} by the map") for label, person in new.items())
        return replace(imported, transcript=named, set_aside=(*said, *imported.set_aside))


def _participant(label: str, value: object) -> Participant:
    if isinstance(value, str) and value.strip():
        value = {"name": value}
    if not isinstance(value, dict):
        raise NotImportedError(f"{label} must be a name or a table with name, org, role …, but is {value!r}")
    for key, text in value.items():
        if key not in _TEXTS:
            raise NotImportedError(f"{label}.{key} is unknown; {or_nearest(key, _TEXTS)}")
        if not isinstance(text, str):
            raise NotImportedError(f"{label}.{key} must be text, but is {text!r}")
    name = value.get("name", "")
    japanese = not name.isascii() and len(name.split()) > 1
    own = value.get("label") or (name.split()[0] if japanese else name) or label
    return Participant(own, **{key: value.get(key, "") for key in _TEXTS if key != "label"})


def _section(section: Section, people: Mapping[str, Participant]) -> Section:
    turns = tuple(_turn(turn, people) for turn in section.turns)
    return replace(section, turns=turns, sections=tuple(_section(inner, people) for inner in section.sections))


def _turn(turn: Turn, people: Mapping[str, Participant]) -> Turn:
    if turn.speaker is None or turn.speaker.label not in people:
        return turn
    speaker = people[turn.speaker.label]
    return replace(turn, label=speaker.label, speaker=speaker, printed="")
