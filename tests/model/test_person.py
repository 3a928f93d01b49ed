from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.model.person import Person, name_key, person_of, speaker_of


def who(participant: Participant, piece: str = "001", series: str = "川べり座談会") -> Person:
    return person_of(participant, series, piece)


def test_one_person_under_several_labels_is_one_person() -> None:
    spellings = [
        Participant("青木", "青木 千尋"),
        Participant("青木部長", "青木　千尋", role="部長"),
        Participant("青木千尋", "青木千尋", org="川べり町"),
    ]
    assert {who(each, piece) for each, piece in zip(spellings, ("001", "002", "003"), strict=True)} == {
        Person("川べり座談会", "青木千尋")
    }


@pytest.mark.parametrize("other", ["高橋 湊", "髙橋 房江", "高橋 ふさえ", "高橋"])
def test_two_people_of_one_surname_are_two_and_names_count_as_printed(other: str) -> None:
    assert who(Participant("高橋", "高橋 房江")) != who(Participant("高橋", other))


def test_a_bare_label_says_who_somebody_is_within_its_piece_only() -> None:
    host = Participant("司会")
    assert who(host) == who(host)
    assert who(host) != who(host, "002")
    assert who(host) != who(Participant("進行", "司会"))
    assert who(host) != who(Participant("司会 "))


def test_one_name_in_two_series_is_two_people() -> None:
    person = Participant("青木", "青木 千尋")
    assert who(person) != who(person, series="山の座談会")


@given(st.text(), st.text())
def test_only_white_space_is_of_no_account_in_a_name(one: str, other: str) -> None:
    same = [char for char in one if not char.isspace()] == [char for char in other if not char.isspace()]
    assert (name_key(one) == name_key(other)) == same
    assert name_key(f" {one}　\n{other}") == name_key(one + other)


def test_who_speaks_in_a_turn_is_known_from_the_participant_not_from_what_is_printed() -> None:
    mayor = Participant("高橋市長", "高橋 房江", aliases=("市長",))
    clerk = Participant("高橋", "高橋 湊")
    turns = (
        Turn(1, "speech", "市長", "一つめ", mayor, printed="高橋"),
        Turn(2, "speech", "高橋", "二つめ", clerk),
        Turn(3, "speech", "高橋さん", "三つめ"),
        Turn(4, "narration", "―", "拍手"),
    )
    piece = Transcript("001", "題", series="s", participants=(mayor, clerk), sections=(Section((1,), "節", turns),))
    assert [speaker_of(turn, piece) for turn in turns] == [
        Person("s", "高橋房江"),
        Person("s", "高橋湊"),
        Person("s", "高橋さん", "001"),
        None,
    ]
    assert speaker_of(turns[0], replace(piece, series="t")) == Person("t", "高橋房江")
