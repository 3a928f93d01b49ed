"""The dark theme."""

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
        "quiet": "#99a1c2",
        "dimmed": "#868dab",
        "mark": "#e0af68",
        "mark-text": "#1a1b26",
        "mark-other": "#4d4437",
        "cursor": "#2f3549",
        "input-selection-background": "#3d59a1",
        "scrollbar": "#2f3549",
        "speaker-1": "#16bece",
        "speaker-2": "#40b475",
        "speaker-3": "#df932e",
        "speaker-4": "#c784f0",
        "speaker-5": "#ff6e9b",
        "speaker-6": "#00fbdb",
        "speaker-7": "#ff9377",
        "speaker-8": "#b9c7ff",
        "speaker-9": "#b0ee73",
        "speaker-10": "#ffc6ed",
        "speaker-11": "#15a8ff",
        "speaker-12": "#f7dd9e",
    },
)
"""A dark ground, soft words."""
