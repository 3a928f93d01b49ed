"""What somebody says of the labels that an import is unsure of: one is right, is somebody else's, or is no label."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roundtable_tui.importers.imported import SetAside
from roundtable_tui.model import NARRATION, Participant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from roundtable_tui.importers.imported import Doubt, Imported
    from roundtable_tui.model import Section, Turn


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A speaker whom an import is unsure of: how many turns there are, the first of them, and why there is a doubt.

    `read_as` is the label of whoever it was read as another name of, empty where it was read as a speaker of its own.
    """

    label: str
    turns: int
    first: Turn
    reason: str
    read_as: str = ""


def apart(imported: Imported) -> tuple[Imported, dict[str, str]]:
    """Return `imported` with each doubtful alias as a speaker of its own, and the label that it was read as.

    So a question about it is about what stands under it, and not about all that the one says whom it may mean.
    """
    doubted = {one.text for one in imported.doubts} & {turn.label for turn in imported.transcript.turns}
    people: list[Participant] = []
    read_as: dict[str, str] = {}
    for person in imported.transcript.participants:
        unsure = [alias for alias in person.aliases if alias in doubted]
        people.append(person._replace(aliases=tuple(alias for alias in person.aliases if alias not in doubted)))
        people += map(Participant, unsure)
        read_as |= dict.fromkeys(unsure, person.label)
    if not read_as:
        return imported, read_as
    by_label = {person.label: person for person in people}

    def own(turn: Turn) -> Turn:
        if turn.speaker is None:
            return turn
        return replace(turn, speaker=by_label[turn.label if turn.label in read_as else turn.speaker.label])

    return _changed(imported, people, lambda turns: map(own, turns)), read_as


def uncertain(imported: Imported, read_as: Mapping[str, str]) -> list[Uncertain]:
    """Return the speakers whose label is doubtful, in the order of their first turns; `read_as` is what `apart` says.

    They are those that a doubt names, and those of whom a source that lists its participants says nothing but a single
    turn.
    """
    transcript = imported.transcript
    spoken = [turn for turn in transcript.turns if turn.speaker is not None]
    times = Counter(turn.speaker.label for turn in spoken if turn.speaker)
    listed = any(person.position for person in transcript.participants)
    found: dict[str, Uncertain] = {}
    for turn in spoken:
        person = turn.speaker
        if person is None or person.label in found:
            continue
        doubt = next((one for one in imported.doubts if _names(one, person)), None)
        alone = listed and times[person.label] == 1 and not (person.name or person.position or person.collective)
        if doubt is not None or alone:
            reason = doubt.reason if doubt is not None else "speaks once and is not among those who take part"
            label = person.label
            found[label] = Uncertain(label, times[label], turn, reason, read_as.get(label, ""))
    return list(found.values())


def _names(doubt: Doubt, person: Participant) -> bool:
    return doubt.text in (person.label, *person.aliases)


def accepted(imported: Imported, label: str) -> Imported:
    """Return `imported` without the doubts about the speaker with that label."""
    person = _person(imported, label)
    return replace(imported, doubts=tuple(one for one in imported.doubts if not _names(one, person)))


def merged(imported: Imported, label: str, into: str) -> Imported:
    """Return `imported` with what the speaker `label` says given to the one labelled `into`, who has the alias then."""
    person, other = _person(imported, label), _person(imported, into)
    whole = other._replace(aliases=(*other.aliases, person.label, *person.aliases))

    def change(turn: Turn) -> Turn:
        return replace(turn, speaker=whole) if turn.speaker in (person, other) else turn

    people = [whole if one == other else one for one in imported.transcript.participants if one != person]
    note = SetAside(0, label, f"another name of {into}, by review")
    return _changed(accepted(imported, label), people, lambda turns: map(change, turns), note)


def unspoken(imported: Imported, label: str, lines: Sequence[str]) -> Imported:
    """Return `imported` with what was taken for turns of the speaker `label` put back into the turns before them.

    `lines` are those of the source: what stands there is put back as it stands there, label and all.
    """
    person = _person(imported, label)

    def put_back(turns: Iterable[Turn]) -> Iterable[Turn]:
        kept: list[Turn] = []
        for turn in turns:
            if turn.speaker != person:
                kept.append(turn)
            elif kept and kept[-1].kind != "figure":
                kept[-1] = replace(kept[-1], text=f"{kept[-1].text}\n{_as_printed(turn, lines)}")
            else:
                kept.append(replace(turn, kind="narration", label=NARRATION, speaker=None, printed="",
                                    text=_as_printed(turn, lines)))  # fmt: skip
        return kept

    people = [one for one in imported.transcript.participants if one != person]
    note = SetAside(0, label, "no speaker, by review")
    return _changed(accepted(imported, label), people, put_back, note)


def _as_printed(turn: Turn, lines: Sequence[str]) -> str:
    """Return the words of a turn with its label, as the source has both."""
    line = lines[turn.line - 1].strip() if 0 < turn.line <= len(lines) else ""
    first, *rest = turn.text.split("\n")
    if line.endswith(first):
        return "\n".join([line, *rest])
    return "\n".join([line if turn.shown_label in line else turn.shown_label, first, *rest])


def _person(imported: Imported, label: str) -> Participant:
    """Return the participant with that label. Raises LookupError."""
    for person in imported.transcript.participants:
        if person.label == label:
            return person
    raise LookupError(f"no participant has the label {label!r}")


def _changed(
    imported: Imported,
    people: Sequence[Participant],
    change: Callable[[Iterable[Turn]], Iterable[Turn]],
    *notes: SetAside,
) -> Imported:
    """Return `imported` with other participants, and with the turns of each section changed and counted anew."""
    number = 0

    def anew(section: Section) -> Section:
        nonlocal number
        turns = []
        for turn in change(section.turns):
            number += 1
            turns.append(replace(turn, number=number))
        return replace(section, turns=tuple(turns), sections=tuple(map(anew, section.sections)))

    sections = tuple(map(anew, imported.transcript.sections))
    transcript = replace(imported.transcript, participants=tuple(people), sections=sections)
    return replace(imported, transcript=transcript, set_aside=(*notes, *imported.set_aside))
