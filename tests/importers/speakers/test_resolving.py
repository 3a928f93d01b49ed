"""Whom labels mean."""

from __future__ import annotations

from roundtable_tui.importers.speakers.resolving import resolve
from roundtable_tui.model import Participant


def test_labels_that_differ_only_in_courtesy_width_or_case_mean_one_person() -> None:
    resolved = resolve({"青木": 3, "青木さん": 1, "ＡＢＥ": 1, "Abe": 2}, [])
    assert [(one.label, one.aliases) for one in resolved.participants] == [
        ("青木", ("青木さん",)),
        ("ＡＢＥ", ("Abe",)),
    ]
    assert resolved.named("青木さん") == ("青木さん", "", resolved.participants[0])


def test_a_declared_participant_is_meant_by_name_alias_and_label() -> None:
    declared = Participant("青木", "青木 千尋", aliases=("青木部長",))
    resolved = resolve({"青木千尋": 1, "青木部長": 1, "青木": 1, "長谷": 1}, [declared])
    assert [resolved.named(label)[2].label for label in ("青木千尋", "青木部長", "青木", "長谷")] == ["青木"] * 3 + [
        "長谷"
    ]
    assert resolved.participants[0].aliases == ("青木部長", "青木千尋")


def test_several_voices_at_once_are_collective() -> None:
    people = resolve({"一同": 1, "青木": 1, "All": 1}, []).participants
    assert [one.collective for one in people] == [True, False, True]


def test_reserved_and_empty_labels_get_one_that_a_file_can_hold() -> None:
    resolved = resolve({"figure": 1, "": 1}, [])
    assert [one.label for one in resolved.participants] == ["figure (2)", "?"]
    assert resolved.named("figure") == ("figure (2)", "figure", resolved.participants[0])
