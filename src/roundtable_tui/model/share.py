"""How much of a piece each of those who take part in it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.model.person import speaker_of

if TYPE_CHECKING:
    from roundtable_tui.model.participant import Participant
    from roundtable_tui.model.person import Person
    from roundtable_tui.model.transcript import Transcript


class Share(NamedTuple):
    """What `person` says in a piece: so many `turns` and `characters` (code points) of the `total` spoken there.

    Turns without a word are not counted. `participant` is the person as the piece lists them, the first time where it
    does so more than once.
    """

    person: Person
    participant: Participant
    turns: int
    characters: int
    total: int

    @property
    def part(self) -> float:
        """The share of all that is spoken, 0 to 1."""
        return self.characters / self.total if self.total else 0.0


def shares_of(transcript: Transcript) -> tuple[Share, ...]:
    """Return the share of each person among the participants, in the order of the list, speaking or not.

    Whoever is listed under two labels has one share. What labels that name no participant say counts in the total.
    """
    turns: dict[Person, int] = {}
    characters: dict[Person, int] = {}
    for turn in transcript.turns:
        person = speaker_of(turn, transcript)
        if person is not None and turn.text:
            turns[person] = turns.get(person, 0) + 1
            characters[person] = characters.get(person, 0) + len(turn.text)
    total = sum(characters.values())
    listed: dict[Person, Participant] = {}
    for participant in transcript.participants:
        listed.setdefault(transcript.people[participant.label], participant)
    return tuple(
        Share(person, participant, turns.get(person, 0), characters.get(person, 0), total)
        for person, participant in listed.items()
    )
