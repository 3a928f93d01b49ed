"""Whose turns a name asks for. Words are evidence: rather nobody's than somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.text.fold import fold_strictly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.model import Transcript, Turn


class UnknownSpeakerError(LookupError):
    """Nobody in the piece has that name; `str()` says who there is."""


class AmbiguousSpeakerError(LookupError):
    """Several people have that name; `str()` says which labels tell them apart."""


def turns_of(transcript: Transcript, name: str) -> Callable[[Turn], bool]:
    """Return a condition that accepts the turns of the one speaker whom `name` means, and no other turn.

    `name` is a label, else an alias or a label as printed, else a full name (with or without its space), else
    a family name. It is first looked for as it is written, so that 高橋 and 髙橋 are two people where both are there,
    and then folded strictly, which never makes one of the two either. A speaker is a participant, or a label that
    names none.

    Raises UnknownSpeakerError, and AmbiguousSpeakerError where several people are meant equally well.
    """
    name = name.strip()
    tiers = _tiers(transcript)
    for fold in (str, fold_strictly):
        wanted = fold(name)
        for tier in tiers:
            found = {label for written, label in tier if written and fold(written) == wanted}
            if len(found) > 1:
                message = _("{name} is the name of several people in {id}; say which: {labels}")
                raise AmbiguousSpeakerError(_filled(message, transcript, name, found))
            if found:
                (label,) = found
                return lambda turn: turn.kind == "speech" and _label_of(turn) == label
    message = _("nobody in {id} is called {name}; its speakers: {labels}")
    raise UnknownSpeakerError(_filled(message, transcript, name, {label for _written, label in tiers[0]}))


def _tiers(transcript: Transcript) -> tuple[list[tuple[str, str]], ...]:
    """Return (name, label of the speaker) for labels, for other labels, for full names and for family names."""
    people = transcript.participants
    spoken = [turn for turn in transcript.turns if turn.kind == "speech"]
    return (
        [(person.label, person.label) for person in people] + [(_label_of(turn),) * 2 for turn in spoken],
        [(alias, person.label) for person in people for alias in person.aliases]
        + [(label, _label_of(turn)) for turn in spoken for label in (turn.label, turn.printed)],
        [(written, person.label) for person in people for written in (person.name, "".join(person.name.split()))],
        [(person.family, person.label) for person in people],
    )


def _label_of(turn: Turn) -> str:
    """Return the label that stands for the speaker: the participant's own, whatever alias was used."""
    return turn.speaker.label if turn.speaker else turn.label


def _filled(message: str, transcript: Transcript, name: str, labels: set[str]) -> str:
    return message.format(id=transcript.id, name=name, labels=", ".join(_in_order(transcript, labels)))


def _in_order(transcript: Transcript, labels: set[str]) -> Iterator[str]:
    order = [person.label for person in transcript.participants]
    order += [turn.label for turn in transcript.turns if turn.kind == "speech"]
    return (label for label in dict.fromkeys(order) if label in labels)
