"""Pictures between the words of a piece: shown where they can be, told in words where they cannot."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.widgets.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture
def boat(folder: Path) -> Path:
    """Return the path of the picture of the figure in `003-1`, which is there now."""
    path = folder / "images" / "boat.png"
    path.parent.mkdir()
    image = Image.new("RGB", (160, 80), "#4080c0")
    image.paste("#c04040", (40, 20, 120, 60))
    image.save(path)
    return path


def heights(app: RoundtableApp) -> dict[int, int]:
    return dict(app.screen.query_one(TranscriptView).page.heights)


async def at_the_figure(pilot: Pilot[int], settle: Settle) -> TranscriptView:
    await settle(pilot)
    view = pilot.app.screen.query_one(TranscriptView)
    figure = next(index for index, block in enumerate(view.blocks) if block.src)
    view.go(view.page.start(figure))
    await settle(pilot)
    return view


@pytest.mark.usefixtures("boat")
async def test_a_picture_stands_above_its_caption(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        view = await at_the_figure(pilot, settle)
        lines = look(app)
        caption = next(number for number, line in enumerate(lines) if "観光の舟" in line)
        (rows,) = heights(app).values()
        assert rows > 2
        assert caption - 1 >= rows
        backgrounds = {segment.style.bgcolor for segment in view.render_lines(view.size.region)[2] if segment.style}
        assert len(backgrounds) >= 2, "the picture's colours"
        assert "岸につないだ舟" in "\n".join(lines), "what it shows is told as well"


@pytest.mark.usefixtures("boat")
async def test_the_place_stays_when_a_picture_comes_in_above(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:8")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        view = app.screen.query_one(TranscriptView)
        before = view.place, next(line for line in look(app) if "切符売り場" in line)
        view.move(-3)
        await settle(pilot)
        assert heights(app)
        view.go(before[0])
        await settle(pilot)
        assert view.place == before[0]
        assert before[1] in look(app)


@pytest.mark.usefixtures("boat")
async def test_one_scrolls_through_a_picture_row_by_row_and_back(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        view = await at_the_figure(pilot, settle)
        start = view.place
        seen = [start]
        for _ in range(4):
            view.move(1)
            seen.append(view.place)
        assert len({*seen}) == 5
        for expected in reversed(seen[:-1]):
            view.move(-1)
            assert view.place == expected


@pytest.mark.usefixtures("boat")
async def test_a_picture_is_no_part_of_what_can_be_selected(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        view = await at_the_figure(pilot, settle)
        ((figure, rows),) = heights(app).items()
        begin = Place(figure, 0)
        assert {view.touched(x, y) for y in range(rows) for x in range(view.size.width)} == {(begin, begin)}
        assert view.touched(view.size.width - 1, rows)[1] == Place(figure, len(view.blocks[figure].text))


@pytest.mark.parametrize("how", ["no colour", "off", "sixteen colours"])
@pytest.mark.usefixtures("boat")
async def test_where_there_are_no_colours_the_words_stand_alone(
    how: str, reader: Reader, look: Look, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = reader(pictures="off" if how == "off" else "auto")
    if how == "sixteen colours":
        monkeypatch.setattr(type(app.console), "color_system", "standard")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_figure(pilot, settle)
        assert heights(app) == {}
        assert "岸につないだ舟" in "\n".join(look(app))


async def test_a_picture_that_is_not_there_costs_no_line(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_figure(pilot, settle)
        assert heights(app) == {}
        assert "not shown" not in "\n".join(look(app))
        assert "岸につないだ舟" in "\n".join(look(app))


@pytest.mark.parametrize("what", ["broken", "bomb", "huge", "outside"])
async def test_a_picture_that_cannot_be_shown_costs_a_line_that_says_so(
    what: str, boat: Path, reader: Reader, look: Look, settle: Settle
) -> None:
    if what == "broken":
        boat.write_bytes(boat.read_bytes()[:60])
    elif what == "bomb":
        Image.new("1", (6_000, 6_000)).save(boat)
    elif what == "huge":
        with boat.open("ab") as file:
            file.truncate(9 << 20)
    else:
        boat.unlink()
        boat.symlink_to("/etc/hostname")
    app = reader()
    async with app.run_test(size=(70, 24)) as pilot:
        await at_the_figure(pilot, settle)
        (rows,) = heights(app).values()
        assert rows <= 2
        said = " ".join(" ".join(line.strip(" │┃") for line in look(app)).split())
        assert "The picture images/boat.png is not shown: " in said
        reason = {"broken": "broken", "bomb": "6000 × 6000 pixels", "huge": "8 MiB", "outside": "out of the folder"}
        assert reason[what] in said
        assert "岸につないだ舟" in said


@pytest.mark.usefixtures("boat")
async def test_under_another_screen_a_picture_is_made_of_cells(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        view = await at_the_figure(pilot, settle)
        assert app._means is not None
        view.means = app._means = app._means._replace(way="sixel", measured=True)
        view.refresh()
        await settle(pilot)

        def sixels() -> int:
            return sum("\x1bP" in segment.text for strip in view.render_lines(view.size.region) for segment in strip)

        assert sixels() == next(iter(heights(app).values()))
        await pilot.press("question_mark")
        await settle(pilot)
        assert sixels() == 0
        assert not any("\x1bP" in line or ";2;" in line for line in look(app))
        await pilot.press("escape")
        await settle(pilot)
        assert sixels() > 0


def test_nothing_that_draws_pictures_is_imported_with_the_reader() -> None:
    program = (
        "import sys; import roundtable_tui.tui.run, roundtable_tui.tui.app, roundtable_tui.tui.screens.reader;"
        "print([name for name in sys.modules if name.partition('.')[0] == 'PIL' or '.pictures' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
