"""How many errors lie between two words: optimal string alignment, where two neighbours swapped are one error."""

from __future__ import annotations

from sys import modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_FEW = 150
"""Words that are compared sooner than `rapidfuzz` is loaded, which costs most of a bare Python start."""


def within(typed: str, choices: Collection[str], errors: int) -> Iterator[tuple[str, int]]:
    """Yield those of `choices` that are at most `errors` away from `typed`, with their distance."""
    if len(choices) <= _FEW and "rapidfuzz" not in modules:
        for word in choices:
            far = distance(typed, word, errors)
            if far <= errors:
                yield word, far
        return
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    for word, far, _ in extract(typed, choices, scorer=OSA.distance, score_cutoff=errors, limit=None):
        yield word, int(far)


def distance(one: str, other: str, most: int) -> int:
    """Return how many errors lie between two words, or some number above `most` where there are more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        last, before, row = before, row, [at + 1]
        for to, sign in enumerate(other):
            least = min(before[to] + (letter != sign), before[to + 1] + 1, row[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == sign:
                least = min(least, last[to - 1] + 1)
            row.append(least)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
