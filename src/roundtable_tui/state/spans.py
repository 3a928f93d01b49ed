"""Stretches of numbers, such as the turns that were read: in order, apart from each other, none empty."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Spans = tuple[tuple[int, int], ...]
"""Stretches as (first, last), both of them inside; neither touches another one."""


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return `spans` in order with those that overlap or touch made one; what ends before it begins is nothing."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(span for span in spans if span[0] <= span[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def size(spans: Spans) -> int:
    """Return how many numbers lie in `spans`."""
    return sum(last - first + 1 for first, last in spans)


def covers(spans: Spans, first: int, last: int) -> bool:
    """Return whether every number from `first` to `last` lies in `spans`."""
    before = bisect_right(spans, first, key=itemgetter(0)) - 1
    return before >= 0 and last <= spans[before][1]
