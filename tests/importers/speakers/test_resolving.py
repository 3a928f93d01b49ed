"""Whom labels mean."""

from __future__ import annotations

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
