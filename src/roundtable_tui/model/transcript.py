"""A transcript: one published piece, an issue or one part of an issue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model.figure import Figure
    from roundtable_tui.model.participant import Participant
    from roundtable_tui.model.person import Person
    from roundtable_tui.model.section import Section
    from roundtable_tui.model.turn import Turn


@dataclass(frozen=True, slots=True)
class Note:
    """A note printed with ※: a term and what it means."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Another piece: an `id` in this library, or a `title` and perhaps a `url` as printed."""

    id: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made the piece: role, name and organisation as printed (同上 stays 同上)."""

    role: str
    name: str
    org: str = ""


@dataclass(frozen=True)
class Transcript:
    """One piece. Text fields are exactly as in the file and empty where it has none.

    `id` is the file's stem. `held` and `published` are ISO 8601 dates of reduced precision (`2021`, `2021-11`,
    `2021-11-10`) that sort as text; `held_label` is the date as printed. `lang` is a BCP 47 tag.
    """

    id: str
    title: str
    subtitle: str = ""
    series: str = ""
    publication: str = ""
    issue: int | None = None
    part: int | None = None
    parts: int | None = None
    previous: Link | None = None
    next: Link | None = None
    held: str = ""
    held_label: str = ""
    published: str = ""
    lang: str = ""
    source: str = ""
    licence: str = ""
    image: Figure | None = None
    tags: tuple[str, ...] = ()
    lead: str = ""
    notes: tuple[Note, ...] = ()
    agenda: tuple[str, ...] = ()
    honorifics: str = ""
    participants: tuple[Participant, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: str = ""
    credits: tuple[Credit, ...] = ()
    back_numbers: tuple[Link, ...] = ()

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section at any depth, in reading order."""
        return tuple(inner for outer in self.sections for inner in outer.walk())

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn in reading order; the turn numbered n stands at index n - 1."""
        return tuple(turn for section in self.all_sections for turn in section.turns)

    @cached_property
    def _section_of_turn(self) -> tuple[Section, ...]:
        return tuple(section for section in self.all_sections for _ in section.turns)

    @cached_property
    def _section_at(self) -> dict[tuple[int, ...], Section]:
        return {section.path: section for section in self.all_sections}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Who each participant is, by label, which is theirs within the piece; two labels may be one person's."""
        from roundtable_tui.model.person import person_of

        return {each.label: person_of(each, self.series, self.id) for each in self.participants}

    def section(self, path: tuple[int, ...]) -> Section | None:
        """Return the section at `path`, or None."""
        return self._section_at.get(path)

    def turn(self, number: int) -> Turn | None:
        """Return the turn numbered `number` from 1, or None."""
        return self.turns[number - 1] if 1 <= number <= len(self.turns) else None

    def section_of(self, turn: Turn) -> Section:
        """Return the innermost section that holds `turn`, a turn of this transcript."""
        return self._section_of_turn[turn.number - 1]

    def headings(self, path: tuple[int, ...]) -> tuple[str, ...]:
        """Return the headings from the outermost section to the one at `path`."""
        return tuple(self._section_at[path[: depth + 1]].heading for depth in range(len(path)))
