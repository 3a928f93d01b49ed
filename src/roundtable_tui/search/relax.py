"""What to ask instead of a query that found nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.filters import NO_FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.query import Query, Term


def without_filters(query: Query) -> Query | None:
    """Return `query` with its words alone, or None where it has no filter or no word to look for."""
    return query._replace(filters=NO_FILTERS) if query.filters and query.wanted else None


def without_each(query: Query) -> Iterator[tuple[str, str, Query]]:
    """Yield each filter of `query` by its name and what it says, with the query that goes without it alone.

    Nothing where there is only one filter, or no word: `without_filters` says it all.
    """
    asked = {name: value for name, value in query.filters.named().items() if value not in ("", None)}
    if len(asked) > 1 and query.wanted:
        for name, value in asked.items():
            filters = query.filters._replace(**{name: getattr(NO_FILTERS, name)})
            yield name, str(value), query._replace(filters=filters)


def single_words(query: Query) -> Iterator[tuple[Term, Query]]:
    """Yield each wanted word with the query for it alone, filters kept; nothing where there is only one word."""
    if len(query.wanted) > 1:
        for term in query.wanted:
            yield term, query._replace(terms=(term,))
