"""A word with errors in it, in text that has no spaces: 在宅勤無 for 在宅勤務."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.patterns.asking import ask_all, ask_any, tokens_of
from roundtable_tui.search.patterns.fit import FUZZY, Fit
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.slips import edges_hold, errors_in_stretch, is_slip, may_begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText


class Nearly(NamedTuple):
    """The folded word `typed` with up to `errors` errors. `seeds` are parts of it with their places, one of which
    stands in every such stretch."""

    typed: str
    errors: int
    seeds: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, folded: str) -> Nearly | None:
        """Return the pattern for a folded word, or None where it is too short for an error."""
        errors = errors_in_stretch(folded)
        return cls(folded, errors, tuple(dict.fromkeys(_seeds(folded, errors)))) if errors else None

    @property
    def best(self) -> int:
        """The tier: fuzzy."""
        return FUZZY

    def ask(self) -> str | None:
        """Return what every row with one of the seeds answers to."""
        return ask_any([ask_all(tokens_of(seed)) for seed, _ in self.seeds])

    def fit(self, row: RowText) -> Fit | None:
        """Return how the nearest stretch of `row` fits."""
        nearest = min((errors for _, errors in self._stretches(row)), default=None)
        return None if nearest is None else Fit(FUZZY, nearest)

    def spans(self, row: RowText) -> list[Span]:
        """Return the nearest stretches in the original of `row`."""
        found = sorted(set(self._stretches(row)), key=lambda place: (place[1], _unlike(place[0], self.typed)))
        taken: list[Span] = []
        for (start, end), errors in found:
            if errors == found[0][1] and all(end <= other[0] or start >= other[1] for other in taken):
                taken.append((start, end))
        return [row.span(start, end) for start, end in sorted(taken)]

    def _stretches(self, row: RowText) -> Iterator[tuple[Span, int]]:
        """Yield every stretch of the folded text that may be meant, with its errors; none that cuts a word in two."""
        from rapidfuzz.distance import OSA

        folded, typed, most = row.folded, self.typed, self.errors
        for seed, offset in self.seeds:
            for at, _ in Spelling(seed).places(row):
                begin = at - offset
                for start in range(max(begin - most, 0), min(begin + most, at) + 1):
                    if not may_begin(typed, folded[start : start + 2]):
                        continue
                    least = max(begin + len(typed) - most, at + len(seed), start + 1)
                    for end in range(least, min(begin + len(typed) + most, len(folded)) + 1):
                        stretch = folded[start:end]
                        errors = OSA.distance(typed, stretch, score_cutoff=most)
                        near = 0 < errors <= most and "\n" not in stretch and _is_meant(typed, stretch, errors)
                        if near and not row.splits_word(*row.span(start, end)):
                            yield (start, end), errors


def _is_meant(typed: str, stretch: str, errors: int) -> bool:
    return edges_hold(typed, stretch) and is_slip(typed, stretch, errors, word=False)


def _unlike(span: Span, typed: str) -> int:
    return abs(span[1] - span[0] - len(typed))


def _seeds(typed: str, errors: int) -> Iterator[tuple[str, int]]:
    """Parts of `typed` with their places, one of which any stretch with so many errors still holds.

    Of `errors` + 1 parts side by side one is whole, unless two letters were swapped across the border of two parts;
    a swap at each border is therefore a seed too. Three letters are too few to cut; their pairs are the seeds.
    """
    if len(typed) == 3:
        yield from ((typed[:2], 0), (typed[1:], 1))
    borders = [len(typed) * step // (errors + 1) for step in range(errors + 2)]
    if len(typed) > 3:
        for start, end in pairwise(borders):
            yield typed[start:end], start
    swaps = range(1, 3) if len(typed) == 3 else borders[1:-1]
    for border in swaps:
        start = max(border - 2, 0)
        end = min(border + 2, len(typed))
        yield typed[start : border - 1] + typed[border] + typed[border - 1] + typed[border + 1 : end], start
