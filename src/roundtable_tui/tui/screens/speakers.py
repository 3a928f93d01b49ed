"""The way to a speaker's page, from the text and from the list of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.screens.lens import LensScreen

if TYPE_CHECKING:
    from roundtable_tui.model import Person
    from roundtable_tui.tui.widgets.cast_pane import CastPane


class SpeakersScreen(LensScreen):
    """A reader that shows the page of a speaker."""

    def can_speaker_page(self) -> bool:
        """Return whether anybody speaks in the piece."""
        return self.can_speaker_next()

    def do_speaker_page(self) -> None:
        """Show the page of the speaker who is looked at, or whose turn is being read."""
        person = self.lens or self.speaker_read()
        if person is not None:
            self._show_page(person)

    def on_cast_pane_page_asked(self, event: CastPane.PageAsked) -> None:
        """Show the page of somebody in the list."""
        self._show_page(event.person)

    def _show_page(self, person: Person) -> None:
        from roundtable_tui.tui.screens.speaker import SpeakerScreen

        self.app.push_screen(SpeakerScreen(self.session, person, self.name_of(person)), self._open_hit)
