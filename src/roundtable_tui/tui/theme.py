"""The themes of the reader, by the names that readers know them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.themes import THEME_NAMES
from roundtable_tui.tui.themes.colour_blind import COLOUR_BLIND, COLOUR_BLIND_LIGHT
from roundtable_tui.tui.themes.dark import DARK
from roundtable_tui.tui.themes.high_contrast import HIGH_CONTRAST, HIGH_CONTRAST_LIGHT
from roundtable_tui.tui.themes.paper import PAPER
from roundtable_tui.tui.themes.terminal import TERMINAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme

THEMES = (DARK, PAPER, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, COLOUR_BLIND, COLOUR_BLIND_LIGHT, TERMINAL)
"""All themes, in the order of `THEME_NAMES`."""

BY_NAME: Mapping[str, Theme] = dict(zip(THEME_NAMES, THEMES, strict=True))
"""The themes by the names that settings and lists know them by."""

NAME_OF: Mapping[str, str] = {theme.name: name for name, theme in BY_NAME.items()}
"""The name of each theme by the one that Textual knows it by."""

SPEAKER_COLOURS = 12
"""How many speakers' colours each theme has."""


def first_theme(configured: str, kept: str, *, few_colours: bool) -> str:
    """Return the name of the theme to begin with.

    What the settings name comes first, else what was chosen while reading the last time. A terminal of sixteen colours
    is given its own unless the settings say otherwise: the others would be rounded until words are as dark as their
    ground.
    """
    if configured in BY_NAME:
        return configured
    if few_colours:
        return "terminal"
    return kept if kept in BY_NAME else "dark"


def has_shapes(theme: str) -> bool:
    """Return whether speakers are told apart by the shape of a bar, too, in the theme that Textual calls so."""
    return theme in (COLOUR_BLIND.name, COLOUR_BLIND_LIGHT.name, TERMINAL.name)


def speaker_css(widget: str, component: str) -> str:
    """Return the rules that give each component `component`-1, -2 … of `widget` a speaker's colour."""
    colours = range(1, SPEAKER_COLOURS + 1)
    return "\n".join(f"{widget} > .{component}-{colour} {{ color: $speaker-{colour}; }}" for colour in colours)
