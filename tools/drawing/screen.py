"""From the cells of a screen to a picture of it: one small PNG, the same bytes for the same cells and fonts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from rich.cells import cell_len

from drawing.boxes import boxes, fill, shade
from drawing.fonts import font

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.segment import Segment
    from rich.style import Style
    from textual.strip import Strip

Colour = tuple[int, int, int]

COLOURS = 128
"""What a picture has at most: few enough for a small file, enough for smooth letters and a picture of cells."""
LEVELS = 4
"""Steps between the colour of a letter and the one behind it."""
SLANT = 0.2


def save(strips: Iterable[Strip], path: Path, *, em: int, leading: int, ground: Colour) -> None:
    """Draw `strips` to the file `path`: an em of `em` pixels is two cells wide, a row is `em` and `leading` high.

    `ground` is the colour of cells that have none, and of a margin of half an em around all. Raises NoFontError.
    """
    rows = list(strips)
    width, height, margin = em // 2, em + leading, em // 2
    columns = max(strip.cell_length for strip in rows)
    image = Image.new("RGB", (columns * width + 2 * margin, len(rows) * height + 2 * margin), ground)
    pen = _Pen(image, em, height, ground)
    for row, strip in enumerate(rows):
        column = 0
        for segment in strip:
            for text in _characters(segment):
                pen.draw(text, segment.style, margin + column * width, margin + row * height)
                column += cell_len(text)
    small = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _characters(segment: Segment) -> list[str]:
    """Return what stands in each cell or pair of cells: a character with all that combines with it."""
    found: list[str] = []
    for character in segment.text:
        if cell_len(character) == 0 and found:
            found[-1] += character
        else:
            found.append(character)
    return found


class _Pen:
    """Draws characters into cells of `image`."""

    def __init__(self, image: Image.Image, em: int, height: int, ground: Colour) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)
        self._em, self._height, self._ground = em, height, ground

    def draw(self, text: str, style: Style | None, left: int, top: int) -> None:
        """Draw `text`, a character of one or two cells, with its upper left corner there."""
        width = cell_len(text) * self._em // 2
        front, back = self._colours(style)
        cell = (left, top, left + width, top + self._height)
        fill(self._draw, [cell], back)
        rectangles = boxes(text, cell)
        if rectangles is not None:
            fill(self._draw, rectangles, _mix(back, front, shade(text)))
        elif text.strip():
            bold, italic = bool(style and style.bold), bool(style and style.italic)
            mask = _glyph(text, width, self._em, self._height, bold, italic)
            self._image.paste(front, (left, top), mask)
        if style is not None and style.underline:
            y = top + self._height - 2
            self._draw.line((left, y, left + width - 1, y), fill=front)
        if style is not None and style.strike:
            y = top + self._height // 2
            self._draw.line((left, y, left + width - 1, y), fill=front)

    def _colours(self, style: Style | None) -> tuple[Colour, Colour]:
        """Return the colours in front and behind."""
        front, back = (255, 255, 255) if sum(self._ground) < 384 else (0, 0, 0), self._ground
        if style is not None:
            if style.color is not None and not style.color.is_default:
                front = style.color.get_truecolor()
            if style.bgcolor is not None and not style.bgcolor.is_default:
                back = style.bgcolor.get_truecolor()
            if style.reverse:
                front, back = back, front
            if style.dim:
                front = _mix(back, front, 0.6)
        return front, back


def _mix(back: Colour, front: Colour, share: float) -> Colour:
    red, green, blue = (round(b + (f - b) * share) for b, f in zip(back, front, strict=True))
    return red, green, blue


@cache
def _glyph(text: str, width: int, em: int, height: int, bold: bool, italic: bool) -> Image.Image:
    """Return how much of each pixel of the cell, `width` by `height`, the letter covers."""
    kind, size = _face(text, width, em)
    face = font(kind, bold=bold, size=size)
    length = max(width, round(face.getlength(text)))
    # Faces differ in where they put their lines; all stand on that of the Japanese one.
    ascent, descent = font("JAPANESE", bold=False, size=em).getmetrics()
    base = (height - ascent - descent) // 2 + ascent
    # Signs of a smaller size sink where they stand on the line: raise them to the middle of what stands beside them.
    raised = (em - size) // 3
    mask = Image.new("L", (length, height), 0)
    left = round((length - face.getlength(text)) / 2)
    ImageDraw.Draw(mask).text((left, base - raised), text, fill=255, font=face, anchor="ls")
    if length > width:
        mask = mask.resize((width, height), Image.Resampling.LANCZOS)
    if italic:
        lean = (1, SLANT, -SLANT * base * 0.6, 0, 1, 0)
        mask = mask.transform(mask.size, Image.Transform.AFFINE, lean, Image.Resampling.BILINEAR)
    step = 255 / LEVELS
    return mask.point([round(round(level / step) * step) for level in range(256)])


@cache
def _face(text: str, width: int, em: int) -> tuple[str, int]:
    """Return the face that has `text`, and the size in pixels at which it fits into `width`, or nearly."""
    for kind, size in (("JAPANESE", em), ("SIGNS", int(em * 0.83))):
        if not _missing(text, kind) and round(font(kind, bold=False, size=size).getlength(text)) <= width:
            return kind, size
    # ① in one cell: only the Japanese face has it, over two. Made smaller it can hardly be read, narrowed it is no
    # circle any more: some of both.
    return "JAPANESE", int(em * 0.75)


@cache
def _missing(text: str, kind: str) -> bool:
    """Return whether a face has no such character; it draws the same box for all of these."""
    face = font(kind, bold=False, size=16)
    return bytes(face.getmask(text)) == bytes(face.getmask("\U000ffff0"))
