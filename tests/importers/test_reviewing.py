"""Labels that somebody looked at: right, somebody else's, or no labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.reviewing import accepted, apart, merged, uncertain, unspoken
from roundtable_tui.model import Participant
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from roundtable_tui.importers import Imported

LINES = ["青木: 減りましたか。", "長谷: 半分です。", "例: 会議の紙です。", "長谷部長: はい。", "青木: なるほど。"]


@pytest.fixture
def imported() -> Imported:
    gathering = Gathering()
    gathering.declare(Participant("青木", "青木 千尋", org="架空市"))
    gathering.declare(Participant("長谷", "長谷 実", org="県"))
    for number, line in enumerate(LINES, start=1):
        label, text = line.split(": ")
        gathering.speak(label, text, line=number)
    gathering.report.wonder(3, "例", "stands once; read as a speaker")
    return gathering.imported(id="1", title="円卓")


def test_what_a_doubt_names_and_who_speaks_once_unlisted_is_uncertain(imported: Imported) -> None:
    found = [(one.label, one.turns, one.first.number, one.reason) for one in uncertain(imported, {})]
    assert found == [
        ("例", 1, 3, "stands once; read as a speaker"),
        ("長谷部長", 1, 4, "speaks once and is not among those who take part"),
    ]


def test_an_accepted_label_is_doubtful_no_more(imported: Imported) -> None:
    after = accepted(imported, "例")
    assert after.doubts == ()
    assert after.transcript == imported.transcript


def test_a_merged_speaker_is_an_alias_and_the_label_stays_as_printed(imported: Imported) -> None:
    piece = merged(imported, "長谷部長", "長谷").transcript
    assert [(one.label, one.aliases) for one in piece.participants] == [
        ("青木", ()),
        ("長谷", ("長谷部長",)),
        ("例", ()),
    ]
    assert [turn.shown_label for turn in piece.turns] == ["青木", "長谷", "例", "長谷部長", "青木"]
    assert {turn.speaker for turn in piece.turns} == set(piece.participants)
    assert load_text(dump(piece), id="1", path="1.yaml").problems == ()


def test_what_is_no_speaker_goes_back_into_the_turn_before_as_it_stands_in_the_source(imported: Imported) -> None:
    piece = unspoken(imported, "例", LINES).transcript
    assert [(turn.number, turn.text) for turn in piece.turns] == [
        (1, "減りましたか。"),
        (2, "半分です。\n例: 会議の紙です。"),
        (3, "はい。"),
        (4, "なるほど。"),
    ]
    assert "例" not in [one.label for one in piece.participants]


def test_with_nothing_before_it_it_becomes_narration(imported: Imported) -> None:
    piece = unspoken(imported, "青木", LINES).transcript
    assert [(turn.kind, turn.text) for turn in piece.turns][:2] == [
        ("narration", "青木: 減りましたか。"),
        ("speech", "半分です。"),
    ]
    assert piece.turns[-1].text == "はい。\n青木: なるほど。"


def test_nobody_of_that_label_is_an_error(imported: Imported) -> None:
    with pytest.raises(LookupError, match="県"):
        accepted(imported, "県")


def test_a_name_that_was_read_as_somebodys_is_asked_about_alone() -> None:
    gathering = Gathering()
    for label, text in (
        ("長谷 実", "半分です。"),
        ("青木 千尋", "なるほど。"),
        ("長谷", "はい。"),
        ("青木 千尋", "では。"),
    ):
        gathering.speak(label, text)
    whole = gathering.imported(id="1", title="円卓")
    assert [one.text for one in whole.doubts] == ["長谷"]
    split, read_as = apart(whole)
    assert read_as == {"長谷": "長谷 実"}
    assert [(one.label, one.turns, one.first.text, one.read_as) for one in uncertain(split, read_as)] == [
        ("長谷", 1, "はい。", "長谷 実")
    ]
    assert merged(split, "長谷", "長谷 実").transcript == whole.transcript
    # Where it is no speaker, what the one of that name says elsewhere stays theirs.
    apart_from = unspoken(split, "長谷", [])
    assert [(turn.label, turn.text) for turn in apart_from.transcript.turns] == [
        ("長谷 実", "半分です。"), ("青木 千尋", "なるほど。\n長谷\nはい。"), ("青木 千尋", "では。"),
    ]  # fmt: skip
