"""Are the cases sound? `python -m benchmarks.relevance.check` lists what is not."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.relevance.cases import LEAST
from benchmarks.relevance.sets import case_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.relevance.sets import CaseSet


def faults(cases: CaseSet) -> Iterator[str]:
    """Yield a line for each case of `cases` that cannot be passed, or not failed, and for each class too small."""
    seen: set[tuple[str, str]] = set()
    for case in cases.cases:
        where = f"{cases.name}, {case.kind}, {case.query}"
        accepted = cases.pieces.accepted(case)
        if missing := set(case.at) - cases.pieces.keys:
            yield f"{where}: there is no {', '.join(sorted(missing))}"
        if not case.none and not accepted:
            yield f"{where}: no row is accepted"
        if case.none and any(case.query.casefold() in line.text.casefold() for line in cases.pieces.lines):
            yield f"{where}: it does occur"
        if (case.kind, case.query) in seen:
            yield f"{where}: stands there twice"
        if len(accepted) * 3 > len(cases.pieces.keys):
            yield f"{where}: {len(accepted)} rows are accepted, so it can hardly fail"
        seen.add((case.kind, case.query))
    for kind, count in Counter(case.kind for case in cases.cases).items():
        if cases.whole and count < LEAST:
            yield f"{cases.name}, {kind}: {count} cases, fewer than {LEAST}"


def main() -> int:
    """Print the faults and return 1, or the numbers of cases and return 0."""
    with TemporaryDirectory() as folder:
        sets = case_sets(Path(folder))
        wrong = [fault for each in sets for fault in faults(each)]
        counts = ", ".join(f"{len(each.cases)} {each.name}" for each in sets)
    print("\n".join(wrong) or f"cases: {counts}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
