"""What to say of a search that found nothing: what less would find, and which words there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.search.relax import single_words, without_each, without_filters

if TYPE_CHECKING:
    from roundtable_tui.cli.output import Output
    from roundtable_tui.search.engine import Engine
    from roundtable_tui.search.query import Query, Term

_NEAR = 5
"""Near words that are named for one word, at most."""


def say_what_less_finds(engine: Engine, query: Query, out: Output) -> None:
    """Say on stderr that nothing was found, what there is without each filter, for each word alone, and near words."""
    out.note(_("nothing found for {query}").format(query=query.text) if query.text else _("nothing found"))
    asked = {name: value for name, value in query.filters.named().items() if value not in ("", None)}
    for name, value, other in without_each(query):
        if total := _count(engine, other):
            out.note(_without(f"{name}:{value}", total))
    wider = without_filters(query)
    if wider and (total := _count(engine, wider)):
        out.note(_without(" ".join(f"{name}:{value}" for name, value in asked.items()), total))
    alone = dict(single_words(query))
    counts = {term: _count(engine, other) for term, other in alone.items()}
    for term, count in counts.items():
        words = _("1 hit for {word} alone") if count == 1 else _("{count} hits for {word} alone")
        out.note(words.format(count=count, word=term.text))
    for term in query.wanted:
        if not counts.get(term) and not (wider and total):
            _say_near(engine, term, out)


def _count(engine: Engine, query: Query) -> int:
    return engine.search(query, limit=0).total


def _without(shown: str, count: int) -> str:
    return _("0 with {filter}, {count} without").format(filter=shown, count=count)


def _say_near(engine: Engine, term: Term, out: Output) -> None:
    near = [f"{word} ({count})" for word, count in engine.near_words(term)[:_NEAR]]
    if near:
        out.note(_("words like {word}: {words}").format(word=term.text, words=", ".join(near)))
