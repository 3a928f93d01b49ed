"""The names of the themes; what they look like is a matter of the reader."""

THEME_NAMES = (
    "dark",
    "paper",
    "high-contrast",
    "high-contrast-light",
    "colour-blind",
    "colour-blind-light",
    "terminal",
)
"""The names, in the order that a key goes through them."""
