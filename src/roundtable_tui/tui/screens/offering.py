"""What is offered while a query is typed: filters with counts, a speaker's turns, and ways out of finding nothing."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from roundtable_tui.search.query import Query, QueryError, parse_query
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.screens.previewing import PreviewingScreen
from roundtable_tui.tui.searching.editing import without
from roundtable_tui.tui.searching.found import WHOLE
from roundtable_tui.tui.searching.offers import Row, applied_to, completions, heard_first, names_in, rows_of
from roundtable_tui.tui.searching.suggestions import relaxed, speakers
from roundtable_tui.tui.widgets.offer_bar import OfferBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.tui.searching.editing import Written
    from roundtable_tui.tui.searching.found import Found
    from roundtable_tui.tui.searching.offers import Offer
    from roundtable_tui.tui.searching.suggestions import Suggestion
    from roundtable_tui.tui.session import Session


COUNT_SECONDS = 0.3
"""What counting for each name of a field may take together."""


class About(NamedTuple):
    """What was found out about a query: filters to offer, speakers it names, and what would find something."""

    rows: tuple[Row, ...] = ()
    speakers: tuple[Suggestion, ...] = ()
    relaxed: tuple[Suggestion, ...] = ()


class OfferingScreen(PreviewingScreen):
    """Offers filters in a bar, and other queries in the list."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.about = About()

    @property
    def offers(self) -> OfferBar:
        """The bar of filters."""
        return self.query_one(OfferBar)

    def settled(self) -> None:
        """Find out what can be offered."""
        work = partial(self._find_out, self.box.value, self.query_now, self.typed, self.found)
        self.run_worker(work, thread=True, exclusive=True, group="about")

    def _find_out(self, text: str, query: Query | None, typed: Written | None, found: Found | None) -> None:
        """Ask the engine in a thread."""
        worker = get_current_worker()
        about = self._about(text, query, typed, found, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found_out, text, about)

    def _about(
        self, text: str, query: Query | None, typed: Written | None, found: Found | None, cancelled: Callable[[], bool]
    ) -> About:
        engine = self.session.engine
        row = self._completions(text, typed, query, cancelled) if typed is not None else None
        rows: tuple[Row, ...] = (row,) if row is not None else ()
        if not query or found is None:
            return About(rows)
        rows = rows or rows_of(text, engine.tally(query, cancelled))
        if not found.results.total:
            return About(rows, (), tuple(relaxed(engine, query, cancelled)))
        return About(rows, tuple(speakers(engine, query, found.results.hits, cancelled)))

    def _completions(self, text: str, typed: Written, query: Query | None, cancelled: Callable[[], bool]) -> Row | None:
        """Return what may follow the name of the field that is being typed, counted without that filter.

        None where nothing may, or nothing but what is there.
        """
        engine = self.session.engine
        try:
            base = parse_query(without(text, typed))
        except QueryError:
            base = Query("")
        if base:
            hits = engine.search(base, limit=WHOLE, cancelled=cancelled).hits
            row = completions(typed.field, typed.value, engine.tally(base, cancelled), hits)
        else:
            row = self._with_counts(names_in(typed.field, typed.value, self.session.entries), cancelled)
            if typed.field == "speaker" and query:
                row = heard_first(engine.tally(query, cancelled), row)
        return row if [offer.value for offer in row.offers] not in ([], [typed.value]) else None

    def _with_counts(self, row: Row, cancelled: Callable[[], bool]) -> Row:
        """Return `row` with how many hits each of its first offers alone leaves, as far as that is found in time."""
        offers = []
        until = monotonic() + COUNT_SECONDS
        for offer in row.offers:
            left = until - monotonic()
            if left > 0 and not cancelled():
                query = parse_query(applied_to("", offer))
                found = self.session.engine.search(query, limit=0, within=left, cancelled=cancelled)
                offer = offer._replace(leaves=found.total if found.complete and not found.stopped else None)
            offers.append(offer)
        return Row(row.field, tuple(offers))

    def _found_out(self, text: str, about: About) -> None:
        if is_open(self) and text == self.box.value:
            self.about = about
            self.offers.show(about.rows)
            self.show_about(about)

    def show_about(self, about: About) -> None:
        """Show what else was found out."""
        raise NotImplementedError

    # Choosing a filter

    def can_search_offer(self) -> bool:
        """Return whether anything is offered."""
        return bool(self.offers.rows)

    def do_search_offer(self) -> None:
        """Go to the next filter on offer."""
        self.offers.step(1)

    def can_search_offer_back(self) -> bool:
        """Return whether there are filters before: Shift+Tab and the left arrow go back among them."""
        return bool(self.offers.rows)

    def do_search_offer_back(self) -> None:
        """Go to the filter before."""
        self.offers.step(-1)

    def apply(self, offer: Offer) -> None:
        """Put `offer` into the query, or take it out."""
        self.offers.choose(None)
        self.box.replace_value(applied_to(self.box.value, offer))

    def on_offer_bar_applied(self, event: OfferBar.Applied) -> None:
        """Apply the filter that was clicked."""
        self.apply(event.offer)
