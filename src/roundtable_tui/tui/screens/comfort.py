"""What makes long reading easier: nothing but the text, the width of its lines, and hints at first."""

from __future__ import annotations

from roundtable_tui.config.language import _
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.screens.opening import OpeningScreen

MEASURES = range(24, 161, 4)
"""The widths of text, in cells, that can be chosen."""


class ComfortScreen(OpeningScreen):
    """A reader that can show the text alone: its styles say what `-zen` leaves. `give_room` arranges the sidebar."""

    sidebar_wanted: bool | None = None
    """Whether the sidebar is to be shown; None leaves it to the room that there is."""

    _wanted_before_zen: bool | None = None

    def give_room(self, width: int | None = None) -> None:
        """Give the sidebar the room that there is in `width` cells, or in those of the screen."""

    # The text alone

    @property
    def zen(self) -> bool:
        """Whether there is nothing but the text."""
        return self.has_class("-zen")

    def do_zen_toggle(self) -> None:
        """Show the text alone, or everything again. What is said shows for a moment; a pane, while it is used."""
        if self.zen:
            self.remove_class("-zen")
            self.sidebar_wanted = self._wanted_before_zen
            self.status.say("")
        else:
            self.add_class("-zen")
            self._wanted_before_zen, self.sidebar_wanted = self.sidebar_wanted, None
            key = next(command.key for command in COMMANDS if command.id == "zen.toggle")
            self.status.say(_("The text alone; {key} brings the rest back").format(key=key))
        self.give_room()
        self.view.focus()

    # The measure

    def do_measure_wider(self) -> None:
        """Set longer lines."""
        self._set_measure(next((each for each in MEASURES if each > self.view.measure), MEASURES[-1]))

    def do_measure_narrower(self) -> None:
        """Set shorter lines, from what is really shown."""
        shown = min(self.view.measure, self.view.page.geometry.measure)
        self._set_measure(next((each for each in reversed(MEASURES) if each < shown), MEASURES[0]))

    def _set_measure(self, measure: int) -> None:
        self.view.set_measure(measure)
        self.session.keep_measure(measure)
        self.status.say(_("{cells} cells a line").format(cells=self.view.page.geometry.measure))

    # Hints

    def show_hints(self) -> None:
        """Show the hints that are left, where the status has room for them."""
        self.session.hints.begin()
        self.status.suggest([(command.key, _(command.description)) for command in self.session.hints.now()])
