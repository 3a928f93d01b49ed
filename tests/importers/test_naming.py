"""Naming speakers that a source only numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.naming import Names
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from roundtable_tui.importers import Imported

MAP = """\
SPEAKER_00 = "青木 千尋"
[SPEAKER_01]
name = "長谷 実"
org = "県デジタル局"
role = "戦略部長"
"""


@pytest.fixture
def imported() -> Imported:
    gathering = Gathering()
    gathering.speak("SPEAKER_00", "減りましたか。")
    gathering.speak("SPEAKER_01", "半分です。")
    gathering.speak("SPEAKER_02", "はい。")
    return gathering.imported(id="1", title="円卓")


def test_the_speakers_of_the_map_are_named_and_the_others_stay(imported: Imported) -> None:
    named = Names.parse(MAP).apply(imported)
    people = [(one.label, one.name, one.position) for one in named.transcript.participants]
    assert people == [("青木", "青木 千尋", ""), ("長谷", "長谷 実", "県デジタル局 戦略部長"), ("SPEAKER_02", "", "")]
    assert [turn.label for turn in named.transcript.turns] == ["青木", "長谷", "SPEAKER_02"]
    assert [one.text for one in named.set_aside] == ["SPEAKER_00", "SPEAKER_01"]
    loaded = load_text(dump(named.transcript), id="1", path="1.yaml")
    assert loaded.problems == ()


def test_two_numbers_may_be_one_person(imported: Imported) -> None:
    names = Names.parse('SPEAKER_00 = "青木 千尋"\nSPEAKER_02 = "青木 千尋"')
    transcript = names.apply(imported).transcript
    assert [one.label for one in transcript.participants] == ["青木", "SPEAKER_01"]
    assert [turn.label for turn in transcript.turns] == ["青木", "SPEAKER_01", "青木"]


def test_a_name_in_latin_letters_is_the_label() -> None:
    assert Names.parse('S = "Chihiro Aoki"').people["S"].label == "Chihiro Aoki"


def test_a_label_that_nobody_has_is_named_with_the_nearest(imported: Imported) -> None:
    with pytest.raises(NotImportedError, match=r"SPEAKER_3.*SPEAKER_0"):
        Names.parse('SPEAKER_3 = "青木"').apply(imported)


@pytest.mark.parametrize(
    ("text", "message"),
    [("a = ", "no TOML"), ("a = 1", "must be a name"), ("[a]\nnom = 'x'", "name"), ("[a]\nname = 1", "must be text")],
)
def test_a_map_that_cannot_be_understood_is_refused_with_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(NotImportedError, match=message):
        Names.parse(text)
