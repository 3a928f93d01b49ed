"""The themes for whoever tells few colours apart: chosen by simulating what they see.

Each pair of speakers is told apart by lightness, or along the one axis of colour that is left.
"""

from __future__ import annotations

from textual.theme import Theme

COLOUR_BLIND = Theme(
    name="roundtable-colour-blind",
    primary="#8ab4ff",
    secondary="#b3b9cc",
    accent="#f2d16b",
    foreground="#e4e6ef",
    background="#15161d",
    surface="#101117",
    panel="#22252f",
    success="#8ffedd",
    warning="#f2d16b",
    error="#ff9ecf",
    dark=True,
    variables={
        "quiet": "#a0a6ba",
        "dimmed": "#858b9f",
        "mark": "#f2d16b",
        "mark-text": "#15161d",
        "mark-other": "#494227",
        "cursor": "#2a2e3d",
        "input-selection-background": "#2f4d8f",
        "scrollbar": "#3a3f52",
        "speaker-1": "#36a7a1",
        "speaker-2": "#bac65a",
        "speaker-3": "#9c9c00",
        "speaker-4": "#f498ca",
        "speaker-5": "#fb639e",
        "speaker-6": "#8ffedd",
        "speaker-7": "#919c6c",
        "speaker-8": "#b7d7ff",
        "speaker-9": "#d3f615",
        "speaker-10": "#d8baa0",
        "speaker-11": "#8591fb",
        "speaker-12": "#f5eca6",
    },
)
"""A dark ground; speakers stay apart without red, without green or without blue, too."""

COLOUR_BLIND_LIGHT = Theme(
    name="roundtable-colour-blind-light",
    primary="#00539c",
    secondary="#4c4a45",
    accent="#7a4b00",
    foreground="#2a2925",
    background="#fbf9f2",
    surface="#f4f1e7",
    panel="#ebe6d8",
    success="#13533a",
    warning="#7a4b00",
    error="#8a1f4b",
    dark=False,
    variables={
        "quiet": "#585449",
        "dimmed": "#6a665b",
        "mark": "#f0c33c",
        "mark-text": "#1d1b16",
        "mark-other": "#f4e6b8",
        "cursor": "#e8e2d2",
        "input-selection-background": "#c3dbf5",
        "scrollbar": "#cfc7b3",
        "speaker-1": "#006899",
        "speaker-2": "#1d2c13",
        "speaker-3": "#530b33",
        "speaker-4": "#41006a",
        "speaker-5": "#8404fd",
        "speaker-6": "#13533a",
        "speaker-7": "#a72249",
        "speaker-8": "#4a4263",
        "speaker-9": "#5b6401",
        "speaker-10": "#755c70",
        "speaker-11": "#2f04bb",
        "speaker-12": "#454100",
    },
)
"""A light ground; speakers stay apart without red, without green or without blue, too."""
