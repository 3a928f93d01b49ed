"""What `roundtable export` writes as Markdown, brought back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.markdown import markdown
from roundtable_tui.importers import recognise
from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

GOLDEN = Path(__file__).parents[2] / "golden"
BUNDLED = Path(__file__).parents[3] / "transcripts"
PIECES = [*sorted(GOLDEN.glob("*.yaml")), *sorted(BUNDLED.glob("*.yaml"))]


def brought_back(text: str) -> Imported:
    importer = recognise(text)
    assert importer.name == "markdown"
    return importer.read(text)


@pytest.mark.parametrize("path", PIECES, ids=lambda path: path.stem)
def test_a_piece_comes_back_from_its_export(path: Path) -> None:
    piece = load(path).transcript
    assert piece is not None
    imported = brought_back(markdown(piece))
    back = imported.transcript
    for name in ("title", "subtitle", "series", "publication", "issue", "part", "parts", "held", "published", "lang"):
        assert getattr(back, name) == getattr(piece, name), name
    for name in ("source", "licence", "tags", "lead", "notes", "agenda", "honorifics", "closing", "credits"):
        assert getattr(back, name) == getattr(piece, name), name
    assert [(one.path, one.heading) for one in back.all_sections] == [
        (one.path, one.heading) for one in piece.all_sections
    ]
    assert [(one.kind, one.text, one.figure) for one in back.turns] == [
        (one.kind, one.text, one.figure) for one in piece.turns
    ]
    assert [one.shown_label for one in back.turns if one.kind == "speech"] == [
        one.shown_label for one in piece.turns if one.kind == "speech"
    ]
    for turn, before in zip(back.turns, piece.turns, strict=True):
        if turn.speaker and turn.speaker.name and before.speaker:
            assert turn.speaker.full_name == before.speaker.full_name
            assert turn.speaker.position == before.speaker.position
    assert [(one.label, one.name, one.kana) for one in back.participants if one.name] == [
        (one.label, one.name, one.kana) for one in piece.participants if one.name
    ]
    assert imported.doubts == ()


def test_every_word_of_an_export_is_accounted_for(lost: Callable[[str, Imported], Counter[str]]) -> None:
    for path in PIECES:
        piece = load(path).transcript
        assert piece is not None
        text = markdown(piece)
        content = re.sub("^[a-z_]+:", "", text, flags=re.MULTILINE)
        assert set(lost(content, brought_back(text))) <= set('\\*-#>&x3;:"_ 0123456789<') | set(
            "図写真版（）()、・,Figurepctu"
        )


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"], include_characters=" 　"), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))


@settings(max_examples=80)
@given(turns=st.lists(st.tuples(st.sampled_from(["青木", "田村", "―"]), WORDS), min_size=1, max_size=6))
def test_whatever_is_said_comes_back_word_for_word(turns: list[tuple[str, str]]) -> None:
    people = {"青木": Participant("青木", "青木 千尋"), "田村": Participant("田村", "田村 航")}
    said = tuple(
        Turn(number, "narration" if label == "―" else "speech", label, text, people.get(label))
        for number, (label, text) in enumerate(turns, 1)
    )
    piece = Transcript("1", "円卓", participants=tuple(people.values()), sections=(Section((1,), "話", said),))
    back = brought_back(markdown(piece)).transcript
    assert [(turn.label, turn.text) for turn in back.turns] == turns


def test_an_excerpt_comes_back_without_what_was_left_out() -> None:
    piece = load(GOLDEN / "ja.yaml").transcript
    assert piece is not None
    imported = brought_back(markdown(piece, turn=5))
    assert [turn.text for turn in imported.transcript.turns] == [piece.turns[4].text]
    nameless = brought_back(markdown(replace(piece, lead=""), names=False))
    assert [turn.text for turn in nameless.transcript.turns] == [turn.text for turn in piece.turns]
