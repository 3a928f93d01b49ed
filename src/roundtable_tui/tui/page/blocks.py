"""From a transcript to the blocks of its page, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.model.person import speaker_of
from roundtable_tui.tui.page import words
from roundtable_tui.tui.page.block import NOTE_SPACE, Block, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roundtable_tui.model import Figure, Link, Person, Section, Transcript, Turn


def blocks_of(transcript: Transcript, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Return every block of the page of `transcript`; nothing that the piece holds is left out.

    `titles` are those of the other pieces of the library, by id, as far as they are known.
    """
    return (*_front(transcript), *_body(transcript), *_back(transcript, titles))


def _front(transcript: Transcript) -> Iterator[Block]:
    """Yield the head of the piece: series, title, dates, lead, notes, participants and agenda."""
    if series := words.series_words(transcript):
        yield Block("series", series)
    yield Block("title", transcript.title)
    if transcript.subtitle:
        yield Block("subtitle", transcript.subtitle)
    if date := words.date_words(transcript):
        yield Block("date", date)
    if transcript.image is not None:
        yield from _figure(transcript.image, gap=1)
    if transcript.lead:
        yield Block("lead", transcript.lead, gap=1)
    for index, note in enumerate(transcript.notes):
        yield Block("note", f"{note.term}{NOTE_SPACE}{note.text}", "※", gap=not index, lead_in=len(note.term))
    if transcript.participants:
        yield Block("caption", words.cast_caption(transcript), gap=1)
    for person in transcript.participants:
        text = "　".join(filter(None, (person.full_name, person.position)))
        who = transcript.people[person.label]
        yield Block("cast", text, speaker=person, lead_in=len(person.full_name), person=who)
    if transcript.agenda:
        yield Block("caption", _("Agenda"), gap=1)
    for item in transcript.agenda:
        yield Block("item", item)


def _body(transcript: Transcript) -> Iterator[Block]:
    """Yield the headings and turns of all sections."""
    for section in transcript.all_sections:
        yield _heading(section)
        for turn in section.turns:
            yield from _turn(turn, section.path, speaker_of(turn, transcript))


def _heading(section: Section) -> Block:
    return Block("heading", section.heading, section=section.path, gap=2 if section.depth == 1 else 1)


def _turn(turn: Turn, path: tuple[int, ...], person: Person | None) -> Iterator[Block]:
    """Yield the block of a turn of `person`; a figure may need several."""
    if turn.kind == "figure" and turn.figure is not None:
        yield from _figure(turn.figure, turn=turn.number, section=path, gap=1)
    else:
        kind: Kind = "narration" if turn.kind == "narration" else "speech"
        label = "" if kind == "narration" else turn.shown_label
        yield Block(kind, turn.text, label, turn.speaker, turn.number, path, gap=1, person=person)


def _figure(figure: Figure, *, turn: int = 0, section: tuple[int, ...] = (), gap: int = 0) -> Iterator[Block]:
    """Yield a figure: its caption where it has one, what it shows, and whose it is."""
    caption = figure.caption or figure.alt or figure.src
    yield Block("figure", caption, turn=turn, section=section, gap=gap, src=figure.src)
    shown = figure.alt if figure.caption else ""
    if detail := "　".join(filter(None, (shown, figure.credit))):
        yield Block("detail", detail, turn=turn, section=section)


def _back(transcript: Transcript, titles: Mapping[str, str]) -> Iterator[Block]:
    """Yield what follows the talk: closing, credits, source, licence, and links to other pieces."""
    if transcript.closing:
        yield Block("closing", transcript.closing, gap=2)
    for index, credit in enumerate(transcript.credits):
        name = f"{credit.name}（{credit.org}）" if credit.org else credit.name
        role = f"{credit.role}　" if credit.role else ""
        yield Block("credit", f"{role}{name}", gap=not index, lead_in=len(credit.role))
    facts = (
        (_("Source"), transcript.source),
        (_("Licence"), transcript.licence),
        (_("Tags"), " ".join(transcript.tags)),
    )
    shown = [(name, value) for name, value in facts if value]
    for index, (name, value) in enumerate(shown):
        yield Block("credit", f"{name}　{value}", gap=not index, lead_in=len(name))
    links: list[tuple[str, Link]] = []
    if transcript.previous is not None:
        links.append((_("Previous"), transcript.previous))
    if transcript.next is not None:
        links.append((_("Next"), transcript.next))
    links.extend((_("Back number"), link) for link in transcript.back_numbers)
    for index, (name, link) in enumerate(links):
        text = f"{name}　{words.link_words(link, titles)}"
        yield Block("link", text, gap=not index, target=link.id, lead_in=len(name))
