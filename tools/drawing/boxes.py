"""Lines and blocks, drawn to the edges of their cells so that neighbours join; a font leaves gaps between rows."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageDraw

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels; right and bottom are outside."""

QUADRANTS = {
    "▖": "c", "▗": "d", "▘": "a", "▙": "acd", "▚": "ad", "▛": "abc", "▜": "abd", "▝": "b", "▞": "bc", "▟": "bcd",
}  # fmt: skip
"""The quarters that are filled: a b above, c d below."""
SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
ARMS = {"HORIZONTAL": "lr", "VERTICAL": "ud", "LEFT": "l", "RIGHT": "r", "UP": "u", "DOWN": "d"}
DASHES = {"DOUBLE": 2, "TRIPLE": 3, "QUADRUPLE": 4}


def boxes(character: str, cell: Box) -> list[Box] | None:
    """Return the rectangles that `character` fills in `cell`, or None where it is neither a line nor a block."""
    if "\u2580" <= character <= "\u259f":
        return _block(character, cell)
    if "\u2500" <= character <= "\u257f":
        return _line(character, cell)
    return None


def shade(character: str) -> float:
    """Return how much of the foreground `character` lets through where it fills: 1, or less for ░ ▒ ▓."""
    return SHADES.get(character, 1.0)


def fill(draw: ImageDraw.ImageDraw, rectangles: list[Box], colour: tuple[int, int, int]) -> None:
    """Fill `rectangles`."""
    for left, top, right, bottom in rectangles:
        if left < right and top < bottom:
            draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)


def _block(character: str, cell: Box) -> list[Box]:
    left, top, right, bottom = cell
    width, height = right - left, bottom - top
    code = ord(character)
    middle, half = left + width // 2, top + height // 2
    if character in QUADRANTS:
        quarters = {
            "a": (left, top, middle, half),
            "b": (middle, top, right, half),
            "c": (left, half, middle, bottom),
            "d": (middle, half, right, bottom),
        }
        return [quarters[quarter] for quarter in QUADRANTS[character]]
    if character == "▀":
        return [(left, top, right, half)]
    if character == "▄":
        return [(left, half, right, bottom)]
    if 0x2581 <= code <= 0x2588:
        return [(left, bottom - round(height * (code - 0x2580) / 8), right, bottom)]
    if 0x2589 <= code <= 0x258F:
        return [(left, top, left + max(1, round(width * (0x2590 - code) / 8)), bottom)]
    if character == "▐":
        return [(middle, top, right, bottom)]
    if character == "▔":
        return [(left, top, right, top + max(1, height // 8))]
    if character == "▕":
        return [(right - max(1, width // 8), top, right, bottom)]
    return [cell]


def _line(character: str, cell: Box) -> list[Box] | None:
    """Return the strokes of a line, which its name describes: BOX DRAWINGS LIGHT DOWN AND RIGHT."""
    words = unicodedata.name(character).removeprefix("BOX DRAWINGS ").split()
    if "DIAGONAL" in words or sum(word in ("LIGHT", "HEAVY", "SINGLE") for word in words) > 1 or "SINGLE" in words:
        return None
    pieces = DASHES[words[words.index("DASH") - 1]] if "DASH" in words else 1
    double = "DOUBLE" in words and pieces == 1
    thick = 3 if "HEAVY" in words else 1
    arms = {arm for word in words for arm in ARMS.get(word, "")}
    return [box for offset in ((-1, 1) if double else (0,)) for box in _strokes(arms, cell, thick, offset, pieces)]


def _strokes(arms: set[str], cell: Box, thick: int, offset: int, pieces: int) -> list[Box]:
    left, top, right, bottom = cell
    x, y = (left + right - thick) // 2 + offset, (top + bottom - thick) // 2 + offset
    strokes = []
    if arms & {"l", "r"}:
        begin, end = left if "l" in arms else x, right if "r" in arms else x + thick
        strokes += [(a, y, b, y + thick) for a, b in _dashes(begin, end, pieces)]
    if arms & {"u", "d"}:
        begin, end = top if "u" in arms else y, bottom if "d" in arms else y + thick
        strokes += [(x, a, x + thick, b) for a, b in _dashes(begin, end, pieces)]
    return strokes


def _dashes(begin: int, end: int, pieces: int) -> list[tuple[int, int]]:
    """Return `begin` to `end` in so many pieces, each with a gap after it."""
    if pieces == 1:
        return [(begin, end)]
    step = (end - begin) / pieces
    return [(begin + round(i * step), begin + round((i + 0.6) * step)) for i in range(pieces)]
