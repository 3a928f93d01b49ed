"""Back issues by series, the parts of one issue together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.library.order import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.entry import Entry


class Issue(NamedTuple):
    """One issue: its number, None for a piece without one, and its parts in reading order."""

    number: int | None
    parts: tuple[Entry, ...]


class Series(NamedTuple):
    """One series: its name, empty for the pieces that name none, and its issues, newest first."""

    name: str
    issues: tuple[Issue, ...]


def by_series(entries: Iterable[Entry]) -> tuple[Series, ...]:
    """Return `entries`, which come newest first, as series; the series with the newest piece comes first.

    A piece without an issue number is an issue of its own.
    """
    series: dict[str, dict[object, list[Entry]]] = {}
    for entry in entries:
        issue: object = (entry.id,) if entry.issue is None else entry.issue
        series.setdefault(entry.series, {}).setdefault(issue, []).append(entry)
    return tuple(
        Series(name, tuple(Issue(parts[0].issue, tuple(sorted(parts, key=reading_order))) for parts in issues.values()))
        for name, issues in series.items()
    )
