"""What comes before and after a piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.library.order import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.entry import Entry


class Neighbours(NamedTuple):
    """The pieces around one: the one read before it and after it, the issues around its own, and its own issue."""

    previous: Entry | None
    next: Entry | None
    previous_issue: Entry | None
    """The first part of the issue before, as `next_issue` of the one after."""
    next_issue: Entry | None
    parts: tuple[Entry, ...]
    """The parts of the piece's issue in reading order, itself among them."""


def neighbours(entries: Iterable[Entry], piece: str) -> Neighbours:
    """Return the neighbours of the piece with that id among `entries`; none where it is not among them.

    What comes before and after is what the file itself says, or what another file says of it, and only then what
    series, issue and part tell. A piece without series and issue has no place in an order of its own.
    """
    known = {entry.id: entry for entry in entries}
    entry = known.get(piece)
    if entry is None:
        return Neighbours(None, None, None, None, ())
    series = _series_of(entry, known.values())
    place = series.index(entry)
    parts = tuple(other for other in series if _same_issue(other, entry))
    first, last = series.index(parts[0]), series.index(parts[-1])
    earlier = series[first - 1] if first else None
    return Neighbours(
        previous=_named(known, entry.previous, entry)
        or _said_by_others(entry, known.values(), "next")
        or (series[place - 1] if place else None),
        next=_named(known, entry.next, entry)
        or _said_by_others(entry, known.values(), "previous")
        or (series[place + 1] if place + 1 < len(series) else None),
        previous_issue=next((other for other in series if earlier and _same_issue(other, earlier)), None),
        next_issue=series[last + 1] if last + 1 < len(series) else None,
        parts=parts,
    )


def back_numbers(entries: Iterable[Entry], piece: str) -> tuple[Entry, ...]:
    """Return the other pieces of the series of the piece with that id, in the order of `entries`."""
    known = {entry.id: entry for entry in entries}
    entry = known.get(piece)
    if entry is None:
        return ()
    return tuple(other for other in known.values() if other.series == entry.series and other is not entry)


def _series_of(entry: Entry, entries: Iterable[Entry]) -> list[Entry]:
    if not entry.series and entry.issue is None:
        return [entry]
    members = [other for other in entries if other.series == entry.series]
    if not entry.series:
        members = [other for other in members if other.issue is not None]
    if any(member.issue is None for member in members):
        return sorted(members, key=lambda member: (member.date, *reading_order(member)))
    return sorted(members, key=reading_order)


def _same_issue(one: Entry, other: Entry) -> bool:
    return one is other or (one.issue is not None and one.issue == other.issue)


def _named(known: dict[str, Entry], piece: str, entry: Entry) -> Entry | None:
    """Return the piece that the file of `entry` names, unless it names itself."""
    return known.get(piece) if piece != entry.id else None


def _said_by_others(entry: Entry, entries: Iterable[Entry], relation: str) -> Entry | None:
    return next((other for other in entries if getattr(other, relation) == entry.id and other is not entry), None)
