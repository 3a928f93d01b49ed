from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from roundtable_tui.source.load import load_text
from roundtable_tui.source.standins import with_stand_ins

ODD = "\0\x07\x1b\x7f\x85\x9b\u2028\u2029\ufeff\ufffe\uffff\ud800\udfff\r\n\U0010fffd\U0010fffc青a"


@given(st.text(ODD))
@example("\r\n\r")
@example("\U0010fffd\x1b")
def test_the_original_comes_back(text: str) -> None:
    parsed, back = with_stand_ins(text)
    assert len(parsed) == len(text)
    assert parsed.translate(back) == text


@given(st.text(ODD))
def test_lines_stay_what_they_are_in_an_editor(text: str) -> None:
    parsed, _ = with_stand_ins(text)
    assert [at for at, char in enumerate(parsed) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert "\r" not in parsed.replace("\r\n", "")


def test_ordinary_text_is_left_alone() -> None:
    assert with_stand_ins("青木: はい\r\n") == ("青木: はい\r\n", {})


def test_no_control_character_is_lost_or_altered_on_its_way_into_a_turn() -> None:
    said = "一\0二\x1b[31m三\x85四\u2028五\u2029六\ufeff七\ufffe八\r九\x7f"
    head = "roundtable: 1\ntitle: x\nparticipants: {甲: {}}\nsections:\n  - turns:\n"
    text = f"{head}      - 甲: {said}\n      - 甲: |\n          {said}\n"
    for pure in (False, True):
        loaded = load_text(text, id="x", path="x", pure=pure)
        assert loaded.transcript is not None
        assert [turn.text for turn in loaded.transcript.turns] == [said, said]
        assert [turn.line for turn in loaded.transcript.turns] == [6, 7]
        assert {problem.code for problem in loaded.problems} == {"control-character"}
