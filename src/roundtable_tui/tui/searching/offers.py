"""Filters that are offered: who, what and when the hits of a query are, with how many each would leave."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse, from_romaji
from roundtable_tui.tui.searching.editing import filters_in, with_filter, without_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.tally import Counts, Tally

MOST = 40
"""Offers of one field at most."""


class Offer(NamedTuple):
    """A filter to put into the query, or, where it is `applied`, to take out; it `leaves` so many hits."""

    field: str
    value: str
    leaves: int | None = None
    applied: bool = False


class Row(NamedTuple):
    """The offers of one field, most useful first."""

    field: str
    offers: tuple[Offer, ...]


def field_words(field: str) -> str:
    """Return how a field is named in a list."""
    return {
        "applied": _("filters"),
        "speaker": _("speaker"),
        "role": _("role"),
        "org": _("organisation"),
        "issue": _("issue"),
        "section": _("section"),
        "title": _("title"),
        "since": _("since"),
        "until": _("until"),
        "year": _("year"),
    }.get(field, field)


def offer_words(offer: Offer) -> str:
    """Return what an offer is called where its field stands beside it."""
    if offer.applied:
        return f"{field_words(offer.field)}:{offer.value}"
    return _("No. {issue}").format(issue=offer.value) if offer.field == "issue" else offer.value


def rows_of(text: str, tally: Tally) -> tuple[Row, ...]:
    """Return what to offer for the query `text`, whose hits `tally` counts; nothing that would narrow nothing."""
    applied = tuple(Offer(each.field, each.value, applied=True) for each in filters_in(text) if each.value)
    given = {each.field for each in applied}
    rows = [Row("applied", applied)] if applied else []
    for field, counts in _columns(tally):
        fields = {"since", "until"} if field == "year" else {field}
        offers = tuple(Offer(field, name, count) for name, count in counts[:MOST] if count < tally.total)
        if offers and not fields & given:
            rows.append(Row(field, offers))
    return tuple(rows)


def _columns(tally: Tally) -> Iterator[tuple[str, Counts]]:
    return iter((("speaker", tally.speakers), ("role", tally.roles), ("issue", tally.issues), ("year", tally.years)))


def completions(field: str, begun: str, tally: Tally, hits: Sequence[Hit]) -> Row:
    """Return what may follow `field:`, of which `begun` is typed; `tally` and `hits` are of the query without it.

    What begins so comes before what only holds it. Titles, sections and organisations are those of `hits`.
    """
    return _begun(field, begun, _counts(field, tally, hits), hits)


def names_in(field: str, begun: str, entries: Iterable[Entry]) -> Row:
    """Return what may follow `field:` where nothing else is asked for, as far as the list of the library knows.

    How many hits each leaves is not known from there.
    """
    names: Counter[str] = Counter()
    for entry in entries:
        match field:
            case "speaker":
                names.update(entry.participants)
            case "issue":
                names.update([str(entry.issue)] if entry.issue is not None else [])
            case "title":
                names.update([entry.title] if entry.title else [])
            case "since" | "until":
                names.update([entry.held[:4]] if entry.held else [])
    newest = field in ("issue", "since", "until")
    ordered = sorted(names, key=int, reverse=True) if newest else [name for name, _count in names.most_common()]
    row = _begun(field, begun, tuple((name, 0) for name in ordered), ())
    return Row(field, tuple(offer._replace(leaves=None) for offer in row.offers))


def heard_first(tally: Tally, row: Row) -> Row:
    """Return `row`, names of speakers, behind those whose turns `tally` counts: the filter knows how names sound."""
    heard = [Offer("speaker", name, count) for name, count in tally.speakers]
    names = {offer.value for offer in heard}
    return Row("speaker", tuple([*heard, *(offer for offer in row.offers if offer.value not in names)][:MOST]))


def _begun(field: str, begun: str, counts: Counts, hits: Sequence[Hit]) -> Row:
    wanted = fold_text(begun)
    sounds = _sounds(begun) if field == "speaker" else ()
    kana: dict[str, set[str]] = {}
    for hit in hits if sounds else ():
        if hit.speaker and hit.speaker.kana:
            parts = kana.setdefault(hit.speaker.full_name, set())
            parts.update(collapse(part) for part in hit.speaker.kana.split())
    begin, hold = [], []
    for name, count in counts:
        folded = fold_text(name)
        if folded.startswith(wanted) or any(part.startswith(sounds) for part in kana.get(name, ())):
            begin.append(Offer(field, name, count))
        elif wanted in folded:
            hold.append(Offer(field, name, count))
    return Row(field, tuple([*begin, *hold][:MOST]))


def _sounds(begun: str) -> tuple[str, ...]:
    """Return how `begun` may sound, in collapsed hiragana: kana as they are, romaji read, a half-typed end too."""
    romaji = from_romaji(begun)
    read = [each.kana + tail for each in romaji for tail in each.tails or ("",)]
    return tuple(filter(None, map(collapse, read or [begun])))


def _counts(field: str, tally: Tally, hits: Iterable[Hit]) -> Counts:
    match field:
        case "speaker":
            return tally.speakers
        case "role":
            return tally.roles
        case "issue":
            return tally.issues
        case "since" | "until":
            return _cumulated(tally.years, newest_first=field == "since")
        case "title":
            return tuple(Counter(hit.piece.title for hit in hits if hit.piece.title).most_common())
        case "org":
            return tuple(Counter(hit.speaker.org for hit in hits if hit.speaker and hit.speaker.org).most_common())
        case _:
            return tuple(Counter(heading for hit in hits for heading in hit.section if heading).most_common())


def _cumulated(years: Counts, *, newest_first: bool) -> Counts:
    """Return for each year how many hits lie in it and after it (before it, where the oldest year is counted first)."""
    total = 0
    found = []
    for year, count in years if newest_first else reversed(years):
        total += count
        found.append((year, total))
    return tuple(found if newest_first else reversed(found))


def applied_to(text: str, offer: Offer) -> str:
    """Return the query `text` with `offer` put in, also for what is half typed of it, or taken out again.

    A space follows: what is typed next is a word of its own.
    """
    changed = without_field(text, offer.field) if offer.applied else with_filter(text, offer.field, offer.value)
    return f"{changed} " if changed else ""
