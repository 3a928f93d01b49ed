"""Whom labels mean."""

from __future__ import annotations

import pytest

from roundtable_tui.importers.speakers.resolving import resolve
from roundtable_tui.model import Participant


def voices(*labels: str) -> dict[tuple[str, str], int]:
    return {(label, ""): 1 for label in labels}


def test_labels_that_differ_only_in_courtesy_width_or_case_mean_one_person() -> None:
    resolved = resolve(voices("青木", "青木さん", "ＡＢＥ", "Abe"), [])
    assert [(one.label, one.aliases) for one in resolved.participants] == [
        ("青木", ("青木さん",)),
        ("ＡＢＥ", ("Abe",)),
    ]
    assert resolved.named("青木さん") == ("青木さん", "", resolved.participants[0])


def test_a_declared_participant_is_meant_by_name_alias_and_label() -> None:
    declared = Participant("青木", "青木 千尋", aliases=("青木部長",))
    resolved = resolve(voices("青木千尋", "青木部長", "青木", "長谷"), [declared])
    assert [resolved.named(label)[2].label for label in ("青木千尋", "青木部長", "青木", "長谷")] == ["青木"] * 3 + [
        "長谷"
    ]
    assert resolved.participants[0].aliases == ("青木部長", "青木千尋")


def test_several_voices_at_once_are_collective() -> None:
    people = resolve(voices("一同", "青木", "All"), []).participants
    assert [one.collective for one in people] == [True, False, True]


def test_reserved_and_empty_labels_get_one_that_a_file_can_hold() -> None:
    resolved = resolve(voices("figure", ""), [])
    assert [one.label for one in resolved.participants] == ["figure (2)", "?"]
    assert resolved.named("figure") == ("figure (2)", "figure", resolved.participants[0])


def test_whom_the_source_means_counts_more_than_what_is_printed() -> None:
    two = [Participant("山田太郎"), Participant("山田花子")]
    resolved = resolve({("山田委員", "山田太郎"): 1, ("山田委員", "山田花子"): 1, ("山田会長", "山田花子"): 1}, two)
    assert [one.aliases for one in resolved.participants] == [(), ("山田会長",)]
    assert resolved.named("山田委員", "山田花子") == ("山田花子", "山田委員", resolved.participants[1])
    assert resolved.named("山田会長", "山田花子") == ("山田会長", "", resolved.participants[1])


def meant(declared: list[Participant], *labels: str) -> list[str]:
    """Return the labels of those whom `labels` mean."""
    resolved = resolve(voices(*labels), declared)
    return [resolved.named(label)[2].label for label in labels]


AOKI = Participant("青木千尋", "青木 千尋", "あおき ちひろ", "架空市", "総務部長(情報担当)")
TAMURA = Participant("田村航", "田村 航", "たむら わたる", "架空市情報課", "課長")


@pytest.mark.parametrize(
    "label",
    [
        "青木",
        "青木さん",
        "青木氏",
        "青木様",
        "青木 千尋",
        "青木　千尋",
        "青木千尋さん",
        "あおき",
        "あおき ちひろ",
        "青木部長",
        "青木総務部長(情報担当)",
        "架空市 総務部長(情報担当) 青木",
        "青木（総務部長）",
        "青木（あおき）",
    ],
)
def test_a_declared_person_is_known_by_every_usual_spelling_which_becomes_an_alias(label: str) -> None:
    resolved = resolve(voices(label), [AOKI, TAMURA])
    assert resolved.named(label) == (label, "", resolved.participants[0])
    assert resolved.participants == (AOKI._replace(aliases=(label,)), TAMURA)
    assert resolved.doubts == {}


def test_a_latin_name_is_known_by_first_and_last_name() -> None:
    jane = Participant("Jane Smith", "Jane Smith")
    assert meant([jane], "Jane", "SMITH", "Jane Smith", "Smithson") == ["Jane Smith"] * 3 + ["Smithson"]


def test_two_with_one_family_name_stay_two_and_the_label_alone_is_neither() -> None:
    two = [Participant("山田太郎", "山田 太郎", role="課長"), Participant("山田花子", "山田 花子", role="部長")]
    assert meant(two, "山田", "山田課長", "山田花子", "太郎") == ["山田", "山田太郎", "山田花子", "太郎"]
    resolved = resolve(voices("山田"), two)
    assert resolved.doubts == {"山田": "may be any of 山田 太郎, 山田 花子; read as a speaker of that label alone"}


def test_where_nobody_is_declared_a_name_and_a_part_of_it_are_one_which_is_doubtful() -> None:
    assert (
        meant([], "青木", "青木 千尋", "青木部長", "Jane Smith", "Jane", "Smith")
        == ["青木 千尋"] * 3 + ["Jane Smith"] * 3
    )
    resolved = resolve(voices("青木", "青木 千尋"), [])
    assert [(one.label, one.aliases) for one in resolved.participants] == [("青木 千尋", ("青木",))]
    assert resolved.doubts == {"青木": "read as 青木 千尋, whose name it is a part of"}


def test_where_nobody_is_declared_two_with_a_part_in_common_stay_apart() -> None:
    labels = ["青木 千尋", "青木 実", "青木", "Speaker", "Speaker 1", "Speaker 2", "Lord", "First Lord", "青", "青山"]
    assert meant([], *labels) == labels


def test_names_at_once_are_collective_and_nobody_else_is() -> None:
    labels = ["青木・田村", "Jane and Tom", "青木", "田村", "Jane", "Tom", "ケイ・ジョンソン", "A/B"]
    people = resolve(voices(*labels), []).participants
    assert [one.label for one in people if one.collective] == ["青木・田村", "Jane and Tom"]
    declared = resolve(voices("青木、田村"), [AOKI, TAMURA]).participants
    assert [(one.label, one.collective) for one in declared[2:]] == [("青木、田村", True)]
