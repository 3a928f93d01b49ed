"""JSON: every field of the model, nothing changed, nothing left out; docs/export.md describes it."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from roundtable_tui.export.selection import select
from roundtable_tui.export.visible import with_unsafe_replaced
from roundtable_tui.model import Participant, Turn

if TYPE_CHECKING:
    from roundtable_tui.export.selection import Selection
    from roundtable_tui.model import Section, Transcript

VERSION = 1
"""The version of the document; a change that breaks a reader of it raises it."""


def to_json(
    transcript: Transcript, section: tuple[int, ...] = (), *, turn: int | None = None, names: bool = True
) -> str:
    """Return the piece, or the section at `section`, or the turn numbered `turn`, as one JSON object.

    Without `names` the personal names are left out, see `export.anonymous`. Raises `selection.UnknownPlaceError`.
    """
    return document(select(transcript, section, turn=turn, names=names))


def document(selection: Selection) -> str:
    r"""Return `selection` as JSON (RFC 8259), indented, ending in a line break.

    A section is exported with the fields of its piece and the sections around it, which keep no turns of their own.
    What could steer a terminal, and half a surrogate pair, is written as `\uXXXX`: it reads back to the same text.
    """
    whole = {
        "v": VERSION,
        "anchor": str(selection.anchor),
        "complete": selection.complete,
        "names": selection.names,
        "transcript": _plain(_pruned(selection)),
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return with_unsafe_replaced(text, lambda character: json.dumps(character)[1:-1]) + "\n"


def _pruned(selection: Selection) -> Transcript:
    """Return the piece with the selected turns and the sections around them alone."""
    turns = {block.path: block.turns for block in selection.blocks}

    def pruned(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(
            replace(section, turns=turns[section.path], sections=pruned(section.sections))
            for section in sections
            if section.path in turns
        )

    return replace(selection.transcript, sections=pruned(selection.transcript.sections))


def _plain(value: object) -> object:
    """Return a value of the model as what JSON has: objects for what has fields, arrays for other tuples.

    A turn's `speaker` becomes the label of the participant, its key in `participants`.
    """
    if isinstance(value, Turn):
        speaker = value.speaker.label if value.speaker else None
        return {**_object(value), "speaker": speaker}
    if isinstance(value, Participant) or is_dataclass(value):
        return _object(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _object(value: object) -> dict[str, object]:
    if isinstance(value, Participant):
        return {name: _plain(own) for name, own in value._asdict().items()}
    assert is_dataclass(value)
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
