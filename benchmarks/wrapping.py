"""The table of `benchmarks/wrap.py`: our line breaking against Rich's."""

from __future__ import annotations

from itertools import cycle, islice
from statistics import median
from typing import TYPE_CHECKING

from rich._wrap import divide_line

from benchmarks.figures import Budget, Row, Table, interleaved, paired_ratio
from benchmarks.wrap import BUDGET, BUNDLED, japanese, seconds
from roundtable_tui.text.wrap import wrap

if TYPE_CHECKING:
    from benchmarks.workshop import Workshop

PARAGRAPH, CELLS = 150, 80


def measure(workshop: Workshop) -> list[Table]:
    """Return the table of wrapping."""
    characters = 300_000 if workshop.quick else 1_500_000
    text = "".join(islice(cycle(japanese(BUNDLED)), characters))
    paragraphs = [text[at : at + PARAGRAPH] for at in range(0, len(text), PARAGRAPH)]
    sides = (lambda: seconds(wrap, paragraphs, CELLS), lambda: seconds(divide_line, paragraphs, CELLS))
    ours, theirs = interleaved(sides, 3 if workshop.quick else 5)
    table = Table(f"wrapping {characters:,} characters in paragraphs of {PARAGRAPH} at {CELLS} cells", "Rich")
    ratio = paired_ratio(ours, theirs)
    table.rows.append(Row("every line", median(ours) * 1000, "ms", median(theirs) * 1000, Budget(BUDGET), ratio))
    return [table]
