"""The table of pair rules."""

from __future__ import annotations

import pytest

from roundtable_tui.text.break_classes import TAILORED
from roundtable_tui.text.break_rules import BEHIND, BEHIND_CLASS, RULES, verdict
from roundtable_tui.text.break_table import EXCEPTIONS

CLASSES = {*EXCEPTIONS, *TAILORED, "AL", "CM", "ID", "NU", "OP", "OW", "PR", "QI", "QF", "SP", "BL", "CL"}


def test_rules_name_only_classes_that_characters_have() -> None:
    named = {name for before, behind, _ in RULES for name in f"{before} {behind}".split()}
    assert named - CLASSES == set()


def test_every_rule_decides_a_pair_that_none_before_it_does() -> None:
    decided: set[tuple[str, str]] = set()
    for before, behind, _ in RULES:
        pairs = {(first, second) for first in before.split() or CLASSES for second in behind.split() or CLASSES}
        assert pairs - decided, f"{before!r}, {behind!r} is never reached"
        decided |= pairs
    assert len(decided) == len(CLASSES) ** 2


@pytest.mark.parametrize(
    ("before", "behind", "answer"),
    [
        ("ID", "ID", True),
        ("ID", "CL", False),
        ("OW", "ID", False),
        ("CL", "ID", True),
        ("IN", "IN", False),
        ("AL", "AL", False),
        ("NU", "KC", False),
        ("KM", "KC", None),
        ("SP", "ID", None),
    ],
)
def test_a_pair_has_the_verdict_of_the_first_rule_that_fits(before: str, behind: str, answer: bool | None) -> None:
    assert verdict(before, behind) is answer
    assert BEHIND_CLASS[before][behind] is answer


def test_characters_share_the_row_of_their_class() -> None:
    assert BEHIND["あ"] is BEHIND["漢"]
    assert BEHIND["あ"] is not BEHIND["。"]
