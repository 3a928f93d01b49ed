"""What is meant by a query that is being typed, whose end may be half a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.search.query import Query, QueryError, parse_query
from roundtable_tui.tui.searching.editing import half_typed, without

if TYPE_CHECKING:
    from roundtable_tui.tui.searching.editing import Written


class Typed(NamedTuple):
    """A `query`, or None where it cannot be understood. `half` is the filter that is half typed in it.

    That does not count yet where it says nothing, or nothing that can be understood; `problem` is why, or why the whole
    query cannot be understood.
    """

    query: Query | None
    half: Written | None
    problem: str


def parse_typed(text: str, caret: int) -> Typed:
    """Return what `text` means while the caret stands behind `caret` of its code points."""
    half = half_typed(text, caret)
    try:
        return Typed(parse_query(text), half, "")
    except QueryError as error:
        if half is None or error.column != half.start + 1:
            return Typed(None, half, _problem(error))
        problem = _problem(error) if half.value else ""
    try:
        return Typed(parse_query(without(text, half)), half, problem)
    except QueryError as error:
        return Typed(None, half, _problem(error))


def _problem(error: QueryError) -> str:
    return _("column {column}: {message}").format(column=error.column, message=_(error.message))
