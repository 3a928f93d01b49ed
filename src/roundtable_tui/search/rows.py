"""What can be found in a piece: its turns, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.model import Figure, Link, Participant, Section, Transcript, Turn
    from roundtable_tui.search.hit import Field

APART = " / "
"""Stands between what one row tells of a participant, a credit or a picture."""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of a search: words that are found together or not at all.

    `text` is exactly as in the piece, a note with a colon between term and text as in its file, and what is told of
    one participant, credit or picture in several places joined by APART. A row of a turn has `turn`; so has what the
    picture of a figure shows, of which the field is `picture` and nobody the speaker. A row of a participant has
    `speaker`; `section_path` is where it stands, empty outside sections.
    """

    field: Field
    text: str
    section_path: tuple[int, ...] = ()
    turn: Turn | None = None
    speaker: Participant | None = None


def rows_of(transcript: Transcript) -> Iterator[Row]:
    """Yield everything of `transcript` that can be found, in reading order; the same order for equal transcripts.

    Left out are addresses and file names, dates, and the titles of pieces of this library, which have rows themselves.
    """
    yield from _rows("series", transcript.series, transcript.publication)
    yield from _rows("title", transcript.title, transcript.subtitle)
    if transcript.image:
        yield from _rows("picture", _picture(transcript.image))
    yield from _rows("lead", transcript.lead)
    yield from _rows("agenda", *transcript.agenda)
    for note in transcript.notes:
        yield from _rows("note", ": ".join(filter(None, (note.term, note.text))))
    for participant in transcript.participants:
        yield Row("speaker", _person(participant), speaker=participant)
    yield from _rows("speaker", transcript.honorifics)
    for section in transcript.all_sections:
        yield from _section(section)
    yield from _end(transcript)


def _end(transcript: Transcript) -> Iterator[Row]:
    yield from _rows("closing", transcript.closing)
    for credit in transcript.credits:
        yield from _rows("credit", _joined(credit.role, credit.name, credit.org))
    yield from _rows("link", *_elsewhere((transcript.previous, transcript.next, *transcript.back_numbers)))
    yield from _rows("tag", *transcript.tags)
    yield from _rows("source", transcript.source, transcript.licence)


def _rows(field: Field, *texts: str) -> Iterator[Row]:
    return (Row(field, text) for text in texts if text)


def _section(section: Section) -> Iterator[Row]:
    if section.heading:
        yield Row("heading", section.heading, section.path)
    for turn in section.turns:
        if turn.text:
            yield Row("text", turn.text, section.path, turn, turn.speaker)
        if turn.figure and (shown := _joined(turn.figure.alt, turn.figure.credit)):
            yield Row("picture", shown, section.path, turn)


def _person(participant: Participant) -> str:
    """What is told of a participant; a label that is a part of the name adds nothing."""
    name = participant.full_name
    label = "" if participant.label in name else participant.label
    return _joined(name, label, participant.kana, participant.position, participant.side, *participant.aliases)


def _picture(figure: Figure) -> str:
    return _joined(figure.caption, figure.alt, figure.credit)


def _elsewhere(links: Iterable[Link | None]) -> Iterable[str]:
    """The titles of pieces that are not in this library, each once."""
    return dict.fromkeys(link.title for link in links if link and not link.id)


def _joined(*parts: str) -> str:
    """The parts that are there, each once, with APART between them."""
    return APART.join(dict.fromkeys(part for part in parts if part))
