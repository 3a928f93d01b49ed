"""What is found, and how far up: cases over three libraries, for this program and for others in the same run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.relevance.ours import Ours
from benchmarks.relevance.report import grid, worst_lines
from benchmarks.relevance.rivals import rivals
from benchmarks.relevance.scores import score
from benchmarks.relevance.sets import case_sets

if TYPE_CHECKING:
    from benchmarks.figures import Grid
    from benchmarks.relevance.sets import CaseSet
    from benchmarks.workshop import Workshop


def measure(workshop: Workshop) -> list[Grid]:
    """Return a table for each set of cases, with the worst answered queries below it where they are asked for."""
    return [_measure(workshop, cases) for cases in case_sets(workshop.folder / "relevance")]


def _measure(workshop: Workshop, cases: CaseSet) -> Grid:
    others, missing = rivals(cases.pieces.lines)
    sides = [Ours(cases.folder, workshop.folder / f"cache-{cases.name}"), *others]
    scores = {side.name: score(side, cases) for side in sides}
    table = grid(cases, scores)
    table.notes += missing
    table.after += worst_lines(cases, scores["roundtable"], workshop.worst)
    return table
