"""Searching from the reader, and going through the hits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.kept import found_again, kept_place
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.opening import OpeningScreen

if TYPE_CHECKING:
    from roundtable_tui.model import Anchor
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.searching.found import Found
    from roundtable_tui.tui.session import Session


class Left(NamedTuple):
    """What was being read, and its first line, when a hit was opened."""

    reading: Reading
    top: Place


class FindingScreen(OpeningScreen):
    """A reader that searches every back issue."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._left: Left | None = None
        self._hit_top: Place | None = None

    # Search

    def do_search_open(self) -> None:
        """Search every back issue."""
        from roundtable_tui.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.session), self._open_hit)

    def _open_hit(self, hit: Hit | None) -> None:
        """Open the turn of `hit` with its matches marked; None leaves everything as it is."""
        if hit is None:
            return
        from roundtable_tui.tui.searching.found import WHOLE

        left = self._left if self.view.marked else None
        if left is None and self.reading is not None:
            left = Left(self.reading, self.view.top)
        if hit.piece.id != self._open_id and not self.open_piece(hit.piece.id):
            return
        self._show_hit(hit)
        self._left, self._hit_top = left, self.view.top
        found = self.session.found
        if found is not None:
            find = partial(self._mark_all, found.results.query, hit)
            self.run_worker(find, thread=True, exclusive=True, group="marks")
            if not found.all_here and len(found.hits) < WHOLE:
                self._fetch_more(found, 0)

    def _show_hit(self, hit: Hit) -> None:
        """Bring `hit` to a third of the height and mark it."""
        from roundtable_tui.tui.page.marks import marks_of, shown_at

        if self.reading is None:
            return
        blocks, stops = self.reading.blocks, self.reading.stops
        found = shown_at(hit, blocks, stops)
        if found is None:
            self.status.say(_("These words are no longer in the file."))
            return
        self.view.mark(marks_of([hit], blocks, stops), found.block)
        self.view.go(Place(found.block, found.offset), above=self.view.size.height // 3)
        self.view.focus()

    def leave_hits(self) -> None:
        """Remove the marks; go back to the line where reading was before, unless it went on from the hit."""
        left, self._left = self._left, None
        self.view.mark({})
        self.session.found = None
        if left is not None and self.view.top == self._hit_top:
            piece = left.reading.transcript.id
            if (piece == self._open_id or self.open_piece(piece)) and self.reading is not None:
                same = self.reading.transcript == left.reading.transcript
                self.view.go(left.top if same else found_again(self.reading, kept_place(left.reading, left.top)))
        self.follow()

    def _mark_all(self, query: Query, hit: Hit) -> None:
        """Find, in a thread, every other match in the open piece and mark it too."""
        hits = self.session.engine.search_piece(query, hit.piece.id)
        self.app.call_from_thread(self._mark, hits, hit)

    def _mark(self, hits: tuple[Hit, ...], current: Hit) -> None:
        from roundtable_tui.tui.page.marks import marks_of, shown_at

        if self.reading is None or self._open_id != current.piece.id or not is_open(self):
            return
        blocks, stops = self.reading.blocks, self.reading.stops
        found = shown_at(current, blocks, stops)
        self.view.mark(marks_of([*hits, current], blocks, stops), found.block if found else None)
        self.follow()

    def follow(self) -> None:
        """Let the panes follow."""

    def hit_words(self) -> str:
        """Return which hit of how many is shown, or nothing."""
        found = self.session.found
        if found is None or not found.hits:
            return ""
        total = f"{found.results.total}" if found.results.complete else f"{found.results.total}+"
        return _("{query}: hit {number} of {total}").format(
            query=plain(found.results.query.text.strip()), number=self.session.hit_number + 1, total=total
        )

    def can_hit_next(self) -> bool:
        """Return whether there was a search."""
        return self.session.found is not None and bool(self.session.found.hits)

    can_hit_previous = can_hit_next

    def do_hit_next(self) -> None:
        """Go to the next hit of the last search, in the order of its list."""
        self._step_hit(1)

    def do_hit_previous(self) -> None:
        """Go to the hit before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        found = self.session.found
        hit = self.session.step_hit(step)
        if hit is not None:
            self.status.say("")
            self._open_hit(hit)
        elif step > 0 and found is not None and not found.all_here:
            self._fetch_more(found, step)
        else:
            self.status.say(_("That was the last hit.") if step > 0 else _("That was the first hit."))

    def _fetch_more(self, found: Found, step: int) -> None:
        """Fetch, in a thread, hits of the last search that were not fetched yet; then go `step` hits on."""
        if step:
            self.status.say(_("Searching…"))
        work = partial(self._search_more, found, step)
        self.run_worker(work, thread=True, exclusive=True, group="more")

    def _search_more(self, found: Found, step: int) -> None:
        from roundtable_tui.tui.searching.found import WHOLE, Found

        worker = get_current_worker()
        limit = max(WHOLE, 10 * len(found.hits))
        results = self.session.engine.search(
            found.results.query, limit=limit, order=found.order, cancelled=lambda: worker.is_cancelled
        )
        if not worker.is_cancelled and not results.stopped:
            self.app.call_from_thread(self._found_more, found, Found(results, found.order), step)

    def _found_more(self, before: Found, found: Found, step: int) -> None:
        if not is_open(self) or self.session.found is not before:
            return
        more = len(found.hits) > len(before.hits)
        self.session.found_more(found)
        self.status.say("")
        self.follow()
        if step and more:
            self._step_hit(step)
        elif step:
            self.status.say(_("That was the last hit."))
