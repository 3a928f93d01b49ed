"""The theme of the terminal's own sixteen colours."""

from __future__ import annotations

from textual.theme import Theme

TERMINAL = Theme(
    name="roundtable-terminal",
    ansi=True,
    # Nobody knows what these look like, or on which ground: words keep the terminal's own colour, and what is coloured
    # can be read without it.
    primary="ansi_magenta",
    secondary="ansi_default",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    success="ansi_green",
    warning="ansi_red",
    error="ansi_red",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "quiet": "ansi_default",
        "dimmed": "ansi_default",
        "mark": "ansi_yellow",
        "mark-text": "ansi_black",
        "mark-other": "ansi_default",
        "cursor": "ansi_default",
        "speaker-1": "ansi_cyan",
        "speaker-2": "ansi_green",
        "speaker-3": "ansi_yellow",
        "speaker-4": "ansi_magenta",
        "speaker-5": "ansi_red",
        "speaker-6": "ansi_blue",
        "speaker-7": "ansi_bright_cyan",
        "speaker-8": "ansi_bright_green",
        "speaker-9": "ansi_bright_yellow",
        "speaker-10": "ansi_bright_magenta",
        "speaker-11": "ansi_bright_red",
        "speaker-12": "ansi_bright_blue",
        "input-selection-background": "ansi_yellow",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_default",
    },
)
"""For terminals of 16 colours, where the others would be rounded until some words are as dark as their ground."""
