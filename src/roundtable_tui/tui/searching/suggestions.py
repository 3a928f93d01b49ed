"""Other queries to go on with: a speaker's turns, and what relaxing a query that found nothing would give."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.model.person import person_of
from roundtable_tui.search.filters import NO_FILTERS, Filters
from roundtable_tui.search.patterns.titles import without_title
from roundtable_tui.search.query import Query, parse_query
from roundtable_tui.search.relax import single_words, without_filters
from roundtable_tui.search.rows import APART
from roundtable_tui.tui.searching.editing import filters_in, quoted, with_filter, without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.model import Participant, Person
    from roundtable_tui.search.engine import Engine
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Term

SPEAKERS = 3
"""People of one name that are offered."""

WORDS = 8
"""Near words that are offered."""


def _never() -> bool:
    return False


class Suggestion(NamedTuple):
    """A query to go on with: how it is called, its text for the box, and how much it finds where that is known.

    It `finds` so many hits. An `earlier` one was asked before. One with a `person` leads to their page instead.
    """

    words: str
    text: str
    finds: int | None = None
    earlier: bool = False
    person: Person | None = None


def people_named(query: Query, hits: tuple[Hit, ...]) -> dict[Person, Participant]:
    """Return whom the whole of `query` names, by name, reading or label, as `hits` show; those with a name first.

    A name is a full name, or a part of it between spaces; one that is only similar names nobody, but 梅原さん is 梅原.
    """
    if query.filters or query.unwanted or not query.wanted:
        return {}
    titled = any(without_title(term.text, lambda kana: True) for term in query.wanted)
    named: dict[Person, Participant] = {}
    for hit in hits:
        if hit.field == "speaker" and hit.speaker is not None and (titled or hit.match != "fuzzy") and _is_name(hit):
            named.setdefault(person_of(hit.speaker, hit.piece.series, hit.piece.id), hit.speaker)
    return dict(sorted(named.items(), key=lambda each: each[0].piece != ""))


def _is_name(hit: Hit) -> bool:
    """Whether all that is marked are whole words of a name, a label or a reading, and not of what the person does."""
    person = hit.speaker
    if person is None or not hit.spans:
        return False
    names = {person.full_name, person.label, person.kana, *person.aliases}
    marked = set().union(*(range(start, end) for start, end in hit.spans))
    start = 0
    for part in hit.text.split(APART):
        words = [set(range(start + word.start(), start + word.end())) for word in re.finditer(r"\S+", part)]
        touched = set().union(*(word for word in words if word & marked))
        if touched and (part not in names or not touched <= marked):
            return False
        start += len(part) + len(APART)
    return True


def speakers(
    engine: Engine, query: Query, hits: tuple[Hit, ...], cancelled: Callable[[], bool] = _never
) -> Iterator[Suggestion]:
    """Yield, for a query that is somebody's name, the page of each who is called so.

    Of a label that stands for nobody with a name, such as that of whoever presides, what is said under it.
    """
    people = people_named(query, hits)
    labels = dict.fromkeys(participant.label for person, participant in people.items() if person.piece)
    for person, participant in [each for each in people.items() if not each[0].piece][:SPEAKERS]:
        found = engine.search(Query(query.text, (), Filters(person=person)), limit=0, cancelled=cancelled)
        if not found.stopped:
            words = _("The page of {name}").format(name=participant.full_name)
            yield Suggestion(words, person.series, found.total, person=person)
    for label in [*labels][:SPEAKERS]:
        text = with_filter("", "speaker", label)
        yield from _counted(engine, cancelled, _("What {name} says").format(name=label), text, parse_query(text))


def relaxed(engine: Engine, query: Query, cancelled: Callable[[], bool] = _never) -> Iterator[Suggestion]:
    """Yield what finds something where `query` finds nothing: fewer filters, single words, and near words."""

    counted = partial(_counted, engine, cancelled)
    written = filters_in(query.text)
    for each in written if len(written) > 1 and query.wanted else ():
        shown = query.text[each.start : each.end]
        empty = getattr(NO_FILTERS, each.field)
        other = query._replace(filters=query.filters._replace(**{each.field: empty}))
        yield from counted(_("without {filter}").format(filter=shown), without(query.text, each), other)
    if wider := without_filters(query):
        shown = " ".join(query.text[each.start : each.end] for each in written)
        yield from counted(_("without {filter}").format(filter=shown), without(query.text, *written), wider)
    kept = " ".join(query.text[each.start : each.end] for each in written)
    for term, alone in single_words(query):
        text = " ".join(filter(None, (_written(term), kept)))
        some = list(counted(_("{word} alone").format(word=term.text), text, alone))
        if not some and written:
            some = list(counted(_("{word} alone").format(word=term.text), _written(term), Query(term.text, (term,))))
        yield from some
    yield from _near(engine, query, cancelled)


def _near(engine: Engine, query: Query, cancelled: Callable[[], bool]) -> Iterator[Suggestion]:
    for term in query.wanted:
        if cancelled():
            return
        for word, _count in engine.near_words(term)[:WORDS]:
            start = term.column - 1
            text = query.text[:start] + query.text[start:].replace(term.text, quoted(word), 1)
            words = _("{word} instead of {typed}").format(word=word, typed=term.text)
            some = list(_counted(engine, cancelled, words, text, parse_query(text)))
            yield from some or _counted(engine, cancelled, words, quoted(word), parse_query(quoted(word)))


def _counted(
    engine: Engine, cancelled: Callable[[], bool], words: str, text: str, other: Query
) -> Iterator[Suggestion]:
    """Yield the query `text`, which means `other`, with as many hits as it has; nothing where it has none."""
    found = engine.search(other, limit=0, cancelled=cancelled)
    if found.total and not found.stopped:
        yield Suggestion(words, text, found.total)


def _written(term: Term) -> str:
    return f'"{term.text}"' if term.phrase else term.text
