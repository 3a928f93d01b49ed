"""What can be found in a piece: its turns, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.model import Participant, Section, Transcript, Turn
    from roundtable_tui.search.hit import Field


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of a search: words that are found together or not at all.

    `text` is exactly as in the piece, a note with a colon between term and text as in its file. A row of a turn has
    `turn`; one of a participant has `speaker`; `section_path` is where it stands, empty outside sections.
    """

    field: Field
    text: str
    section_path: tuple[int, ...] = ()
    turn: Turn | None = None
    speaker: Participant | None = None


def rows_of(transcript: Transcript) -> Iterator[Row]:
    """Yield everything of `transcript` that can be found, in reading order; the same order for equal transcripts."""
    yield from _rows("title", transcript.title, transcript.subtitle)
    yield from _rows("lead", transcript.lead)
    for note in transcript.notes:
        yield from _rows("note", ": ".join(filter(None, (note.term, note.text))))
    for participant in transcript.participants:
        for name in _names(participant):
            yield Row("speaker", name, speaker=participant)
    for section in transcript.all_sections:
        yield from _section(section)
    yield from _rows("closing", transcript.closing)


def _rows(field: Field, *texts: str) -> Iterator[Row]:
    return (Row(field, text) for text in texts if text)


def _section(section: Section) -> Iterator[Row]:
    if section.heading:
        yield Row("heading", section.heading, section.path)
    for turn in section.turns:
        if turn.text:
            yield Row("text", turn.text, section.path, turn, turn.speaker)


def _names(participant: Participant) -> tuple[str, ...]:
    """The spellings a participant is looked for by; a label made of the name adds nothing."""
    name = participant.full_name
    told = participant.label in name or participant.family in participant.label
    return tuple(filter(None, (name, "" if told else participant.label, participant.kana)))
