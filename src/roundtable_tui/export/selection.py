"""What is shown or exported: a piece, one section of it, one turn, or the turns that a condition keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roundtable_tui.model import Note, Participant, Section, Transcript, Turn


class UnknownPlaceError(LookupError):
    """The piece has no such section or turn; `str()` says which, and what there is instead where that is short."""


class Block(NamedTuple):
    """A heading and the selected turns right under it; a section around a selected one has no turns of its own."""

    path: tuple[int, ...]
    heading: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Selection:
    """A part of a transcript in reading order; `blocks` includes the sections around, for their headings.

    `transcript` is the piece that everything else is read from, already without names where `names` is false.
    `complete` says that every turn of the place is there, none filtered out; `only` says in words of the piece's
    language what was kept of it, where that can be said.
    """

    transcript: Transcript
    anchor: Anchor
    blocks: tuple[Block, ...]
    complete: bool = True
    names: bool = True
    only: str = ""

    @property
    def whole(self) -> bool:
        """Whether this is the complete piece, with all that stands before and after the talk."""
        return self.complete and not self.anchor.section and self.anchor.turn is None

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The selected turns in reading order."""
        return tuple(turn for block in self.blocks for turn in block.turns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that lead to the section or turn, outermost first; none for a piece."""
        if self.anchor.section:
            return self.transcript.headings(self.anchor.section)
        turn = self.transcript.turn(self.anchor.turn) if self.anchor.turn else None
        return self.transcript.headings(self.transcript.section_of(turn).path) if turn else ()

    @cached_property
    def cast(self) -> tuple[Participant, ...]:
        """All participants of a whole piece, else those who speak in the selection, in the order of the file."""
        if self.whole:
            return self.transcript.participants
        speaking = {turn.speaker.label for turn in self.turns if turn.speaker}
        return tuple(participant for participant in self.transcript.participants if participant.label in speaking)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """All notes of a whole piece, else those whose term, without its brackets, occurs in the selection."""
        if self.whole:
            return self.transcript.notes
        text = "\n".join([*(block.heading for block in self.blocks), *(turn.text for turn in self.turns)])
        terms = ((note, re.split("[(（]", note.term)[0].strip() or note.term) for note in self.transcript.notes)
        return tuple(note for note, term in terms if term and term in text)


def select(
    transcript: Transcript,
    section: tuple[int, ...] = (),
    *,
    turn: int | None = None,
    keep: Callable[[Turn], bool] | None = None,
    names: bool = True,
    only: str = "",
) -> Selection:
    """Return the piece, or the section at `section`, or the turn numbered `turn`, of which `keep` accepts the turns.

    Without `names` the personal names are left out, see `export.anonymous`; `keep` is asked about what is left.
    Sections in which `keep` accepts no turn are left out. `only` are the words for what it keeps, see `export.extract`.
    Raises UnknownPlaceError for a section or a turn that the piece does not have.
    """
    anchor = Anchor(transcript.id, section, turn)
    chosen = _chosen(transcript, anchor)
    if not names:
        from roundtable_tui.export.anonymous import without_names

        transcript = without_names(transcript)
        chosen = _chosen(transcript, anchor)
    kept = {inner.path: tuple(_kept(inner.turns, anchor.turn, keep)) for inner in chosen}
    if keep is not None:
        kept = {path: turns for path, turns in kept.items() if turns}
    around = {path[:depth] for path in kept for depth in range(1, len(path) + 1)}
    blocks = tuple(
        Block(inner.path, inner.heading, kept.get(inner.path, ()))
        for inner in transcript.all_sections
        if inner.path in around
    )
    return Selection(transcript, anchor, blocks, complete=keep is None, names=names, only=only)


def not_there(transcript: Transcript, anchor: Anchor) -> str:
    """Return the sentence that says that the piece has no such section or turn as `anchor` names."""
    if anchor.turn is not None:
        message = _("{id} has no turn {number}; it has {count} of them")
        return message.format(id=transcript.id, number=anchor.turn, count=len(transcript.turns))
    number = ".".join(map(str, anchor.section))
    return _("{id} has no section {number}").format(id=transcript.id, number=number)


def _chosen(transcript: Transcript, anchor: Anchor) -> tuple[Section, ...]:
    """Return the sections whose turns are asked for; raises UnknownPlaceError."""
    if anchor.turn is not None:
        turn = transcript.turn(anchor.turn)
        if turn is None:
            raise UnknownPlaceError(not_there(transcript, anchor))
        return (transcript.section_of(turn),)
    if not anchor.section:
        return transcript.all_sections
    section = transcript.section(anchor.section)
    if section is None:
        raise UnknownPlaceError(not_there(transcript, anchor))
    return tuple(section.walk())


def _kept(turns: Iterable[Turn], number: int | None, keep: Callable[[Turn], bool] | None) -> Iterable[Turn]:
    for turn in turns:
        if (number is None or turn.number == number) and (keep is None or keep(turn)):
            yield turn
