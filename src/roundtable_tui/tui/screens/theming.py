"""How the reader's colours are changed, and kept for the next time."""

from __future__ import annotations

from roundtable_tui.config.language import _
from roundtable_tui.tui.screens.finding import FindingScreen
from roundtable_tui.tui.theme import BY_NAME, NAME_OF


class ThemingScreen(FindingScreen):
    """A reader whose theme can be changed."""

    def do_app_theme(self) -> None:
        """Go on to the next theme."""
        names = list(BY_NAME)
        self._take_theme(names[(names.index(NAME_OF[self.app.theme]) + 1) % len(names)])

    def do_theme_choose(self) -> None:
        """Choose a theme from a list that shows each."""
        from roundtable_tui.tui.screens.themes import ThemesScreen

        self.app.push_screen(ThemesScreen(), self._chosen_theme)

    def _chosen_theme(self, name: str | None) -> None:
        if name is not None:
            self._take_theme(name)

    def _take_theme(self, name: str) -> None:
        """Show the theme called `name` from now on, also the next time unless the settings name another."""
        self.app.theme = BY_NAME[name].name
        self.session.keep_theme(name)
        words = _("Theme: {name}").format(name=name)
        if self.session.settings.theme not in ("", name):
            words += "  " + _("(the settings begin with {name})").format(name=self.session.settings.theme)
        self.status.say(words)
