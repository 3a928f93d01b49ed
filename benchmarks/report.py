"""Tables on the screen, and the same figures as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from roundtable_tui.text.cells import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.figures import Budget, Row, Table

_VERDICT = {True: "ok", False: "MISSED", None: ""}


def lines(table: Table) -> Iterable[str]:
    """Yield the lines of `table`: title, notes, and the rows in columns."""
    yield f"## {table.title}"
    yield from table.notes
    head = ("", "budget", "measured", table.other or "other", "ratio", "")
    cells = [head, *map(_cells, table.rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        right = (" " * (size - width(text)) + text for text, size in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((pad(row[0], widths[0]), *right)).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    ratio = row.shown_ratio
    return (
        row.what,
        _budget(row.budget, row.unit),
        _number(row.measured, row.unit),
        "" if row.other is None else _number(row.other, row.unit),
        "" if ratio is None else f"{ratio:.2f}×",
        row.note or _VERDICT[row.kept],
    )


def _budget(budget: Budget | None, unit: str) -> str:
    if budget is None:
        return ""
    sign = "≥" if budget.least else "≤"
    return f"{sign} {budget.limit:g}×" if budget.of == "ratio" else f"{sign} {budget.limit:g} {unit}"


def _number(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 or unit == "B" else f"{value:.3g} {unit}"


def write_json(path: Path, machine: dict[str, str], tables: Iterable[Table]) -> None:
    """Write the figures to `path`, with the ratio and the verdict of each row."""
    figures = [
        {
            "title": table.title,
            "other": table.other,
            "notes": table.notes,
            "rows": [asdict(row) | {"ratio": row.shown_ratio, "kept": row.kept} for row in table.rows],
        }
        for table in tables
    ]
    text = json.dumps({"machine": machine, "tables": figures}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
