"""Some turns of a piece, and what they are called in the piece's own language: a speaker's, a range, a question's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.export.numbers import read_numbers, write_numbers
from roundtable_tui.export.words import words_for
from roundtable_tui.model.person import speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.export.question import Exchange
    from roundtable_tui.model import Person, Transcript, Turn


class Extract(NamedTuple):
    """The numbers of the turns that are kept, and `words` for them that stand in the export: 髙橋 房江の発言."""

    numbers: frozenset[int]
    words: str

    def keeps(self, turn: Turn) -> bool:
        """Return whether `turn` is kept. Numbers stay when the names of a piece are left out; labels do not."""
        return turn.number in self.numbers


def of_speaker(transcript: Transcript, name: str, *, names: bool = True) -> Extract:
    """Return the turns of the one speaker whom `name` means; without `names` the words do not say the name.

    Raises what `speaker.turns_of` raises, UnknownSpeakerError and AmbiguousSpeakerError.
    """
    from roundtable_tui.export.speaker import turns_of

    keep = turns_of(transcript, name)
    numbers = [turn.number for turn in transcript.turns if keep(turn)]
    return _of_one(transcript, numbers, name if names else "", names=names)


def of_person(transcript: Transcript, person: Person) -> Extract:
    """Return the turns of `person`, under whatever labels."""
    numbers = [turn.number for turn in transcript.turns if speaker_of(turn, transcript) == person]
    return _of_one(transcript, numbers, name_in(transcript, person), names=True)


def name_in(transcript: Transcript, person: Person) -> str:
    """Return the name of `person` as the piece lists it, the first time where it does so more than once."""
    listed = (each.full_name for each in transcript.participants if transcript.people[each.label] == person)
    return next(listed, person.name)


def _of_one(transcript: Transcript, numbers: list[int], name: str, *, names: bool) -> Extract:
    """Return the turns with those numbers, all of one speaker; `name` is for the words where there is no turn."""
    if numbers:
        if not names:
            from roundtable_tui.export.anonymous import without_names

            transcript = without_names(transcript)
        turn = transcript.turns[numbers[0] - 1]
        name = turn.speaker.full_name if turn.speaker else turn.label
    return Extract(frozenset(numbers), words_for(transcript).only_speaker.format(name=name))


def of_numbers(transcript: Transcript, text: str) -> Extract:
    """Return the turns that `text` names, such as `12-18`; raises numbers.NumbersError."""
    numbers = read_numbers(text, len(transcript.turns))
    return Extract(numbers, words_for(transcript).only_turns.format(turns=write_numbers(numbers)))


def of_exchange(transcript: Transcript, exchange: Exchange) -> Extract:
    """Return a question and its answers."""
    numbers = frozenset(range(exchange.first, exchange.last + 1))
    return Extract(numbers, words_for(transcript).only_exchange.format(turns=write_numbers(numbers)))


def of_query(transcript: Transcript, query: str, numbers: Iterable[int]) -> Extract:
    """Return the turns with the given `numbers`, in which a search found `query`."""
    return Extract(frozenset(numbers), words_for(transcript).only_query.format(query=query))


def all_of(transcript: Transcript, extracts: Iterable[Extract]) -> Extract | None:
    """Return the turns that every one of `extracts` keeps; None where there is no extract."""
    every = tuple(extracts)
    if not every:
        return None
    words = words_for(transcript).comma.join(extract.words for extract in every)
    return Extract(frozenset.intersection(*(extract.numbers for extract in every)), words)
