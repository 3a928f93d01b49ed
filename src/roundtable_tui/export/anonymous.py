"""A transcript without the names of the people in it, its words untouched.

Who speaks is shown by organisation and role (架空市 総務部長), and by a letter (発言者A) where the file has neither,
or where they would give the name away; several with the same role get letters too. Labels that name no participant
get a letter, because they may be names. Left out besides: readings, aliases, labels as printed, the names of those
who made the piece, and whom a picture is credited to. Titles, headings, notes, captions and everything that is said
stay as they are: a name that is spoken is part of the words.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from roundtable_tui.export.words import Words, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.model import Figure, Participant, Section, Transcript, Turn


def without_names(transcript: Transcript) -> Transcript:
    """Return `transcript` with every personal name outside of the text left out, the same for every section of it."""
    words = words_for(transcript)
    labels = _labels(transcript, words)
    people = {person.label: _unnamed(person, labels[person.label]) for person in transcript.participants}
    return replace(
        transcript,
        participants=tuple(people.values()),
        sections=tuple(_section(section, labels, people) for section in transcript.sections),
        credits=tuple(replace(credit, name="") for credit in transcript.credits),
        image=_uncredited(transcript.image),
    )


def _labels(transcript: Transcript, words: Words) -> dict[str, str]:
    """Return what each label of a speaker becomes: one for each, and no two the same."""
    wanted = {person.label: _role(person) for person in transcript.participants}
    for turn in transcript.turns:
        if turn.kind == "speech":
            wanted.setdefault(turn.label, "")
    roles = list(wanted.values())
    taken = {role for role in roles if roles.count(role) == 1}
    found = {}
    anybody = letters()
    for label, role in wanted.items():
        if role in taken and role:
            found[label] = role
            continue
        shared = letters() if role else anybody
        found[label] = next(name for name in (words.lettered(role, letter) for letter in shared) if name not in taken)
        taken.add(found[label])
    return found


def letters() -> Iterator[str]:
    """Yield A to Z, then AA to AZ, BA … without end."""
    for number in count():
        name = chr(ord("A") + number % 26)
        while number >= 26:
            number = number // 26 - 1
            name = chr(ord("A") + number % 26) + name
        yield name


def _role(person: Participant) -> str:
    """Return what may stand for `person`, nothing where only a letter may."""
    if person.collective:
        return person.label
    names = {person.name, "".join(person.name.split()), person.family if person.given else ""}
    if not person.name and person.label != person.role:
        names.add(person.label)
    position = person.position
    return "" if any(len(name) > 1 and name in position for name in names) else position


def _unnamed(person: Participant, label: str) -> Participant:
    return person._replace(label=label, name="", kana="", aliases=())


def _section(section: Section, labels: dict[str, str], people: dict[str, Participant]) -> Section:
    return replace(
        section,
        turns=tuple(_turn(turn, labels, people) for turn in section.turns),
        sections=tuple(_section(inner, labels, people) for inner in section.sections),
    )


def _turn(turn: Turn, labels: dict[str, str], people: dict[str, Participant]) -> Turn:
    if turn.kind != "speech":
        return replace(turn, figure=_uncredited(turn.figure))
    if turn.speaker is None:
        return replace(turn, label=labels[turn.label], printed="")
    speaker = people[turn.speaker.label]
    return replace(turn, label=speaker.label, printed="", speaker=speaker)


def _uncredited(figure: Figure | None) -> Figure | None:
    return figure and replace(figure, credit="")
