from __future__ import annotations

import json
from typing import Any

import pytest

from roundtable_tui.export.json import to_json
from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.json import JsonImporter
from roundtable_tui.model import Participant, Section, Transcript, Turn

AOKI = Participant("青木", "青木 千尋")
PIECE = Transcript(
    "014",
    "紙の束",
    participants=(AOKI,),
    sections=(
        Section((1,), "紙", (Turn(1, "speech", "青木", "半分に。", AOKI, line=9),)),
        Section(
            (2,),
            "学ぶ",
            sections=(
                Section((2, 1), "端末", (Turn(2, "narration", "―", "笑い。"), Turn(3, "speech", "？", "はい。"))),
            ),
        ),
    ),
)


def changed(path: str, value: object) -> str:
    """Return the export of the piece with `value` at `path`."""
    document: Any = json.loads(to_json(PIECE))
    inner = document
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("."))
    for step in steps:
        inner = inner[step]
    inner[last] = value
    return json.dumps(document)


def test_the_export_is_recognised_however_it_is_indented() -> None:
    for text in (to_json(PIECE), json.dumps(json.loads(to_json(PIECE)))):
        assert recognise(text).name == "json"
    assert JsonImporter().likeness('{"segments": [{"text": "transcript"}]}') == 0


def test_an_excerpt_is_a_sound_transcript_of_its_own_and_says_what_it_is() -> None:
    imported = JsonImporter().read(to_json(PIECE, (2, 1)))
    outer = imported.transcript.sections[0]
    assert [turn.number for turn in imported.transcript.turns] == [1, 2]
    assert (outer.path, outer.heading, outer.sections[0].path) == ((1,), "学ぶ", (1, 1))
    (doubt,) = imported.doubts
    assert (doubt.text, "only this place" in doubt.reason) == ("014#2.1", True)


def test_a_document_of_before_turns_had_times_is_read() -> None:
    document: Any = json.loads(to_json(PIECE))
    del document["transcript"]["sections"][0]["turns"][0]["at"]
    assert JsonImporter().read(json.dumps(document)).transcript == PIECE


def test_an_export_without_names_says_so() -> None:
    (doubt,) = JsonImporter().read(to_json(PIECE, names=False)).doubts
    assert "without the names" in doubt.reason


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("v", 2, "`v` is 2, but this program reads version 1"),
        ("transcript", [], "`transcript` must be an object, but is a list"),
        ("transcript.title", 7, "`transcript.title` must be text, but is a whole number"),
        ("transcript.issue", True, "`transcript.issue` must be a whole number, but is true or false"),
        ("transcript.issue", 1.5, "`transcript.issue` must be a whole number, but is a number with a fraction"),
        ("transcript.lead", None, "`transcript.lead` must be text, but is null"),
        ("transcript.titel", "", "`transcript.titel` is no key that is known there"),
        ("transcript.sections.0.turns.0.kind", "song", "turns[0].kind` must be one of speech, narration, figure"),
        ("transcript.sections.0.turns.0.speaker", "長谷", "is '長谷', but no participant has that label"),
        ("transcript.participants.0", {"label": "青木"}, "`transcript.participants[0].name` is missing"),
    ],
)
def test_what_the_description_does_not_allow_is_named_with_its_path(path: str, value: object, message: str) -> None:
    with pytest.raises(NotImportedError) as failure:
        JsonImporter().read(changed(path, value))
    assert message in str(failure.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"v": 1,\n "anchor": }', "line 2: this is no JSON"),
        ('{"v": 1, "v": 1}', "'v' stands twice"),
        ("[]", "the document must be an object, but is a list"),
        ('{"v": 1, "transcript": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(NotImportedError, match=message):
        JsonImporter().read(text)


def test_two_participants_of_one_label_are_refused_since_a_turn_would_be_given_to_one_of_them() -> None:
    person = json.loads(to_json(PIECE))["transcript"]["participants"][0]
    with pytest.raises(NotImportedError, match="two participants of one label"):
        JsonImporter().read(changed("transcript.participants", [person, {**person, "name": "青木 千"}]))
