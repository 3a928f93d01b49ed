"""From bytes to a picture small enough to be kept, at a cost that has an end."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.pictures.problem import NoPictureError, PictureError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST_PIXELS = 16_000_000
"""Pixels that a picture may have: those of a camera. A file of a few kilobytes may claim any number of them."""

KEPT = (960, 720)
"""The most pixels across and down that are kept of a picture, more than any row of the page has."""


def decode(data: bytes) -> Image:
    """Return the picture in `data` as RGB of at most `KEPT` pixels, on white; the first one where it moves.

    Raises PictureError where it is none, is broken, or has more than `MOST_PIXELS`, which is known before one is
    decoded; NoPictureError where Pillow is not installed.
    """
    try:
        from PIL import Image, ImageOps
    except ImportError as error:
        raise NoPictureError from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are looked at here, and of what Pillow will do one day
            with Image.open(BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise _too_many(opened.width, opened.height)
                opened.draft("RGB", KEPT)
                upright = ImageOps.exif_transpose(opened)
                upright.thumbnail(KEPT)
                if upright.mode == "RGB":
                    return upright.copy()
                layer = upright.convert("RGBA")
                white = Image.new("RGBA", layer.size, "white")
                return Image.alpha_composite(white, layer).convert("RGB")
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(_("it is too large")) from error
    except Exception as error:  # a broken file makes decoders raise anything
        raise PictureError(_("it is broken, or no PNG, JPEG, GIF or WebP")) from error


def _too_many(width: int, height: int) -> PictureError:
    words = _("it has {width} × {height} pixels, more than {most} million")
    return PictureError(words.format(width=width, height=height, most=MOST_PIXELS // 1_000_000))
