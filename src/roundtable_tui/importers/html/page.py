"""Which lines of a page are the article, and which are of the page around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.html.rows import Row

_ENOUGH = 0.3
"""The part of all text that an element must hold before it is taken for the article."""

_NEARLY_ALL = 0.8
"""The part of its text that one element inside of the article must hold before it is taken for the article instead."""


def settle(rows: Sequence[Row], parents: Sequence[int]) -> None:
    """Say of each row that is not of the article why not.

    What a page calls navigation or a sidebar, and yet holds most of its words, is the article all the same.
    """
    lengths: Counter[str] = Counter()
    for row in rows:
        if not row.held:
            lengths[row.aside] += len(row.text)
    for reason, length in lengths.items():
        if reason and 2 * length > lengths.total():
            for row in rows:
                if row.aside == reason and not row.held:
                    row.aside = ""
    article = _article(rows, parents)
    within = [region == article for region in range(len(parents))]
    for region in range(1, len(parents)):
        within[region] = within[region] or within[parents[region]]
    for row in rows:
        if not row.aside and not within[row.region]:
            row.aside = "stands outside of the article"


def _article(rows: Sequence[Row], parents: Sequence[int]) -> int:
    """Return the region that is the article, 0 for the whole page."""
    lengths = [0] * len(parents)
    for row in rows:
        lengths[row.region] += 0 if row.aside else len(row.text)
    for region in range(len(parents) - 1, 0, -1):  # those inside come after those around them
        lengths[parents[region]] += lengths[region]
    found, least = 0, _ENOUGH
    for region in range(1, len(parents)):
        if parents[region] == found and lengths[region] > least * lengths[found]:
            found, least = region, _NEARLY_ALL
    return found
