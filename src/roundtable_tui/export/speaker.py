"""Whose turns a name asks for. Words are evidence: rather nobody's than somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.model.person import speaker_of
from roundtable_tui.text.fold import fold_strictly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.model import Person, Transcript, Turn


class UnknownSpeakerError(LookupError):
    """Nobody in the piece has that name; `str()` says who there is."""


class AmbiguousSpeakerError(LookupError):
    """Several people have that name; `str()` says which labels tell them apart."""


def turns_of(transcript: Transcript, name: str) -> Callable[[Turn], bool]:
    """Return a condition that accepts the turns of the one speaker whom `name` means, and no other turn.

    `name` is a label, else an alias or a label as printed, else a full name (with or without its space), else
    a family name. It is first looked for as it is written, so that 高橋 and 髙橋 are two people where both are there,
    and then folded strictly, which never makes one of the two either. A speaker is a person under whatever labels, or
    a label that names no participant.

    Raises UnknownSpeakerError, and AmbiguousSpeakerError where several people are meant equally well.
    """
    name = name.strip()
    tiers = _tiers(transcript)
    for fold in (str, fold_strictly):
        wanted = fold(name)
        for tier in tiers:
            found = {person for written, person in tier if written and fold(written) == wanted}
            if len(found) > 1:
                message = _("{name} is the name of several people in {id}; say which: {labels}")
                raise AmbiguousSpeakerError(_filled(message, transcript, name, found))
            if found:
                (person,) = found
                return lambda turn: speaker_of(turn, transcript) == person
    message = _("nobody in {id} is called {name}; its speakers: {labels}")
    raise UnknownSpeakerError(_filled(message, transcript, name, {person for _written, person in tiers[0]}))


def _tiers(transcript: Transcript) -> tuple[list[tuple[str, Person]], ...]:
    """Return (name, whose it is) for labels, for other labels, for full names and for family names."""
    people = [(person, transcript.people[person.label]) for person in transcript.participants]
    spoken = [(turn, who) for turn in transcript.turns if (who := speaker_of(turn, transcript)) is not None]
    return (
        [(person.label, who) for person, who in people]
        + [(turn.label, who) for turn, who in spoken if not turn.speaker],
        [(alias, who) for person, who in people for alias in person.aliases]
        + [(label, who) for turn, who in spoken for label in (turn.label, turn.printed)],
        [(written, who) for person, who in people for written in (person.name, "".join(person.name.split()))],
        [(person.family, who) for person, who in people],
    )


def _filled(message: str, transcript: Transcript, name: str, people: set[Person]) -> str:
    return message.format(id=transcript.id, name=name, labels=", ".join(_labels(transcript, people)))


def _labels(transcript: Transcript, people: set[Person]) -> Iterator[str]:
    """Yield every label of each of `people`, in the order of the list, then of the turns."""
    order = [(person.label, transcript.people[person.label]) for person in transcript.participants]
    order += [
        (turn.label, who) for turn in transcript.turns if not turn.speaker and (who := speaker_of(turn, transcript))
    ]
    return (label for label, who in dict.fromkeys(order) if who in people)
