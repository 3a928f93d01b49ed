from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.speaker import AmbiguousSpeakerError, UnknownSpeakerError, turns_of
from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.model.person import speaker_of


def piece_of(*people: Participant, unknown: tuple[str, ...] = ()) -> Transcript:
    turns = [Turn(n, "speech", person.label, "。", person) for n, person in enumerate(people, 1)]
    turns += [Turn(n, "speech", label, "。") for n, label in enumerate(unknown, len(turns) + 1)]
    turns.append(Turn(len(turns) + 1, "narration", "―", "。"))
    return Transcript("1", "題", participants=people, sections=(Section((1,), "話", tuple(turns)),))


def said_by(piece: Transcript, name: str) -> list[str]:
    keep = turns_of(piece, name)
    return [turn.label for turn in piece.turns if keep(turn)]


@pytest.mark.parametrize("name", ["青木", "青木 千尋", "青木千尋", "青木\u3000千尋", "青木部長", " 青木 "])
def test_a_label_an_alias_a_family_name_and_a_full_name_find_the_speaker(piece: Transcript, name: str) -> None:
    keep = turns_of(piece, name)
    assert [turn.number for turn in piece.turns if keep(turn)] == [3]


def test_a_label_as_printed_finds_the_speaker(piece: Transcript) -> None:
    assert [turn.number for turn in filter(turns_of(piece, "県デジタル局課長:長谷"), piece.turns)] == [2, 5]


def test_a_label_that_names_no_participant_finds_its_own_turns(piece: Transcript) -> None:
    assert [turn.number for turn in filter(turns_of(piece, "山本"), piece.turns)] == [6]


def test_two_who_differ_in_one_variant_of_a_character_stay_two() -> None:
    piece = piece_of(Participant("髙橋", "髙橋 房江"), Participant("高橋", "高橋 湊"))
    assert said_by(piece, "髙橋") == ["髙橋"]
    assert said_by(piece, "高橋") == ["高橋"]
    assert said_by(piece, "高橋 湊") == ["高橋"]


@pytest.mark.parametrize("name", ["青木", "青木部長", "青木 千尋", "千尋の別名", "青木千尋"])
def test_one_person_under_two_labels_is_asked_for_by_either(name: str) -> None:
    aliases = ("千尋の別名",)
    people = Participant("青木", "青木 千尋"), Participant("青木部長", "青木　千尋", aliases=aliases), Participant("岸")
    assert said_by(piece_of(*people), name) == ["青木", "青木部長"]


def test_two_of_one_surname_are_asked_for_by_their_labels() -> None:
    piece = piece_of(Participant("高橋市長", "高橋 房江"), Participant("高橋課長", "高橋 湊"))
    with pytest.raises(AmbiguousSpeakerError, match="高橋市長, 高橋課長"):
        turns_of(piece, "高橋")
    assert said_by(piece, "高橋課長") == said_by(piece, "高橋湊") == ["高橋課長"]


@pytest.mark.parametrize(
    ("asked", "there"), [("高橋", "髙橋"), ("渡辺", "渡邊"), ("しよう", "しょう"), ("佐佐木", "佐々木")]
)
def test_nobody_is_taken_for_another_whose_name_a_search_would_find(asked: str, there: str) -> None:
    with pytest.raises(UnknownSpeakerError):
        turns_of(piece_of(Participant(there, f"{there} 湊")), asked)
    both = piece_of(Participant(there, f"{there} 湊"), Participant(asked, f"{asked} 湊"))
    assert (said_by(both, asked), said_by(both, there)) == ([asked], [there])


def test_width_and_case_do_not_matter_where_only_one_is_meant() -> None:
    piece = piece_of(Participant("Osei", "Abena Osei"), Participant("ＡＩ"))
    assert said_by(piece, "OSEI") == ["Osei"]
    assert said_by(piece, "ai") == ["ＡＩ"]


def test_two_labels_that_fold_to_the_same_stay_two() -> None:
    piece = piece_of(Participant("Osei"), Participant("OSEI"), Participant("ＡＩ"), unknown=("AI",))
    for label in ("Osei", "OSEI", "ＡＩ", "AI"):
        assert said_by(piece, label) == [label]
    with pytest.raises(AmbiguousSpeakerError, match="Osei, OSEI"):
        turns_of(piece, "osei")


def test_narration_is_nobodys_whatever_a_participant_is_called() -> None:
    piece = piece_of(Participant("―"))
    assert [turn.number for turn in filter(turns_of(piece, "―"), piece.turns)] == [1]


def test_a_family_name_of_two_is_refused_and_both_labels_are_named() -> None:
    piece = piece_of(Participant("渡邊町長", "渡邊 巌"), Participant("渡邊保健師", "渡邊 小夜"))
    with pytest.raises(AmbiguousSpeakerError, match="渡邊町長, 渡邊保健師"):
        turns_of(piece, "渡邊")
    assert said_by(piece, "渡邊 小夜") == ["渡邊保健師"]


def test_a_label_goes_before_an_alias_and_a_family_name_of_somebody_else() -> None:
    other = Participant("佐藤(県)", "佐藤 一", aliases=("佐藤",))
    assert said_by(piece_of(other, Participant("佐藤", "佐藤 二")), "佐藤") == ["佐藤"]
    assert said_by(piece_of(other, unknown=("佐藤",)), "佐藤") == ["佐藤"]


def test_an_unknown_name_is_told_who_speaks(piece: Transcript) -> None:
    with pytest.raises(UnknownSpeakerError, match=r"nobody in 014-2 is called 青; .*青木, 長谷, 田村, 一同, 山本"):
        turns_of(piece, "青")
    for nothing in ("", " ", "―", "figure"):
        with pytest.raises(UnknownSpeakerError):
            turns_of(piece, nothing)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whoever_is_asked_for_nobody_else_speaks(any_piece: st.SearchStrategy[Transcript], data: st.DataObject) -> None:
    piece = data.draw(any_piece)
    piece = replace(piece, participants=piece.participants)
    names = [person.label for person in piece.participants]
    names += [turn.shown_label for turn in piece.turns if turn.kind == "speech"] + [data.draw(st.text(max_size=3))]
    try:
        found = list(filter(turns_of(piece, data.draw(st.sampled_from(names))), piece.turns))
    except LookupError:
        return
    assert all(turn.kind == "speech" for turn in found)
    assert len({speaker_of(turn, piece) for turn in found}) <= 1
