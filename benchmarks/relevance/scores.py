"""How well a set of cases is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.relevance.answer import Found, Side
    from benchmarks.relevance.cases import Case
    from benchmarks.relevance.sets import CaseSet


@dataclass(frozen=True, slots=True)
class Score:
    """One case and its answer.

    `rank` is that of the first row that is accepted, from 1; None where there is none. For a case that is to find
    nothing it is 1 where nothing is shown, else None. `stray` are rows that a filter or an unwanted word forbids.
    """

    case: Case
    answer: Sequence[Found]
    accepted: frozenset[str]
    rank: int | None
    stray: tuple[Found, ...] = ()

    def within(self, places: int) -> bool:
        """Say whether an accepted row is among the first `places`."""
        return self.rank is not None and self.rank <= places


def score(side: Side, cases: CaseSet) -> list[Score]:
    """Ask `side` every query of `cases`."""
    return [_score(side.ask(case.query), case, cases) for case in cases.cases]


def _score(answer: Sequence[Found], case: Case, cases: CaseSet) -> Score:
    accepted = cases.pieces.accepted(case)
    if case.none:
        return Score(case, answer, accepted, None if answer else 1)
    ranks = (rank for rank, found in enumerate(answer, 1) if found.key in accepted)
    stray: tuple[Found, ...] = ()
    if case.narrows:
        lines = cases.pieces.by_key
        stray = tuple(each for each in answer if each.key in lines and not cases.pieces.allowed(case, lines[each.key]))
    return Score(case, answer, accepted, next(ranks, None), stray)


def recall(scores: Iterable[Score], places: int) -> float:
    """Return the share of cases with an accepted row among the first `places`, 0 to 1."""
    got = [each.within(places) for each in scores]
    return sum(got) / len(got)


def mean_reciprocal_rank(scores: Iterable[Score]) -> float:
    """Return the mean of 1 / rank, 0 where nothing accepted is shown."""
    got = [1 / each.rank if each.rank else 0.0 for each in scores]
    return sum(got) / len(got)


def worst(scores: Iterable[Score], number: int) -> list[Score]:
    """Return the worst answered, those first that show what is forbidden or nothing that is accepted."""
    bad = [each for each in scores if each.rank != 1 or each.stray]
    return sorted(bad, key=lambda each: (not each.stray, each.rank is not None, -(each.rank or 0)))[:number]
