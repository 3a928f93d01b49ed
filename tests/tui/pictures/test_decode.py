"""Whatever a file holds, it becomes a small picture or a reason, at a cost that has an end."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from roundtable_tui.tui.pictures.decode import KEPT, MOST_PIXELS, decode
from roundtable_tui.tui.pictures.problem import PictureError


def written(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few kilobytes that says it has `width` × `height` pixels, all of them black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


SOUND = written(Image.linear_gradient("L").resize((40, 30)).convert("RGB"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_usual_formats_become_rgb_and_small(kind: str) -> None:
    image = decode(written(Image.new("RGB", (1920, 1080), "#3366cc"), kind))
    assert image.mode == "RGB"
    assert image.width <= KEPT[0]
    assert image.height <= KEPT[1]
    assert image.width / image.height == pytest.approx(16 / 9, rel=0.01)
    assert max(abs(a - b) for a, b in zip(image.getpixel((5, 5)), (0x33, 0x66, 0xCC), strict=True)) < 8


def test_what_is_transparent_is_white() -> None:
    assert decode(written(Image.new("RGBA", (4, 4), (0, 0, 0, 0)))).getpixel((1, 1)) == (255, 255, 255)


def test_a_picture_that_moves_stands_still_at_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("#ff0000", "#00ff00")]
    image = decode(written(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert image.getpixel((1, 1)) == (255, 0, 0)


def test_a_photograph_taken_upright_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert decode(written(Image.new("RGB", (40, 20)), "JPEG", exif=exif)).size == (20, 40)


@pytest.mark.parametrize(("width", "height"), [(5_000, 5_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1), (10**9, 1)])
def test_a_bomb_is_told_by_its_size_and_nothing_of_it_is_decoded(width: int, height: int) -> None:
    data = bomb(width, height)
    assert len(data) < 2_000
    decode(SOUND)
    tracemalloc.start()
    try:
        with pytest.raises(PictureError, match=r"pixels|too large|broken"):
            decode(data)
        assert tracemalloc.get_traced_memory()[1] < 2 << 20
    finally:
        tracemalloc.stop()
    assert width * height > MOST_PIXELS


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n", SOUND[:-40], b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"BM" * 99],
)
def test_what_is_broken_or_something_else_is_told(data: bytes) -> None:
    with pytest.raises(PictureError, match="broken, or no PNG"):
        decode(data)


@given(st.data())
def test_no_damage_does_more_than_to_spoil_the_picture(data: st.DataObject) -> None:
    damaged = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        image = decode(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))
    except PictureError:
        return
    assert image.mode == "RGB"
