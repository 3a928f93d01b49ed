from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.anonymous import letters, without_names
from roundtable_tui.export.json import to_json
from roundtable_tui.export.markdown import markdown
from roundtable_tui.export.text import to_text
from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript


def test_speakers_are_shown_by_role_and_those_who_share_one_by_letter(piece: Transcript) -> None:
    nameless = without_names(piece)
    assert [person.label for person in nameless.participants] == [
        "架空市 総務部長",
        "県デジタル局 課長 A",
        "県デジタル局 課長 B",
        "一同",
    ]
    assert [turn.shown_label for turn in nameless.turns if turn.kind == "speech"] == [
        "県デジタル局 課長 A",
        "架空市 総務部長",
        "県デジタル局 課長 A",
        "発言者A",
    ]


@pytest.mark.parametrize("exported", [markdown, to_json, to_text])
def test_no_name_is_left_outside_of_what_is_said(piece: Transcript, exported: object) -> None:
    assert callable(exported)
    document = exported(piece, names=False)
    for name in ("青木 千尋", "千尋", "あおき", "長谷", "田村", "山本", "久保", "星川"):
        assert name not in document
    # The one name in the text itself is part of the words.
    assert document.count("青木") == 1
    assert "青木部長から始まる。" in document


def test_a_file_without_names_says_so(piece: Transcript) -> None:
    assert 'names: "left out"' in markdown(piece, names=False)
    assert "発言者の氏名は省いてあります。" in markdown(piece, names=False)
    assert "発言者の氏名は省いてあります。" in to_text(piece, names=False)
    assert '"names": false' in to_json(piece, names=False)


@pytest.mark.parametrize(
    ("person", "label"),
    [
        (Participant("司会"), "発言者A"),
        (Participant("市長", "青木 千尋", role="市長"), "市長"),
        (Participant("市長", role="市長"), "市長"),
        (Participant("青木", "青木 千尋", role="青木家当主"), "発言者A"),
        (Participant("青木", role="青木事務所長"), "発言者A"),
        (Participant("一同", collective=True), "一同"),
        (Participant("青木", "青木 千尋", org="青木町"), "発言者A"),
    ],
)
def test_a_role_that_gives_the_name_away_becomes_a_letter(piece: Transcript, person: Participant, label: str) -> None:
    assert without_names(replace(piece, participants=(person,), sections=())).participants[0].label == label


def test_an_english_piece_has_english_words(piece: Transcript) -> None:
    person = Participant("OSEI", "Abena Osei")
    nameless = without_names(replace(piece, lang="en", participants=(person,), sections=()))
    assert nameless.participants[0].label == "Speaker A"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_words_stay_and_who_is_who_stays_told_apart(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    nameless = without_names(piece)
    assert [(turn.number, turn.kind, turn.text) for turn in nameless.turns] == [
        (turn.number, turn.kind, turn.text) for turn in piece.turns
    ]
    pairs = {
        (turn.label if turn.speaker is None else turn.speaker.label, other.shown_label)
        for turn, other in zip(piece.turns, nameless.turns, strict=True)
        if turn.kind == "speech"
    }
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    assert all(turn.speaker is None or turn.speaker in nameless.participants for turn in nameless.turns)


def test_letters_never_end() -> None:
    found = list(itertools.islice(letters(), 26 * 27 + 1))
    assert found[:2] + found[25:28] + found[51:53] + found[-2:] == ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
    assert len(set(found)) == len(found)
