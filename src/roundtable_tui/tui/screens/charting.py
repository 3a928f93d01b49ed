"""Looking at the open piece, and at the library, in charts, and going to what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.find_in_piece import FindInPiece

if TYPE_CHECKING:
    from roundtable_tui.tui.screens.charts import Choice


class ChartingScreen(FindInPiece):
    """A reader with charts."""

    def can_charts_open(self) -> bool:
        """Return whether there is anything to look at."""
        return self.reading is not None

    def do_charts_open(self) -> None:
        """See who speaks where, where a word occurs, and how often it is said issue by issue."""
        from roundtable_tui.tui.screens.charts import ChartsScreen

        if self.reading is not None:
            screen = ChartsScreen(self.session, self.reading, self.view.reading_place(), self.last_words)
            self.app.push_screen(screen, self._go_to_choice)

    def _go_to_choice(self, choice: Choice | None) -> None:
        """Go to what was chosen in a chart."""
        if choice is None or self.reading is None:
            return
        goal = choice.goal
        if goal.place is not None:
            self.view.go(self.view.page.start(goal.place.block) if goal.place.offset < 0 else goal.place)
        elif choice.found is not None and choice.found.reading is self.reading:
            self.show_found(choice.found)
        elif choice.query is not None and goal.piece and (goal.piece == self._open_id or self.open_piece(goal.piece)):
            turns = self.reading.stops.turns
            self.find_from(choice.query, Place(turns[0]) if turns else Place(0))
