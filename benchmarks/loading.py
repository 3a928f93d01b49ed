"""The table of `benchmarks/load.py`: loading, against a bare loop over the same parser's events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, Table
from benchmarks.load import EVENTS_BUDGET, LOAD_BUDGET, best, events, made, tree, whole

if TYPE_CHECKING:
    from benchmarks.workshop import Workshop


def measure(workshop: Workshop) -> list[Table]:
    """Return the table of loading: the best of several rounds, in megabytes a second."""
    texts = made(1.0 if workshop.quick else 4.0)
    size = sum(len(text.encode()) for text in texts) / 1e6
    work = {
        "events": lambda: events(texts, pure=False),
        "nodes with their lines": lambda: tree(texts, pure=False),
        "transcripts with every problem found": lambda: whole(texts, pure=False),
    }
    speed = {name: size / seconds for name, seconds in best(work, 3 if workshop.quick else 7).items()}
    least = {"events": EVENTS_BUDGET, "transcripts with every problem found": LOAD_BUDGET}
    table = Table(f"loading {len(texts)} files, {size:.1f} MB", "events")
    for name, figure in speed.items():
        budget = Budget(least[name], "measured", least=True) if name in least else None
        table.rows.append(Row(name, figure, "MB/s", speed["events"], budget))
    return [table]
