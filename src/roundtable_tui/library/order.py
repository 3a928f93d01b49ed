"""The order of back issues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.entry import Entry

Age = tuple[str, str, int, int, str]
"""A key by which talks are ordered; see `age`."""

_DIGITS = "[0-9]+"


def natural(text: str) -> str:
    """Return a key by which `talk-9` comes before `talk-10`."""
    return re.sub(_DIGITS, lambda digits: digits[0].zfill(12), text)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return `entries` with the latest talk first.

    By the date held (or published where that is not known), the date published, issue, part, and the numbers in the id.
    Pieces without a date come last.
    """
    return sorted(entries, key=_age, reverse=True)


def _age(entry: Entry) -> Age:
    return age(entry.held, entry.published, entry.issue, entry.part, entry.id)


def age(held: str, published: str, issue: int | None, part: int | None, own: str) -> Age:
    """Return the key by which a later talk comes after an earlier one; `own` is its id."""
    number = -1 if issue is None else issue
    # The id decides among pieces without date and number only, so the rest are spared its making.
    own = own if held or number >= 0 else natural(own)
    return held or published, published, number, -1 if part is None else part, own


def reading_order(entry: Entry) -> tuple[int, int, str, str]:
    """Return the key by which the pieces of one series are read: issue, part, then date and id."""
    return (
        -1 if entry.issue is None else entry.issue,
        -1 if entry.part is None else entry.part,
        entry.date,
        natural(entry.id),
    )
