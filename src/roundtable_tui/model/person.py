"""Who somebody is, across the pieces of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roundtable_tui.model.participant import Participant
    from roundtable_tui.model.transcript import Transcript
    from roundtable_tui.model.turn import Turn


class Person(NamedTuple):
    """One person of a series, whatever label stands before a turn.

    `name` is the full name without its white space, which is set now so and now so; nothing else is taken for equal,
    and a 髙橋 is no 高橋. Somebody of whom only a label is known is known in `piece` alone, since it may be another's
    elsewhere; `piece` is empty for everybody who has a name.
    """

    series: str
    name: str
    piece: str = ""


def name_key(name: str) -> str:
    """Return what is compared of a full name: all but its white space."""
    return "".join(name.split())


def person_of(participant: Participant, series: str, piece: str) -> Person:
    """Return who `participant` of the piece with the id `piece` is."""
    if name := name_key(participant.name):
        return Person(series, name)
    return Person(series, participant.label, piece)


def speaker_of(turn: Turn, transcript: Transcript) -> Person | None:
    """Return who speaks in `turn` of `transcript`; None for narration and figures.

    A label that names no participant is somebody of whom only the label is known.
    """
    if turn.kind != "speech":
        return None
    if turn.speaker is not None:
        return transcript.people[turn.speaker.label]
    return Person(transcript.series, turn.label, transcript.id)
