"""Pictures in cells, sixels and kitty's placeholders: each row is as wide as it says, and shows its part."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from rich.segment import Segment
from rich.style import Style

from roundtable_tui.text.cells import set_ambiguous_wide, width
from roundtable_tui.tui.pictures.drawing import MOST_COLUMNS, MOST_ROWS, Cells, Words, fitted
from roundtable_tui.tui.pictures.kitty import _MARKS, Placeholders
from roundtable_tui.tui.pictures.means import Means, means_of
from roundtable_tui.tui.pictures.picture import Picture
from roundtable_tui.tui.pictures.sixel import Sixels
from roundtable_tui.tui.terminal.answers import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDES = st.integers(1, 5_000)


@pytest.fixture
def wide_terminal() -> Iterator[None]:
    set_ambiguous_wide(True)
    yield
    set_ambiguous_wide(False)


def painted(across: int = 40, down: int = 40) -> Image.Image:
    """Return a picture of four colours, one in each quarter."""
    image = Image.new("RGB", (across, down), "#ff0000")
    image.paste("#00ff00", (across // 2, 0, across, down // 2))
    image.paste("#0000ff", (0, down // 2, across // 2, down))
    image.paste("#ffffff", (across // 2, down // 2, across, down))
    return image


@given(SIDES, SIDES, st.integers(1, 200), st.integers(1, 60), st.sampled_from([(10, 20), (6, 12), (13, 19), (1, 2)]))
def test_a_picture_fits_its_room_and_keeps_its_shape(
    across: int, down: int, columns: int, rows: int, cell: tuple[int, int]
) -> None:
    got = fitted((across, down), (columns, rows), cell)
    assert 1 <= got[0] <= min(columns, MOST_COLUMNS)
    assert 1 <= got[1] <= min(rows, MOST_ROWS)
    # Either side is as far from the shape as rounding to whole cells goes.
    if got[0] > 1 and got[1] > 1:
        scale = got[0] * cell[0] / across
        assert abs(down * scale - got[1] * cell[1]) <= cell[1] * (0.5 + down / across * cell[0] / cell[1])


def test_a_picture_of_cells_has_two_pixels_in_each() -> None:
    drawing = Cells(painted(4, 6), 4, 3)
    rows = [drawing.row(number) for number in range(3)]
    assert ["".join(segment.text for segment in row) for row in rows] == ["    ", "▀▀▀▀", "    "]
    top, middle, _bottom = rows
    assert [segment.style.bgcolor.get_truecolor().hex for segment in top] == ["#ff0000", "#00ff00"]
    assert [segment.style.color.get_truecolor().hex for segment in middle] == ["#ff0000", "#00ff00"]
    assert [segment.style.bgcolor.get_truecolor().hex for segment in middle] == ["#0000ff", "#ffffff"]


@pytest.mark.usefixtures("wide_terminal")
def test_where_half_a_block_is_two_cells_wide_a_cell_is_one_pixel() -> None:
    drawing = Cells(painted(), 4, 2)
    assert ["".join(segment.text for segment in drawing.row(number)) for number in range(2)] == ["    "] * 2


@given(st.integers(1, 60))
def test_a_remark_takes_as_many_rows_as_its_words_need(columns: int) -> None:
    words = Words("The picture 図.png is not shown: it is broken", columns, Style)
    rows = ["".join(segment.text for segment in words.row(number)) for number in range(words.rows)]
    assert "".join("".join(rows).split()) == "Thepicture図.pngisnotshown:itisbroken"
    assert {width(row) for row in rows} == {words.columns}
    assert words.columns <= max(columns, 2)


def decoded(sixels: str, across: int, down: int) -> list[list[tuple[int, ...] | None]]:
    """Return the pixels that a terminal draws for a sixel string, None where nothing is drawn."""
    body = re.fullmatch(r"\x1bP0;1q(.*)\x1b\\", sixels)
    assert body is not None
    raster, rest = re.fullmatch(r'"1;1;(\d+;\d+)(.*)', body[1]).groups()  # type: ignore[union-attr]
    assert raster == f"{across};{down}"
    pixels: list[list[tuple[int, ...] | None]] = [[None] * across for _ in range(down)]
    palette: dict[int, tuple[int, ...]] = {}
    x = y = colour = 0
    for define, number, repeat, run, one, step in re.findall(
        r"#(\d+;2;\d+;\d+;\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])", rest
    ):
        if define:
            index, _rgb, *parts = map(int, define.split(";"))
            palette[index] = tuple(parts)
        elif number:
            colour = int(number)
        elif step:
            x, y = 0, y + 6 * (step == "-")
        else:
            for _ in range(int(repeat or 1)):
                for bit in range(6):
                    if (ord(run or one) - 0x3F) >> bit & 1:
                        pixels[y + bit][x] = palette[colour]
                x += 1  # noqa: SIM113
    return pixels


@pytest.mark.parametrize("cell", [(10, 20), (6, 12), (7, 13)])
def test_sixels_draw_every_pixel_of_their_row_and_none_below(cell: tuple[int, int]) -> None:
    drawing = Sixels(painted(), 6, 4, cell)
    for number in range(4):
        blank, drawn = drawing.row(number)
        assert blank == Segment(" " * 6)
        assert drawn.control, "it takes no cells"
        match = re.fullmatch(r"\x1b7\x1b\[6D(.*)\x1b8", drawn.text)
        assert match is not None
        pixels = decoded(match[1], 6 * cell[0], cell[1])
        middle = cell[1] // 2
        left, right = pixels[middle][cell[0]], pixels[middle][5 * cell[0]]
        expected = [((100, 0, 0), (0, 100, 0)), ((0, 0, 100), (100, 100, 100))][number // 2]
        assert (left, right) == expected
        assert all(pixel is not None for line in pixels for pixel in line)


def test_kitty_is_handed_the_picture_once_and_shows_it_by_placeholders() -> None:
    sent: list[str] = []
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    drawing = Placeholders(noise, 20, 10, (10, 20), sent.append)
    assert len(sent) == 1
    commands = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", sent[0])
    assert "".join(f"\x1b_G{keys};{data}\x1b\\" for keys, data in commands) == sent[0]
    assert len(commands) > 2
    assert all(len(data) <= 4096 for _keys, data in commands)
    first = dict(pair.split("=") for pair in commands[0][0].split(","))
    assert (first["a"], first["U"], first["f"], first["c"], first["r"], first["q"]) == (
        "T",
        "1",
        "100",
        "20",
        "10",
        "2",
    )
    assert [keys.rpartition("m=")[2] for keys, _data in commands] == ["1"] * (len(commands) - 1) + ["0"]
    shown = Image.open(BytesIO(b64decode("".join(data for _keys, data in commands))))
    assert shown.size == (200, 200)
    (segment,) = drawing.row(3)
    assert segment.text == "".join(f"\U0010eeee{_MARKS[3]}{_MARKS[column]}" for column in range(20))
    red, green, blue = segment.style.color.get_truecolor()  # type: ignore[union-attr]
    assert (red << 16) + (green << 8) + blue == int(first["i"])
    assert width(segment.text) == drawing.columns == 20
    drawing.forget()
    assert sent[1] == f"\x1b_Ga=d,d=I,q=2,i={first['i']}\x1b\\"


def test_kittys_marks_are_different_combining_ones_for_every_row_and_column() -> None:
    assert len({*_MARKS}) == len(_MARKS) >= max(MOST_COLUMNS, MOST_ROWS)
    assert all(width(mark) == 0 for mark in _MARKS)


def test_a_picture_is_kept_as_it_was_drawn_the_last_two_times() -> None:
    sent: list[str] = []
    picture = Picture(painted(), sent.append)
    kitty, cells = Means("kitty"), Means("cells")
    first = picture.drawing((20, 10), kitty)
    picture.drawing((20, 10), cells)
    assert picture.drawing((20, 10), kitty) is first
    assert len(sent) == 1
    picture.drawing((10, 5), kitty)
    assert sent[-1].startswith("\x1b_Ga=d") or len(sent) == 3
    picture.forget()
    assert len([each for each in sent if "a=d" in each]) == len([each for each in sent if "a=T" in each])


@pytest.mark.parametrize(
    ("answers", "way"),
    [
        ([("device", "62;22")], "cells"),
        ([("cell", "20;10"), ("device", "62;4;22")], "sixel"),
        ([("device", "62;4;22")], "cells"),  # how large a cell is was never told
        ([("cell", "0;0"), ("device", "62;4")], "cells"),
        ([("graphics", "i=31;OK"), ("cell", "20;10"), ("device", "62")], "kitty"),
        ([("graphics", "i=31;OK"), ("cell", "20;10"), ("device", "62;4")], "sixel"),
        ([("graphics", "i=31;ENOTSUPPORTED")], "cells"),
    ],
)
def test_what_the_terminal_tells_decides(answers: list[tuple[str, str]], way: str) -> None:
    means = means_of("truecolor", wanted="auto", plain=False)
    for subject, answer in answers:
        means = means.told(Told(subject, answer))  # type: ignore[arg-type]
    assert means.way == way


def test_no_sixels_are_sent_over_a_line_again_and_again() -> None:
    means = means_of("truecolor", wanted="auto", plain=False, far=True)
    assert means.told(Told("cell", "20;10")).told(Told("device", "62;4;22")).way == "cells"
    assert means.told(Told("graphics", "i=31;OK")).told(Told("device", "62")).way == "kitty"


def test_without_colours_there_are_no_pictures() -> None:
    assert means_of("truecolor", wanted="auto", plain=True).way == "none"
    assert means_of("truecolor", wanted="off", plain=False).way == "none"
    assert means_of("standard", wanted="auto", plain=False).way == "none"
    assert means_of(None, wanted="auto", plain=False).way == "none"
