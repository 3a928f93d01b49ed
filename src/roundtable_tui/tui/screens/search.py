"""The search: one box over every back issue, with results as you type."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical

from roundtable_tui.config.language import _
from roundtable_tui.search.hit import Hit
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.screens.offering import About, OfferingScreen
from roundtable_tui.tui.screens.previewing import PREVIEW_FROM
from roundtable_tui.tui.searching.found import hits_counted
from roundtable_tui.tui.searching.suggestions import Suggestion
from roundtable_tui.tui.widgets.hit_list import HitList, Item, More
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.offer_bar import OfferBar
from roundtable_tui.tui.widgets.preview import Preview
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from roundtable_tui.model import Person
    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.searching.found import Found
    from roundtable_tui.tui.searching.offers import Offer
    from roundtable_tui.tui.session import Session

FULL_BELOW = 100
"""A screen narrower than this is the search's alone, without a frame."""

AGAIN_AFTER = 1.0
"""Seconds between two searches for the same while more and more is being read."""

KEEP_AFTER = 3.0
"""Seconds that a query rests before it is kept among the earlier ones."""


class SearchScreen(OfferingScreen):
    """Asks for a query and returns the hit that was chosen, or None."""

    app: RoundtableApp

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SearchScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 94%; max-width: 130; height: 90%; background: $background; border: round $primary;
            border-title-color: $primary; padding: 0 1; }
        & Horizontal { height: 1fr; }
        & HitList { width: 1fr; height: 1fr; }
        & Preview { width: 45%; height: 1fr; display: none; }
    }
    SearchScreen.-narrow > Vertical { width: 100%; height: 100%; border: none; }
    SearchScreen.-wide > Vertical { width: 98%; height: 94%; max-width: 220; }
    SearchScreen.-wide Preview { display: block; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._wanted = False
        self._best: Hit | None = None
        self._browsing = False
        self._keeping: Timer | None = None
        self._asked_again = 0.0

    def compose(self) -> ComposeResult:
        """Compose the box, the count, the filters, the hits and the keys."""
        with Vertical():
            yield QueryInput(self.session.query, placeholder=_('words, "a phrase", -without, speaker:name'), id="query")
            yield StatusLine(id="count")
            yield OfferBar(id="offers")
            with Horizontal():
                yield HitList(self.before, id="hits")
                yield Preview(self.session.measure, id="preview")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the last search again, its query selected so that typing replaces it."""
        self._arrange(self.app.size.width)
        self.query_one(Vertical).border_title = _("Search every back issue")
        self.session.history.look_up()
        self.session.indexing.listener = self._indexed
        self.session.indexing.start_once(self.app)
        box = self.box
        box.passes = self._passes
        box.focus()
        box.action_select_all()
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Hear no more of the indexing."""
        if self.session.indexing.listener == self._indexed:
            self.session.indexing.listener = None

    def _begin(self) -> None:
        """Show what was found last, unless something else has been typed by now."""
        last = self.session.found
        if last is not None and self.box.value == last.results.query.text:
            self.order = last.order
            self.found = last
            self._show(last, last.hits[self.session.hit_number] if last.hits else None)
        self.ask(self.box.value)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room that there is."""
        self._arrange(event.size.width)
        self.call_after_refresh(self.look_around)

    def _arrange(self, width: int) -> None:
        self.set_class(width < FULL_BELOW, "-narrow")
        self.set_class(width >= PREVIEW_FROM, "-wide")

    def on_input_changed(self, event: QueryInput.Changed) -> None:
        """Search for what stands in the box now."""
        if not self.is_mounted or event.value == self.asked:
            return
        self._wanted = False
        if not self._browsing:
            self.session.history.leave()
        self._browsing = False
        self.offers.choose(None)
        self.ask(event.value)
        self._keep_soon()

    # Answers

    def show_found(self, found: Found, *, same: bool) -> None:
        """Show `found`, with the cursor where it was if the query is the same; open the hit that is waited for."""
        # The cursor goes with the best hit until it is moved.
        moved = same and self.listed.item != self._best
        self._show(found, self.listed.item if moved else None, keep_about=same)
        if self._wanted and found.results.complete and not self._may_come:
            self._wanted = False
            self._choose()
            self.app.release_keys()

    def _show(self, found: Found, chosen: Item | None, *, keep_about: bool = False) -> None:
        if not keep_about:
            self.about = About()
        self._best = found.hits[0] if found.hits else None
        if found.hits:
            self.listed.show_found(found, chosen, above=self.about.speakers)
        else:
            self.listed.show_others(_("These find something:"), self.about.relaxed, chosen)
        self._say()
        self.query_one(KeyBar).look_again()
        self.call_after_refresh(self.look_around)

    def show_about(self, about: About) -> None:
        """Show the turns of a speaker who is named, and ways out where nothing was found."""
        if self.found is not None and self.query_now and (about.speakers or about.relaxed):
            self._show(self.found, self.listed.item, keep_about=True)
        self.query_one(KeyBar).look_again()
        self._fetch_at_end()

    def show_nothing(self) -> None:
        """Show earlier searches."""
        self.about = About()
        self.offers.show(())
        earlier = [Suggestion(query, query, earlier=True) for query in self.session.history.queries]
        self.listed.show_others(_("Earlier searches"), earlier if not self.box.value.strip() else [])
        self._say()
        self.query_one(KeyBar).look_again()
        self.call_after_refresh(self.look_around)

    def show_error(self) -> None:
        """Say why the query cannot be understood; the hits of the one before stay."""
        self._say()

    def _say(self) -> None:
        """Say how much was found, how far the indexing is, and which hit the cursor is on."""
        self.query_one("#count", StatusLine).show("  ".join(filter(None, self._count_words())), self._order_words())

    def _count_words(self) -> tuple[str, ...]:
        found, indexing = self.found, self.session.indexing
        if self.problem:
            return (self.problem,)
        if found is None:
            return (self._indexing_words(),)
        results = found.results
        words = _("{hits} hits in {pieces} pieces").format(hits=results.total, pieces=len(found.groups))
        if len(found.groups) == 1:
            words = _("{hits} in one piece").format(hits=hits_counted(results.total))
        if not results.complete:
            words = _("{hits} hits or more").format(hits=results.total)
        elif results.total > len(found.hits):
            words = _("{hits} hits, the first {shown} shown").format(hits=results.total, shown=len(found.hits))
        if not results.total and (indexing.running or not results.complete):
            words = _("Searching…")
        elif not results.total:
            words = _("Nothing found for {query}").format(query=plain(results.query.text.strip()))
        return words, self._indexing_words()

    def _indexing_words(self) -> str:
        """Return how far the indexing is, or why it could not be done; nothing once it is done."""
        indexing = self.session.indexing
        if indexing.failure:
            return _("The library cannot be read: {reason}").format(reason=plain(indexing.failure))
        if indexing.progress is not None:
            done, total, stage = indexing.progress
            words = {"text": _("reading the files"), "readings": _("reading how words sound")}.get(stage, stage)
            return f"{plain(words)}: {done}/{total}"
        results = self.found.results if self.found is not None else None
        if indexing.running and results is not None and results.searched < results.pieces:
            return _("reading {done} of {all} pieces").format(done=results.searched, all=results.pieces)
        return ""

    def _order_words(self) -> str:
        place = self.session.history.place
        if place is not None:
            return _("earlier search {number} of {count}").format(number=place[0], count=place[1])
        order = _("by date") if self.order == "date" else _("by relevance")
        hit = self.listed.hit
        number = self.found.number_of(hit) if self.found is not None and hit is not None else None
        return order if number is None else f"{number + 1}/{self.found.results.total}  {order}" if self.found else order

    def _indexed(self) -> None:
        """Say how far the indexing is, and search again when there is more to find."""
        if not is_open(self):
            return
        indexing = self.session.indexing
        reading = indexing.running and indexing.progress is not None and indexing.progress[2] == "readings"
        self._say()
        if not indexing.running:
            self.forget_around()
            self.ask_again()
        elif monotonic() - self._asked_again >= AGAIN_AFTER and not (reading and self.found and self.found.hits):
            self._asked_again = monotonic()
            self.ask_again()

    # Earlier searches

    def _keep_soon(self) -> None:
        """Keep the query once it has rested."""
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def _keep(self) -> None:
        if self.found is not None and self.found.hits and self.up_to_date and self.query_now:
            self.session.history.keep(self.box.value)

    def _recall(self, text: str | None) -> bool:
        """Put an earlier query into the box; return whether there is one."""
        if text is None:
            return False
        self._browsing = True
        self.box.replace_value(text)
        return True

    # Commands

    def _passes(self, action: str) -> bool:
        """Say which keys of the box mean something else now."""
        if self.offers.chosen is not None:
            return action in ("cursor_left", "cursor_right")
        return action == "cursor_right" and self.box.at_end

    def do_search_down(self) -> None:
        """Go to the next hit; among filters a line down, among earlier searches to the newer one."""
        if self.offers.chosen is not None:
            if not self.offers.step_row(1):
                self.offers.choose(None)
        elif not (self.session.history.place and self._recall(self.session.history.newer())):
            self.session.history.leave()
            self.listed.move_cursor(1)
            self._say()

    def do_search_up(self) -> None:
        """Go to the hit before; from the first one to earlier searches; among filters a line up."""
        history = self.session.history
        if self.offers.chosen is not None:
            if not self.offers.step_row(-1):
                self.offers.choose(None)
        elif history.place is not None or self.listed.at_first():
            self._recall(history.older(self.box.value))
        else:
            self.listed.move_cursor(-1)

    def do_search_page_down(self) -> None:
        """Go a screen of hits down."""
        self.listed.do_list_page_down()

    def do_search_page_up(self) -> None:
        """Go a screen of hits up."""
        self.listed.do_list_page_up()

    def do_search_order(self) -> None:
        """Change between relevance and date."""
        self.order = "date" if self.order == "relevance" else "relevance"
        self.ask(self.box.value)
        self._say()

    def can_search_count(self) -> bool:
        """Return whether there is anything to count or to export."""
        return self.query_now is not None and self.found is not None and bool(self.found.hits)

    can_search_export = can_search_count

    def do_search_count(self) -> None:
        """Show who says it most, and where, in numbers."""
        from roundtable_tui.tui.screens.counting import CountingScreen

        if self.query_now:
            self.app.push_screen(CountingScreen(self.session, self.query_now), self._counted)

    def _counted(self, offer: Offer | None) -> None:
        if offer is not None:
            self.apply(offer)

    def do_search_export(self) -> None:
        """Export the hits as a list of citations."""
        from roundtable_tui.tui.screens.citing import CitingScreen

        if self.query_now:
            self.app.push_screen(CitingScreen(self.session, self.query_now, self.order), self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.session.history.keep(self.box.value)
            self.query_one("#count", StatusLine).show(_("Exported to {path}").format(path=plain(str(path))))

    def can_search_unfold(self) -> bool:
        """Return whether the piece under the cursor has hits that are not listed, or a filter can be gone on to."""
        return self.offers.chosen is not None or self._folded() is not None

    def do_search_unfold(self) -> None:
        """List every hit in the piece under the cursor; among filters, go to the next one."""
        if self.offers.chosen is not None:
            self.offers.step(1)
        elif (piece := self._folded()) is not None:
            self._unfold(piece)

    def _folded(self) -> str | None:
        """The piece under the cursor, if not all of its hits are listed."""
        item = self.listed.item
        piece = item.piece if isinstance(item, More) else item.piece.id if isinstance(item, Hit) else None
        if piece is None or self.found is None or piece in self.found.unfolded:
            return None
        return piece if any(isinstance(each, More) and each.piece == piece for each in self.listed.items) else None

    def _unfold(self, piece: str) -> None:
        """List every hit of `piece`; the cursor stays, or goes to the first one that was not listed."""
        if self.found is None:
            return
        hit = self.listed.hit or self.found.in_piece(piece)[-self._hidden(piece)]
        self.found.unfolded.add(piece)
        self._show(self.found, hit, keep_about=True)

    def _hidden(self, piece: str) -> int:
        return next(each.hidden for each in self.listed.items if isinstance(each, More) and each.piece == piece)

    def do_search_choose(self) -> None:
        """Open the hit under the cursor; where the best one is still looked for, as soon as it is found."""
        if self.offers.offer is not None:
            self.apply(self.offers.offer)
        elif not self.query_now or (self.up_to_date and not self._may_come and self._is_chosen):
            self._choose()
        else:
            self._wanted = True
            self.app.hold_keys()
            self.hurry()

    @property
    def _is_chosen(self) -> bool:
        """Whether the row under the cursor is meant: the best hit of half an answer may not be the best."""
        return self.found is None or self.found.results.complete or self.listed.item != self._best

    @property
    def _may_come(self) -> bool:
        """Whether nothing is found yet and what is being read now may still hold it."""
        return self.session.indexing.running and self.found is not None and not self.found.hits

    def _choose(self) -> None:
        """Do what the row under the cursor is for."""
        item = self.listed.item
        if isinstance(item, Suggestion) and item.person is not None:
            self._open_page(item.person)
        elif isinstance(item, Suggestion):
            self.box.replace_value(item.text)
        elif isinstance(item, More):
            self._unfold(item.piece)
        elif isinstance(item, Hit) and self.found is not None and self.up_to_date:
            self.session.query = self.box.value
            self.session.found = self.found
            self.session.hit_number = self.found.number_of(item) or 0
            self.session.history.keep(self.box.value)
            self.dismiss(item)

    def _open_page(self, person: Person) -> None:
        """Show the page of `person`, and open the turn that is chosen there."""
        from roundtable_tui.tui.screens.speaker import SpeakerScreen

        self.session.history.keep(self.box.value)
        self.app.push_screen(SpeakerScreen(self.session, person, person.name), self._come_back)

    def _come_back(self, hit: Hit | None) -> None:
        """Open what was chosen on a speaker's page."""
        if hit is not None:
            self.session.query = self.box.value
            self.dismiss(hit)

    def do_search_close(self) -> None:
        """Return without a hit; from the filters, to the box."""
        if self.offers.chosen is not None:
            self.offers.choose(None)
        else:
            self.dismiss(None)

    def on_row_list_highlighted(self) -> None:
        """Let the preview follow, and fetch more hits at the end of those that are there."""
        self._say()
        self.query_one(KeyBar).look_again()
        self.call_after_refresh(self.look_around)
        self._fetch_at_end()

    def _fetch_at_end(self) -> None:
        """Fetch more hits where the cursor is on the last one."""
        if self.listed.cursor >= len(self.listed.items) - 1:
            self.fetch_more()

    def on_row_list_chosen(self) -> None:
        """Open a hit that was clicked."""
        self._choose()

    def on_preview_opened(self) -> None:
        """Open the hit that the preview shows."""
        self._choose()
