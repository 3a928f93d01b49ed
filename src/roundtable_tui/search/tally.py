"""Who says it, and where: the hits of a query, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Counts = tuple[tuple[str, int], ...]
"""Names with how many hits each has."""


class Tally(NamedTuple):
    """Counts of hits, each hit once in every column that it has something for.

    `speakers` (full names, or labels that name no participant) and `roles` are most first; `issues` and `years` are
    newest first. `issues` holds the number as digits. `total` counts every hit.
    """

    speakers: Counts = ()
    roles: Counts = ()
    issues: Counts = ()
    years: Counts = ()
    total: int = 0


def tally_of_counts(counts: Mapping[tuple[str, str, str, str], int]) -> Tally:
    """Return the tally of hits by (speaker, role, issue, year), each "" where a hit has none."""
    columns: tuple[Counter[str], ...] = tuple(Counter() for _ in range(4))
    for names, count in counts.items():
        for column, name in zip(columns, names, strict=True):
            if name:
                column[name] += count
    speakers, roles, issues, years = columns
    return Tally(_most(speakers), _most(roles), _newest(issues), _newest(years), sum(counts.values()))


def _most(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _newest(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda each: -int(each[0])))
