"""Tables on the screen, and the same figures as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.figures import Grid
from roundtable_tui.text.cells import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.figures import Budget, Row, Table

_VERDICT = {True: "ok", False: "MISSED", None: ""}


def lines(table: Table | Grid) -> Iterable[str]:
    """Yield the lines of `table`: title, notes, and the rows in columns."""
    yield f"## {table.title}"
    yield from table.notes
    if isinstance(table, Grid):
        yield from _columns([table.head, *((row.what, *row.cells, _VERDICT[row.kept]) for row in table.rows)])
        yield from table.after
    else:
        head = ("", "budget", "measured", table.other or "other", "ratio", "")
        yield from _columns([head, *map(_cells, table.rows)])


def _columns(cells: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(width(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        right = (" " * (size - width(text)) + text for text, size in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((pad(row[0], widths[0]), *right)).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    ratio = row.shown_ratio
    return (
        row.what,
        _budget(row.budget, row.unit),
        shown(row.measured, row.unit),
        "" if row.other is None else shown(row.other, row.unit),
        "" if ratio is None else f"{ratio:.2f}×",
        row.note or _VERDICT[row.kept],
    )


def _budget(budget: Budget | None, unit: str) -> str:
    if budget is None:
        return ""
    sign = "≥" if budget.least else "≤"
    return f"{sign} {budget.limit:g}×" if budget.of == "ratio" else f"{sign} {budget.limit:g} {unit}"


def shown(value: float, unit: str) -> str:
    """Return `value` with its `unit`, to three digits."""
    return f"{value:,.0f} {unit}" if value >= 100 or unit == "B" else f"{value:.3g} {unit}"


def write_json(path: Path, machine: dict[str, str], tables: Iterable[Table | Grid]) -> None:
    """Write the figures to `path`, with the ratio and the verdict of each row."""
    figures = [asdict(table) if isinstance(table, Grid) else _with_ratios(table) for table in tables]
    text = json.dumps({"machine": machine, "tables": figures}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _with_ratios(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "other": table.other,
        "notes": table.notes,
        "rows": [asdict(row) | {"ratio": row.shown_ratio, "kept": row.kept} for row in table.rows],
    }
