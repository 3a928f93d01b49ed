"""The pictures of the documents are those that the tool makes, and what it draws are the cells of the screen."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images"
LARGEST = 80_000
"""Bytes of a picture that comes quickly over any line."""


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the modules of `tools` be imported, in this test alone."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    yield
    for name in set(sys.modules) - before:
        if name == "shots" or name.partition(".")[0] == "drawing":
            del sys.modules[name]


def test_every_picture_is_one_that_the_tool_makes_and_is_small() -> None:
    from shots import SHOTS

    files = {str(path.relative_to(PICTURES).with_suffix("")): path for path in PICTURES.rglob("*.png")}
    assert {shot.name for shot in SHOTS} == files.keys()
    assert [name for name, path in files.items() if path.stat().st_size > LARGEST] == []


def test_every_picture_is_shown_in_a_document() -> None:
    from shots import SHOTS

    documents = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]
    shown = {found for path in documents for found in re.findall(r"images/(\S+)\.png", path.read_text("utf-8"))}
    assert {shot.name for shot in SHOTS} - shown == set()


def test_lines_and_blocks_reach_the_edges_and_stay_in_their_cell() -> None:
    from drawing.boxes import boxes

    cell = (10, 20, 19, 41)
    for code in range(0x2500, 0x25A0):
        for left, top, right, bottom in boxes(chr(code), cell) or []:
            assert (10 <= left <= right <= 19, 20 <= top <= bottom <= 41) == (True, True), chr(code)
    assert boxes("─", cell) == [(10, 30, 19, 31)]
    assert boxes("│", cell) == [(14, 20, 15, 41)]
    assert boxes("┌", cell) == [(14, 30, 19, 31), (14, 30, 15, 41)]
    (upper,), (lower,) = boxes("▀", cell) or [], boxes("▄", cell) or []
    assert (upper[1], upper[3], lower[1], lower[3]) == (20, 30, 30, 41)
    assert boxes("あ", cell) is None


def test_a_screen_is_drawn_cell_by_cell_and_always_alike(tmp_path: Path) -> None:
    from drawing.fonts import NoFontError
    from drawing.screen import save

    red = Style.parse("#ff0000 on #000080")
    strips = [Strip([Segment("あ█", red), Segment("… ")]), Strip([Segment("字a", red + Style(bold=True, italic=True))])]
    try:
        for name in ("one.png", "two.png"):
            save(strips, tmp_path / name, em=18, leading=3, ground=(0, 0, 0))
    except NoFontError as error:
        pytest.skip(str(error))
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    picture = Image.open(tmp_path / "one.png").convert("RGB")
    assert picture.size == (5 * 9 + 18, 2 * 21 + 18)
    assert {picture.getpixel((9 + 18 + x, 9 + y)) for x in range(9) for y in range(21)} == {(255, 0, 0)}
    assert picture.getpixel((9, 9)) == (0, 0, 128)
    assert picture.getpixel((9 + 44, 9)) == (0, 0, 0)


def test_where_there_is_no_font_it_says_which_package_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from drawing import fonts

    monkeypatch.setattr(fonts, "_files", dict)
    with pytest.raises(fonts.NoFontError, match=r"Noto Sans Mono CJK JP.*Debian's package fonts-noto-cjk"):
        fonts.font("JAPANESE", bold=False, size=18)
