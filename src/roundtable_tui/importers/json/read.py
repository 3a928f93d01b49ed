"""From the values of a document to the model: the reverse of `export.json`, field by field."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal

from roundtable_tui.importers.json.values import Value
from roundtable_tui.model import Credit, Figure, Link, Note, Participant, Section, Transcript, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS: dict[str, Literal["speech", "narration", "figure"]] = {
    "speech": "speech",
    "narration": "narration",
    "figure": "figure",
}

_LATER = ("at",)
"""What turns have that those of version 0.1.0 did not have."""


def transcript(value: Value) -> Transcript:
    """Return the transcript in `value`; raises NotImportedError for whatever docs/export.md does not describe."""
    read = value.fields(_names(Transcript))
    people = tuple(map(_participant, read["participants"].items()))
    cast = {person.label: person for person in people}
    if len(cast) < len(people):
        raise read["participants"].fail("has two participants of one label")
    texts: dict[str, Any] = {name: read[name].text() for name in _texts(Transcript)}
    return Transcript(
        **texts,
        issue=read["issue"].optional(Value.number),
        part=read["part"].optional(Value.number),
        parts=read["parts"].optional(Value.number),
        previous=read["previous"].optional(_link),
        next=read["next"].optional(_link),
        image=read["image"].optional(_figure),
        tags=read["tags"].texts(),
        notes=tuple(Note(**_all_texts(note, Note)) for note in read["notes"].items()),
        agenda=read["agenda"].texts(),
        participants=people,
        sections=tuple(_section(section, cast) for section in read["sections"].items()),
        credits=tuple(Credit(**_all_texts(credit, Credit)) for credit in read["credits"].items()),
        back_numbers=tuple(map(_link, read["back_numbers"].items())),
    )


def _names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def _texts(kind: type) -> list[str]:
    """Return the names of the fields that hold text."""
    return [field.name for field in fields(kind) if field.type == "str"]


def _all_texts(value: Value, kind: type) -> dict[str, str]:
    return {name: inner.text() for name, inner in value.fields(_names(kind)).items()}


def _link(value: Value) -> Link:
    return Link(**_all_texts(value, Link))


def _figure(value: Value) -> Figure:
    return Figure(**_all_texts(value, Figure))


def _participant(value: Value) -> Participant:
    read = value.fields(Participant._fields)
    names = ("label", "name", "kana", "org", "role", "side")
    return Participant(
        **{name: read[name].text() for name in names},
        aliases=read["aliases"].texts(),
        collective=read["collective"].truth(),
        line=read["line"].number(),
    )


def _section(value: Value, cast: dict[str, Participant]) -> Section:
    read = value.fields(_names(Section))
    return Section(
        path=tuple(step.number() for step in read["path"].items()),
        heading=read["heading"].text(),
        turns=tuple(_turn(turn, cast) for turn in read["turns"].items()),
        sections=tuple(_section(section, cast) for section in read["sections"].items()),
        line=read["line"].number(),
    )


def _turn(value: Value, cast: dict[str, Participant]) -> Turn:
    read = value.fields(_names(Turn), _LATER)
    kind = _KINDS.get(read["kind"].text())
    if kind is None:
        raise read["kind"].fail(f"must be one of {', '.join(_KINDS)}, but is {read['kind'].text()!r}")
    label = read["speaker"].optional(Value.text)
    if label is not None and label not in cast:
        raise read["speaker"].fail(f"is {label!r}, but no participant has that label")
    return Turn(
        number=read["number"].number(),
        kind=kind,
        speaker=None if label is None else cast[label],
        figure=read["figure"].optional(_figure),
        **{name: read[name].text() for name in ("label", "text", "printed")},
        line=read["line"].number(),
        at=read["at"].text() if "at" in read else "",
    )


def renumbered(whole: Transcript) -> Transcript:
    """Return `whole` with its turns and sections counted anew from 1, as those of an excerpt have to be."""
    from dataclasses import replace
    from itertools import count

    numbers = count(1)

    def anew(section: Section, path: tuple[int, ...]) -> Section:
        turns = tuple(replace(turn, number=next(numbers)) for turn in section.turns)
        return replace(section, path=path, turns=turns, sections=_each(section.sections, path, anew))

    return replace(whole, sections=_each(whole.sections, (), anew))


def _each(
    sections: tuple[Section, ...], path: tuple[int, ...], anew: Callable[[Section, tuple[int, ...]], Section]
) -> tuple[Section, ...]:
    return tuple(anew(section, (*path, number)) for number, section in enumerate(sections, start=1))
