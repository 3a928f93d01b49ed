"""How the reader moves through the open piece: by line, screen, turn and section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from roundtable_tui.tui.command_target import CommandTarget
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.widgets.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.tui.reading import Reading


class MovingScreen(CommandTarget, Screen[None]):
    """A screen with a transcript to move in; `reading` is what is open."""

    reading: Reading | None = None

    @property
    def view(self) -> TranscriptView:
        """The transcript on the screen."""
        return self.query_one(TranscriptView)

    def do_line_down(self) -> None:
        """Scroll one line down."""
        self.view.move(1)

    def do_line_up(self) -> None:
        """Scroll one line up."""
        self.view.move(-1)

    def do_page_down(self) -> None:
        """Scroll one screen down; two lines stay, to be found again by the eye."""
        self.view.move(max(1, self.view.size.height - 2))

    def do_page_up(self) -> None:
        """Scroll one screen up."""
        self.view.move(-max(1, self.view.size.height - 2))

    def do_half_down(self) -> None:
        """Scroll half a screen down."""
        self.view.move(max(1, self.view.size.height // 2))

    def do_half_up(self) -> None:
        """Scroll half a screen up."""
        self.view.move(-max(1, self.view.size.height // 2))

    def do_piece_top(self) -> None:
        """Go to the top of the piece."""
        self.view.go(Place(0))

    def do_piece_end(self) -> None:
        """Go to the end of the piece."""
        self.view.go_to_end()

    def do_section_next(self) -> None:
        """Go to the next section."""
        self._jump_forward(self.reading.stops.sections if self.reading else ())

    def do_section_previous(self) -> None:
        """Go to the start of this section, or to the one before."""
        self._jump_back(self.reading.stops.sections if self.reading else ())

    def do_turn_next(self) -> None:
        """Go to the next turn."""
        self._jump_forward(self.reading.stops.turns if self.reading else ())

    def do_turn_previous(self) -> None:
        """Go to the start of this turn, or to the one before."""
        self._jump_back(self.reading.stops.turns if self.reading else ())

    def _jump_forward(self, blocks: Iterable[int]) -> None:
        top = self.view.place
        stops = (self.view.page.start(block) for block in blocks if block >= top.block)
        following = next((stop for stop in stops if stop > top), None)
        if following is not None:
            self.view.go(following)

    def _jump_back(self, blocks: Iterable[int]) -> None:
        top = self.view.place
        before = [block for block in blocks if block <= top.block]
        stops = [stop for stop in map(self.view.page.start, before[-2:]) if stop < top]
        self.view.go(stops[-1] if stops else Place(0))
