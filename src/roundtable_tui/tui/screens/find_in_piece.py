"""Finding words in the open piece, live while they are typed, and going from hit to hit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.finding import FindingScreen, Left
from roundtable_tui.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.model import Anchor
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.page.spots import Spot
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.searching.in_piece import FoundInPiece
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.find_bar import FindBar
    from roundtable_tui.tui.widgets.position_bar import PositionBar
    from roundtable_tui.tui.widgets.transcript_view import Marks


class FindInPiece(FindingScreen):
    """A reader that finds in what is open.

    Nothing here waits for an answer, and an answer to an earlier query is dropped. The keys of the next hit go on with
    whatever was looked for last: here, or in every back issue.
    """

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._find_bar: FindBar | None = None
        self._in_piece: FoundInPiece | None = None
        self._last_query: Query | None = None
        self._find_wanted: Query | None = None
        self._find_from: Left | None = None
        self._before_find: Callable[[], None] = lambda: None
        self._last_spot: tuple[Spot, Left] | None = None
        self._find_way_back: tuple[Left, Place] | None = None

    # The box

    def can_find_open(self) -> bool:
        """Return whether there is anything to find in."""
        return self.reading is not None

    async def do_find_open(self) -> None:
        """Open the box; what is typed there is found from what is being read on."""
        from roundtable_tui.tui.widgets.find_bar import FindBar

        if self.reading is None:
            return
        if self._find_bar is None:
            self.session.history.look_up()
            self.session.history.leave()
            self._find_from = Left(self.reading, self.view.top)
            self._before_find = partial(self._mark_again, self._in_piece, self.view.marks)
            self._find_wanted = None
            self._find_bar = FindBar(self.session.history)
            await self.mount(self._find_bar, before=self.status)
            self.status.display = False
        self.set_focus(self._find_bar.box)
        self.query_one(KeyBar).look_again()

    def _close_box(self) -> None:
        bar, self._find_bar = self._find_bar, None
        if bar is not None:
            self.status.display = True
            bar.remove()
            self.view.focus()

    @on(events.DescendantFocus)
    def _turned_to(self, event: events.DescendantFocus) -> None:
        """Read on at the hit where the reader turns to something else, with the mouse."""
        if self._find_bar is not None and self._find_bar not in event.widget.ancestors_with_self:
            self.on_find_bar_accepted()

    def on_find_bar_asked(self, event: FindBar.Asked) -> None:
        """Find what stands in the box."""
        from roundtable_tui.tui.searching.typed import parse_typed

        self.workers.cancel_group(self, "find")
        typed = parse_typed(event.text, event.caret)
        self._find_wanted = typed.query
        if typed.query:
            self._look_for(typed.query, self._show_live)
        else:
            self._restore()
        if typed.problem and self._find_bar is not None:
            self._find_bar.say(typed.problem, problem=True)
        elif not typed.query and self._find_bar is not None:
            self._find_bar.say("")

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to another hit while the box stays open."""
        if self._in_piece is not None and self._in_piece.query is self._find_wanted:
            self._in_piece.step(event.step)
            self._show_spot()

    def on_find_bar_accepted(self) -> None:
        """Read on at the hit; of the empty box, at the next hit of what was found last."""
        bar, origin = self._find_bar, self._find_from
        if bar is None:
            return
        again = self._last_query if not bar.box.value.strip() else None
        self._close_box()
        if again is not None:
            self._find_again(again, 1)
        elif self._find_wanted:
            self.session.history.keep(self._find_wanted.text)
            self._last_query, self.session.found = self._find_wanted, None
            self._left, self._hit_top = origin, None
            if self._in_piece is None or self._in_piece.query is self._find_wanted:
                self._say_found()
        self.follow()

    def on_find_bar_left(self) -> None:
        """Go back to where reading was, with what was marked there."""
        self.workers.cancel_group(self, "find")
        self._find_wanted = None
        self._restore()
        self._close_box()
        self.follow()

    def on_find_bar_widened(self) -> None:
        """Search every back issue for the same."""
        text = self._find_bar.box.value if self._find_bar is not None else ""
        self.on_find_bar_left()
        if text.strip():
            self.session.query = text
        self.do_search_open()

    def _restore(self) -> None:
        """Show the place and the marks that were there before the box was opened."""
        origin = self._find_from
        if origin is not None and origin.reading is self.reading:
            self._before_find()
            if self.view.top != origin.top:
                self.view.go(origin.top)

    def _mark_again(self, found: FoundInPiece | None, marks: Marks) -> None:
        self._in_piece = found
        self.view.mark(*marks)

    # Looking

    def _look_for(self, query: Query, arrived: Callable[[FoundInPiece], None]) -> None:
        """Find `query` in the open piece, in a thread, and tell `arrived`, twice where there is much to mark."""
        if self.reading is not None:
            turn = self.reading.stops.turn_at(self.view.top.block)
            if self._find_from is not None and self._find_bar is not None:
                turn = self.reading.stops.turn_at(self._find_from.top.block)
            work = partial(self._search_piece, query, self.reading, turn, arrived)
            self.run_worker(work, thread=True, exclusive=True, group="find")

    def _search_piece(self, query: Query, reading: Reading, turn: int, arrived: Callable[[FoundInPiece], None]) -> None:
        from roundtable_tui.search.first_hits import FirstHits
        from roundtable_tui.tui.page.spots import spots_of
        from roundtable_tui.tui.searching.in_piece import FoundInPiece

        worker = get_current_worker()

        def tell(hits: tuple[Hit, ...], before: int = 0, total: int | None = None) -> None:
            found = FoundInPiece(query, reading, spots_of(hits, reading.blocks, reading.stops), before, total)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._arrived, found, arrived)

        first = FirstHits(turn, lambda total, before, hits: tell(hits, before, total))
        hits = self.session.engine.search_piece(
            query, reading.transcript.id, cancelled=lambda: worker.is_cancelled, first=first
        )
        if not worker.is_cancelled:
            tell(hits)

    def _arrived(self, found: FoundInPiece, arrived: Callable[[FoundInPiece], None]) -> None:
        if is_open(self) and found.reading is self.reading and found.query is self._find_wanted:
            arrived(found)

    def _show_live(self, found: FoundInPiece) -> None:
        """Show what was found while the box is open, or just after it was closed."""
        before, origin = self._in_piece, self._find_from
        if not found.spots:
            self._restore()
            self._in_piece = found
            self._say_found()
            return
        self._in_piece = found
        if before is not None and before.query is found.query and before.spots:
            found.go_to(before.spot)
            found.wrapped = before.wrapped
        elif origin is not None:
            found.go_from(origin.top)
        self._show_spot()

    def _show_spot(self) -> None:
        """Bring the hit to a third of the height, with all hits marked, and say which it is."""
        found = self._in_piece
        if found is None or not found.spots:
            return
        spot = found.spot
        self.view.unfold(spot.block)  # what a lens hides is found, too
        self.view.mark(found.marks, spot.block, (spot.start, spot.end) if spot.end else None)
        self.view.go(Place(spot.block, spot.start), above=self.view.size.height // 3)
        self._find_way_back = None
        self._last_spot = spot, Left(found.reading, self.view.top)
        self._say_found()

    def _say_found(self) -> None:
        """Say which hit of how many is shown."""
        found = self._in_piece
        if found is None:
            return
        if self._find_bar is not None:
            self._find_bar.say(_wrapped_words(found) or _count_words(found))
            return
        if not found.spots:
            self.status.say(_("Nothing found for {query}").format(query=plain(found.query.text.strip())))
        elif found.wrapped:
            self.status.say(_wrapped_words(found))
        self.follow()

    def hit_words(self) -> str:
        """Return which hit of how many is shown, or nothing."""
        found = self._in_piece
        if found is None or not found.spots or found.reading is not self.reading:
            return super().hit_words()
        return f"{plain(found.query.text.strip())}: {_count_words(found)}"

    # Going on

    def _open_hit(self, hit: Hit | None) -> None:
        """Open a hit of every back issue, with which the keys go on from now."""
        if hit is not None:
            self._in_piece = self._last_query = self._find_wanted = self._find_way_back = None
        super()._open_hit(hit)

    def _mark(self, hits: tuple[Hit, ...], current: Hit) -> None:
        if self._in_piece is None and self._find_bar is None:
            super()._mark(hits, current)

    def can_hit_next(self) -> bool:
        """Return whether there was a search, here or in every back issue."""
        return self._last_query is not None or super().can_hit_next()

    can_hit_previous = can_hit_next

    def _step_hit(self, step: int) -> None:
        found = self._in_piece
        if self._last_query is None:
            super()._step_hit(step)
        elif found is not None and found.reading is self.reading and found.query is self._last_query and found.spots:
            found.step(step)
            self._show_spot()
        else:
            self._find_again(self._last_query, step)

    @property
    def last_words(self) -> str:
        """What was looked for last, here or in every back issue; nothing where that was nothing yet."""
        return self._last_query.text if self._last_query is not None else self.session.query

    def show_found(self, found: FoundInPiece) -> None:
        """Show what was found in the open piece; the keys of the next hit go on with it."""
        self._left, self._hit_top = Left(found.reading, self.view.top), None
        self._last_query = self._find_wanted = found.query
        self.session.found = None
        self._in_piece = found
        self._show_spot()

    def find_from(self, query: Query, place: Place) -> None:
        """Find `query` in the open piece, and go to the first hit from `place` on."""
        self._find_again(query, 1, place)

    def _find_again(self, query: Query, step: int, place: Place | None = None) -> None:
        """Find the same once more: marks were taken away, or another piece is open."""
        if self.reading is None:
            return
        if place is None:
            place = self._place_after_find() if step > 0 else self._place_before_find()
        origin = Left(self.reading, self.view.top)

        def arrived(found: FoundInPiece) -> None:
            if not found.complete:
                return
            self._in_piece = found
            if found.spots:
                found.go_from(place)
                if step < 0:
                    found.step(-1)
                self._left, self._hit_top = origin, None
                self._show_spot()
            else:
                self._say_found()

        self._last_query = self._find_wanted = query
        self.session.found = None
        self._look_for(query, arrived)

    def _place_after_find(self) -> Place:
        """Return where finding goes on: behind the hit shown last, unless reading went on from it."""
        spot = self._last_spot_here
        return self.view.reading_place() if spot is None else Place(spot.block, spot.start + 1)

    def _place_before_find(self) -> Place:
        """Return what finding backwards goes on from."""
        spot = self._last_spot_here
        return self.view.reading_place() if spot is None else Place(spot.block, spot.start)

    @property
    def _last_spot_here(self) -> Spot | None:
        """The hit shown last, if reading is still there."""
        if self._last_spot is None or self.reading is None:
            return None
        spot, shown = self._last_spot
        return spot if shown.reading is self.reading and shown.top == self.view.top else None

    def on_position_bar_mark_chosen(self, event: PositionBar.MarkChosen) -> None:
        """Go to the hit that was clicked in the bar."""
        from roundtable_tui.tui.page.spots import Spot

        place = self.view.page.at_share(event.share)
        found = self._in_piece
        if found is not None and found.reading is self.reading and found.spots:
            found.go_to(Spot(place.block, max(0, place.offset), 0))
            self._show_spot()
        else:
            self.view.go(place, above=self.view.size.height // 3)

    # Going back

    @property
    def way_back_offered(self) -> bool:
        """Return whether the way back is still on offer: nothing was read on since."""
        return self._find_way_back is not None and self.view.top == self._find_way_back[1]

    def leave_hits(self) -> None:
        """Take the marks of a find away and offer the way back, which the next Esc goes; else as after a search."""
        if self.way_back_offered and self._find_way_back is not None:
            origin, self._find_way_back = self._find_way_back[0], None
            if origin.reading is self.reading:
                self.view.go(origin.top)
            self.follow()
        elif self._in_piece is not None:
            self._in_piece = self._find_wanted = None
            self.workers.cancel_group(self, "find")
            self.view.mark({})
            left, self._left = self._left, None
            if left is not None and left.reading is self.reading and left.top != self.view.top:
                self._find_way_back = left, self.view.top
                self.status.say(_("Esc once more goes back to where reading was"))
            self.follow()
        else:
            super().leave_hits()


def _count_words(found: FoundInPiece) -> str:
    """Return which hit of how many is shown."""
    if not found.spots:
        return _("not found")
    return f"{found.number:,}/{found.total:,}{'' if found.complete else '+'}"


def _wrapped_words(found: FoundInPiece) -> str:
    """Return that the end of the piece was passed, or nothing."""
    if not found.wrapped or not found.spots:
        return ""
    words = _("from the end") if found.at == len(found.spots) - 1 and found.at else _("from the beginning again")
    return f"{_count_words(found)} {words}"
