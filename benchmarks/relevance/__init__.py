"""What is found, and how far up: cases over three libraries, for this program and for others in the same run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.relevance.ours import Ours
from benchmarks.relevance.report import grid, worst_lines
from benchmarks.relevance.rivals import missing, rivals
from benchmarks.relevance.scores import score
from benchmarks.relevance.sets import case_sets

if TYPE_CHECKING:
    from benchmarks.figures import Grid
    from benchmarks.relevance.scores import Score
    from benchmarks.relevance.sets import CaseSet
    from benchmarks.workshop import Workshop


def measure(workshop: Workshop) -> list[Grid]:
    """Return a table for each set of cases, with the worst answered queries below it where they are asked for.

    A last table has the cases of all sets together.
    """
    sets = case_sets(workshop.folder / "relevance")
    scores = [_scores(workshop, cases) for cases in sets]
    tables = []
    for cases, own in zip(sets, scores, strict=True):
        table = grid(cases.name, len(cases.pieces.lines), own)
        table.notes += missing()
        table.after += worst_lines(cases, own["roundtable"], workshop.worst)
        tables.append(table)
    together = {side: [each for own in scores for each in own[side]] for side in scores[0]}
    return [*tables, grid("all sets together", sum(len(cases.pieces.lines) for cases in sets), together)]


def _scores(workshop: Workshop, cases: CaseSet) -> dict[str, list[Score]]:
    sides = [Ours(cases.folder, workshop.folder / f"cache-{cases.name}"), *rivals(cases.pieces.lines)]
    return {side.name: score(side, cases) for side in sides}
