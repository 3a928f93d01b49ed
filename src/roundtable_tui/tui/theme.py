"""The themes of the reader: a dark one, one like paper, and one of the terminal's own colours."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="roundtable-dark",
    primary="#7aa2f7",
    secondary="#9aa5ce",
    accent="#e0af68",
    foreground="#d5d9e8",
    background="#1a1b26",
    surface="#16161e",
    panel="#24283b",
    success="#9ece6a",
    warning="#e0af68",
    error="#f7768e",
    dark=True,
    variables={
        "quiet": "#8b93b5",
        "mark": "#e0af68",
        "mark-text": "#1a1b26",
        "mark-other": "#4d4437",
        "cursor": "#2f3549",
        "speaker-1": "#7dcfff",
        "speaker-2": "#9ece6a",
        "speaker-3": "#e0af68",
        "speaker-4": "#bb9af7",
        "speaker-5": "#f7768e",
        "speaker-6": "#73daca",
        "speaker-7": "#ff9e64",
        "speaker-8": "#a9b8e8",
        "speaker-9": "#d7d875",
        "speaker-10": "#f0a6d2",
        "speaker-11": "#8fb8ff",
        "speaker-12": "#d0b49f",
        "input-selection-background": "#3d59a1",
        "scrollbar": "#2f3549",
    },
)

PAPER = Theme(
    name="roundtable-paper",
    primary="#2f5fa5",
    secondary="#5f5b50",
    accent="#b35c00",
    foreground="#33312c",
    background="#faf6ea",
    surface="#f3eee0",
    panel="#e9e2cf",
    success="#48701f",
    warning="#9a5b00",
    error="#a8323e",
    dark=False,
    variables={
        "quiet": "#746e5f",
        "mark": "#f0b429",
        "mark-text": "#201d16",
        "mark-other": "#f3dfae",
        "cursor": "#e3dac2",
        "speaker-1": "#00678a",
        "speaker-2": "#48701f",
        "speaker-3": "#9a5b00",
        "speaker-4": "#7b3fa0",
        "speaker-5": "#a8323e",
        "speaker-6": "#00726a",
        "speaker-7": "#ad4a00",
        "speaker-8": "#45507a",
        "speaker-9": "#6b6500",
        "speaker-10": "#a02d78",
        "speaker-11": "#1f4fb8",
        "speaker-12": "#7a5236",
        "input-selection-background": "#c9d8f2",
        "scrollbar": "#d8cfb8",
    },
)

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

THEMES = (DARK, PAPER, TERMINAL)

SPEAKER_COLOURS = 12
"""How many speakers' colours each theme has."""


def speaker_css(widget: str, component: str) -> str:
    """Return the rules that give each component `component`-1, -2 … of `widget` a speaker's colour."""
    colours = range(1, SPEAKER_COLOURS + 1)
    return "\n".join(f"{widget} > .{component}-{colour} {{ color: $speaker-{colour}; }}" for colour in colours)
