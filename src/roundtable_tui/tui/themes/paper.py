"""The theme like paper."""

from __future__ import annotations

from textual.theme import Theme

PAPER = Theme(
    name="roundtable-paper",
    primary="#2a5796",
    secondary="#565247",
    accent="#944c00",
    foreground="#33312c",
    background="#faf6ea",
    surface="#f3eee0",
    panel="#e9e2cf",
    success="#3c6018",
    warning="#8a4f00",
    error="#a02c38",
    dark=False,
    variables={
        "quiet": "#625c4f",
        "dimmed": "#706a5c",
        "mark": "#f0b429",
        "mark-text": "#201d16",
        "mark-other": "#f3dfae",
        "cursor": "#e3dac2",
        "input-selection-background": "#c9d8f2",
        "scrollbar": "#d8cfb8",
        "speaker-1": "#045e89",
        "speaker-2": "#333800",
        "speaker-3": "#bf0400",
        "speaker-4": "#ab00a2",
        "speaker-5": "#b40e4d",
        "speaker-6": "#076456",
        "speaker-7": "#5f211b",
        "speaker-8": "#645789",
        "speaker-9": "#1b6b06",
        "speaker-10": "#5b1d48",
        "speaker-11": "#3318a2",
        "speaker-12": "#7b4c15",
    },
)
"""Ink on paper."""
