#!/usr/bin/env python3
"""Draw `transcripts/images/005.png`: the bus between the terraces, after the harvest. CC0, like the piece.

    python tools/draw_005.py

Few colours and plain shapes: in a terminal it may have to do with some dozens of cells.
"""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

PICTURE = Path(__file__).resolve().parent.parent / "transcripts" / "images" / "005.png"
WIDTH, HEIGHT = 480, 270
FINE = 3
"""How many times finer it is drawn than it is kept, for smooth edges."""

Point = tuple[float, float]


def _fine(*points: Point) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]


def _hills(draw: ImageDraw.ImageDraw) -> None:
    for top, height, colour in ((118, 26, "#7f9cae"), (140, 18, "#5e8272")):
        line = [(x, top - height * abs(sin(x / 83 + top)) - 8 * cos(x / 31)) for x in range(0, WIDTH + 4, 4)]
        draw.polygon(_fine(*line, (WIDTH, HEIGHT), (0, HEIGHT)), fill=colour)


def _terraces(draw: ImageDraw.ImageDraw) -> None:
    """Draw the fields in steps, stubble on them and a green edge between two."""
    for step in range(7):
        top = 146 + step * 19
        line = [(x, top + 7 * sin(x / (70 - step * 5) + step) + step) for x in range(0, WIDTH + 4, 4)]
        below = [(x, y + 5) for x, y in line]
        draw.polygon(_fine(*line, (WIDTH, HEIGHT), (0, HEIGHT)), fill="#6d7f3c")
        draw.polygon(_fine(*below, (WIDTH, HEIGHT), (0, HEIGHT)), fill=("#d9b863", "#cfa650")[step % 2])


def _road(draw: ImageDraw.ImageDraw) -> None:
    edge = [(x, 214 + 10 * sin(x / 150)) for x in range(0, WIDTH + 4, 4)]
    draw.polygon(_fine(*edge, *[(x, y + 30) for x, y in reversed(edge)]), fill="#8b8a86")
    for x in range(10, WIDTH, 52):
        y = 229 + 10 * sin(x / 150)
        draw.line(_fine((x, y), (x + 24, y + 2)), fill="#efe9d8", width=2 * FINE)


def _disc(draw: ImageDraw.ImageDraw, middle: Point, radius: float, colour: str) -> None:
    x, y = middle
    draw.ellipse(_fine((x - radius, y - radius), (x + radius, y + radius)), fill=colour)


def _bus(draw: ImageDraw.ImageDraw, left: float, top: float) -> None:
    right, bottom = left + 156, top + 78
    draw.rounded_rectangle(_fine((left, top), (right, bottom)), 12 * FINE, fill="#f4f1e6")
    draw.rectangle(_fine((left, top + 46), (right, top + 60)), fill="#c8412f")
    for window in range(4):
        x = left + 12 + window * 28
        draw.rounded_rectangle(_fine((x, top + 14), (x + 22, top + 38)), 3 * FINE, fill="#35506b")
    draw.rounded_rectangle(_fine((right - 32, top + 12), (right - 4, top + 42)), 5 * FINE, fill="#4a6f92")
    for x in (left + 34, right - 36):
        _disc(draw, (x, bottom), 15, "#2d2b2a")
        _disc(draw, (x, bottom), 6, "#c9c5ba")
    _disc(draw, (right - 6, bottom - 14), 4, "#ffd95e")


def _snowman(draw: ImageDraw.ImageDraw, middle: Point) -> None:
    """Draw the sign on the roof."""
    x, y = middle
    _disc(draw, (x, y), 20, "#dfe9f2")
    _disc(draw, (x, y - 26), 14, "#dfe9f2")
    draw.polygon(_fine((x - 12, y - 37), (x + 12, y - 37), (x + 8, y - 56), (x - 8, y - 56)), fill="#c8412f")
    for dx in (-5, 5):
        _disc(draw, (x + dx, y - 29), 2.2, "#2d2b2a")
    draw.polygon(_fine((x, y - 25), (x + 12, y - 22), (x, y - 20)), fill="#ef8d32")
    for dy in (-6, 4):
        _disc(draw, (x, y + dy), 2.4, "#2d2b2a")


def _persimmons(draw: ImageDraw.ImageDraw) -> None:
    draw.line(_fine((452, 262), (446, 186), (462, 150)), fill="#5a4634", width=6 * FINE)
    draw.line(_fine((446, 190), (424, 158)), fill="#5a4634", width=4 * FINE)
    for turn in range(9):
        at = (444 + 30 * cos(turn * 2 * pi / 9), 158 + 24 * sin(turn * 2 * pi / 9 + 0.4))
        _disc(draw, at, 7, "#ef7d2e")


def main() -> None:
    """Draw the picture and write it."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), "#bcd9ea")
    draw = ImageDraw.Draw(image)
    _disc(draw, (92, 56), 24, "#ffe9a8")
    _hills(draw)
    _terraces(draw)
    _road(draw)
    _bus(draw, 150, 146)
    _snowman(draw, (214, 128))
    _persimmons(draw)
    PICTURE.parent.mkdir(exist_ok=True)
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(64).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
