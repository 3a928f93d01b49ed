from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.json import to_json
from roundtable_tui.importers.imported import Imported
from roundtable_tui.importers.json import JsonImporter
from roundtable_tui.model import Credit, Figure, Link, Note, Participant, Section, Transcript, Turn
from roundtable_tui.text.safe import unsafe_code_points

if TYPE_CHECKING:
    from collections.abc import Mapping


def transcript_from(data: Mapping[str, Any]) -> Transcript:
    """Build the transcript again from what docs/export.md says, with nothing but the JSON."""
    assert set(data) == {field.name for field in fields(Transcript)}
    cast = [made(Participant, person, aliases=tuple(person["aliases"])) for person in data["participants"]]
    people = {person.label: person for person in cast}

    def turn(value: dict[str, Any]) -> Turn:
        speaker = None if value["speaker"] is None else people[value["speaker"]]
        return made(Turn, value, speaker=speaker, figure=optional(Figure, value["figure"]))

    def section(value: dict[str, Any]) -> Section:
        inner = tuple(map(section, value["sections"]))
        return made(Section, value, path=tuple(value["path"]), turns=tuple(map(turn, value["turns"])), sections=inner)

    return made(
        Transcript,
        data,
        previous=optional(Link, data["previous"]),
        next=optional(Link, data["next"]),
        image=optional(Figure, data["image"]),
        tags=tuple(data["tags"]),
        agenda=tuple(data["agenda"]),
        notes=tuple(made(Note, note) for note in data["notes"]),
        credits=tuple(made(Credit, credit) for credit in data["credits"]),
        back_numbers=tuple(made(Link, link) for link in data["back_numbers"]),
        participants=tuple(cast),
        sections=tuple(map(section, data["sections"])),
    )


def made(kind: Any, data: Mapping[str, Any], **other: Any) -> Any:
    return kind(**{**data, **other})


def optional(kind: Any, data: Mapping[str, Any] | None) -> Any:
    return None if data is None else made(kind, data)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_transcript_can_be_built_again_from_the_json_alone_and_is_by_an_import(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    document = to_json(piece)
    assert transcript_from(json.loads(document)["transcript"]) == piece
    imported = JsonImporter().read(document)
    assert imported == Imported(piece)
    assert unsafe_code_points(document.replace("\n", "")) == ()
    document.encode()


def test_a_section_keeps_the_fields_of_its_piece_and_the_sections_around_it(piece: Transcript) -> None:
    found = json.loads(to_json(piece, (1, 1)))
    assert {key: found[key] for key in ("v", "anchor", "complete", "names")} == {
        "v": 1,
        "anchor": "014-2#1.1",
        "complete": True,
        "names": True,
    }
    around, inner = piece.sections[0], piece.sections[0].sections[0]
    expected = replace(piece, sections=(replace(around, turns=(), sections=(inner,)),))
    assert transcript_from(found["transcript"]) == expected


def test_a_turn_keeps_its_number_and_its_speaker(piece: Transcript) -> None:
    found = json.loads(to_json(piece, turn=5))
    (section,) = found["transcript"]["sections"]
    (turn,) = section["turns"]
    assert (turn["number"], turn["speaker"], turn["printed"]) == (5, "長谷", "県デジタル局課長:長谷")
    assert section["path"] == [2]
