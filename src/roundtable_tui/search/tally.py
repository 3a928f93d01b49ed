"""Who says it, and where: the hits of a query, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.search.hit import Hit

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


def tally(hits: Iterable[Hit]) -> Tally:
    """Return the counts of `hits`."""
    speakers: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    years: Counter[str] = Counter()
    total = 0
    for hit in hits:
        total += 1
        if hit.label or hit.speaker:
            speakers[hit.speaker.full_name if hit.speaker else hit.label] += 1
        if hit.speaker and hit.speaker.role:
            roles[hit.speaker.role] += 1
        if hit.piece.issue is not None:
            issues[str(hit.piece.issue)] += 1
        if hit.piece.held:
            years[hit.piece.held[:4]] += 1
    return Tally(_most(speakers), _most(roles), _newest(issues, int), _newest(years, int), total)


def _most(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _newest(counts: Counter[str], number: type[int]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda each: -number(each[0])))
