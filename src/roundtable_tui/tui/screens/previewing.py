"""What stands around the hits: the turn before each, and beside the list the turns around the one under the cursor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.reading import Reading
from roundtable_tui.tui.screens.asking import AskingScreen
from roundtable_tui.tui.searching.found import place_of
from roundtable_tui.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.timer import Timer

    from roundtable_tui.search.engine import Spoken
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.searching.found import Place
    from roundtable_tui.tui.session import Session

PREVIEW_FROM = 120
"""A screen at least this many cells wide has room for the preview."""

FOLLOW_AFTER = 0.06
"""Seconds that the cursor stays on a hit before its piece is read: a key held down reads none on the way."""

READINGS = 8
"""Pieces that stay in memory for the preview."""


class PreviewingScreen(AskingScreen):
    """Fetches the turns before the hits in view, and shows the hit under the cursor in the preview, both by threads."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._said: dict[Place, Spoken | None] = {}
        self._readings: dict[str, Reading | None] = {}
        self._following: Timer | None = None

    @property
    def preview(self) -> Preview:
        """The preview, on the screen or not."""
        return self.query_one(Preview)

    def before(self, hit: Hit) -> Spoken | None:
        """Return the turn before `hit`, if it is known by now."""
        return self._said.get(place_of(hit))

    def forget_around(self) -> None:
        """Forget what was fetched: the files may have changed."""
        self._said.clear()
        self._readings.clear()

    def look_around(self) -> None:
        """Fetch what belongs to the hits on the screen and to the one under the cursor."""
        if not is_open(self):
            return
        missing = [hit for hit in self.listed.hits_in_view() if place_of(hit) not in self._said]
        if missing:
            self.run_worker(partial(self._fetch_before, missing), thread=True, exclusive=True, group="before")
        self._follow()

    def _fetch_before(self, hits: list[Hit]) -> None:
        """Ask, in a thread, for the turns before `hits`."""
        worker = get_current_worker()
        said: dict[Place, Spoken | None] = {}
        for hit in hits:
            if worker.is_cancelled:
                return
            said[place_of(hit)] = self.session.engine.before(hit)
        self.app.call_from_thread(self._was_said, said)

    def _was_said(self, said: dict[Place, Spoken | None]) -> None:
        if is_open(self):
            self._said |= said
            self.listed.refresh()

    # Preview

    def _follow(self) -> None:
        """Show the hit under the cursor in the preview, soon if its piece has to be read first."""
        if self._following is not None:
            self._following.stop()
        hit = self.listed.hit
        if self.app.size.width < PREVIEW_FROM:
            return
        if hit is None:
            self.preview.show_nothing()
        elif hit.piece.id in self._readings:
            self._preview_hit(hit, self._readings[hit.piece.id])
        else:
            self._following = self.set_timer(FOLLOW_AFTER, partial(self._read_soon, hit))

    def _read_soon(self, hit: Hit) -> None:
        self.run_worker(partial(self._read_piece, hit), thread=True, exclusive=True, group="preview")

    def _read_piece(self, hit: Hit) -> None:
        """Read the piece of `hit` in a thread."""
        worker = get_current_worker()
        reading = None
        try:
            transcript = (loaded := self.session.library.load(hit.piece.id, warnings=False)).transcript
            if transcript is not None and not worker.is_cancelled:
                colours = self.session.colours_of(transcript)
                reading = Reading(loaded, transcript, colours, self.session.titles)
        except (LookupError, OSError):
            pass  # gone since it was found; opening it says so
        if not worker.is_cancelled:
            self.app.call_from_thread(self._was_read, hit, reading)

    def _was_read(self, hit: Hit, reading: Reading | None) -> None:
        if not is_open(self):
            return
        while len(self._readings) >= READINGS:
            del self._readings[next(iter(self._readings))]
        self._readings[hit.piece.id] = reading
        if self.listed.hit == hit:
            self._preview_hit(hit, reading)

    def _preview_hit(self, hit: Hit, reading: Reading | None) -> None:
        if reading is None or self.found is None:
            self.preview.show_nothing()
        else:
            self.preview.show_hit(reading, hit, self.found.in_piece(hit.piece.id))
