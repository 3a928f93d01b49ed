"""Bars made of eighths of a cell, upright and lying; every amount above nothing shows."""

from __future__ import annotations

from roundtable_tui.text import cells

_UP = " ▁▂▃▄▅▆▇█"
_ALONG = " ▏▎▍▌▋▊▉█"
_PLAIN = " ..::oo##"
"""For terminals that draw such blocks over two cells."""


def eighths(amount: float, most: float, size: int) -> int:
    """Return how many eighths of `size` cells show `amount`, where all of them show `most`; 1 at least for something.

    Nothing is 0, and so is everything where `most` or `size` is nothing.
    """
    if amount <= 0 or most <= 0 or size <= 0:
        return 0
    return 8 * size if amount >= most else max(1, min(8 * size, round(8 * size * (amount / most))))


def upright(filled: int, height: int) -> list[str]:
    """Return a bar of so many eighths as `height` cells, from the top down."""
    return [_cell(_UP, filled - 8 * row) for row in reversed(range(height))]


def along(filled: int) -> str:
    """Return a bar of so many eighths from left to right, without blanks behind it."""
    return "".join(_cell(_ALONG, filled - 8 * cell) for cell in range((filled + 7) // 8))


def _cell(shapes: str, filled: int) -> str:
    level = max(0, min(8, filled))
    return cells.sign(shapes[level], _PLAIN[level])
