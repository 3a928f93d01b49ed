"""How fast every back issue is searched, at several sizes of library, against what people search text with today."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.figures import Table
    from benchmarks.workshop import Workshop


def measure(workshop: Workshop) -> list[Table]:
    """Return a table for each of the sizes asked for."""
    from benchmarks.search.sizes import at_size  # not above: the process that searches imports this package too

    return [at_size(workshop, turns) for turns in workshop.sizes]
