"""The order of back issues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.entry import Entry

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


def _age(entry: Entry) -> tuple[str, str, int, int, str]:
    held, published = entry.held, entry.published
    issue = -1 if entry.issue is None else entry.issue
    part = -1 if entry.part is None else entry.part
    # The id decides among pieces without date and number only, so the rest are spared its making.
    own = entry.id if held or issue >= 0 else natural(entry.id)
    return held or published, published, issue, part, own


def reading_order(entry: Entry) -> tuple[int, int, str, str]:
    """Return the key by which the pieces of one series are read: issue, part, then date and id."""
    return (
        -1 if entry.issue is None else entry.issue,
        -1 if entry.part is None else entry.part,
        entry.date,
        natural(entry.id),
    )
