"""What is measured, as rows of tables with a budget and a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from statistics import median
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Budget:
    """How large the `ratio` to the other side, or what was `measured` itself, may be; with `least`, how small."""

    limit: float
    of: Literal["ratio", "measured"] = "ratio"
    least: bool = False

    def kept(self, measured: float, ratio: float | None) -> bool | None:
        """Return whether it is kept; None where there is no ratio to judge."""
        value = measured if self.of == "measured" else ratio
        if value is None:
            return None
        return value >= self.limit if self.least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: `measured` and `other` in `unit`; `ratio` is measured / other unless given."""

    what: str
    measured: float
    unit: str = "ms"
    other: float | None = None
    budget: Budget | None = None
    ratio: float | None = None
    note: str = ""

    @property
    def shown_ratio(self) -> float | None:
        """The ratio to the other side, or None where there is none."""
        if self.ratio is not None or not self.other:
            return self.ratio
        return self.measured / self.other

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        return self.budget.kept(self.measured, self.shown_ratio) if self.budget else None


@dataclass(slots=True)
class Table:
    """Rows under a title; `other` names the side that is compared with, `notes` say how it was measured."""

    title: str
    other: str = ""
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of a grid: `cells` as they are shown, `values` for the record, and whether its goal is `kept`."""

    what: str
    cells: tuple[str, ...]
    values: dict[str, tuple[float, ...]]
    kept: bool | None = None


@dataclass(slots=True)
class Grid:
    """Rows with columns of their own under `head`; `notes` stand before them and `after` below."""

    title: str
    head: tuple[str, ...]
    rows: list[GridRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of `values` that at least `share` of them (0 to 1) do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def interleaved(sides: Sequence[Callable[[], Result]], rounds: int) -> list[list[Result]]:
    """Call every side in turn, `rounds` times over: A B A B …; return the results of each side.

    What else the machine does in between then weighs on all sides alike.
    """
    results: list[list[Result]] = [[] for _ in sides]
    for _ in range(rounds):
        for side, own in zip(sides, results, strict=True):
            own.append(side())
    return results


def paired_ratio(ours: Sequence[float], others: Sequence[float]) -> float:
    """Return the median of the ratios of the runs that were made one after the other."""
    return median(mine / other for mine, other in zip(ours, others, strict=True))
