"""A speaker is a person with a name in a series, whatever label is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.model import Person
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.cast_pane import CastPane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SERIES = "三つ橋座談会"


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def turn_read(pilot: Pilot[Any]) -> int:
    screen = screen_of(pilot)
    assert screen.reading is not None
    return screen.reading.stops.turn_at(screen.view.reading_place().block)


def colour_of_turn(pilot: Pilot[Any], turn: int) -> Any:
    """The colour in which the bar of a turn is drawn."""
    screen = screen_of(pilot)
    view, reading = screen.view, screen.reading
    assert reading is not None
    row = next(row for row in view.page.rows(reading.stops.of_turn[turn]) if row.role == "text")
    strip = view._found()[0].strip(row, (), None)
    return next(segment.style.color for segment in strip if segment.text.strip() and segment.style).name


async def test_a_colour_is_a_persons_and_not_that_of_the_label_printed(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        mayor, chamber, paper = (colour_of_turn(pilot, turn) for turn in (4, 5, 6))
        assert len({mayor, chamber, paper}) == 3
        assert colour_of_turn(pilot, 7) == chamber
        aoki = colour_of_turn(pilot, 2)
        await pilot.press(">")
        await settle(pilot)
        assert colour_of_turn(pilot, 2) == aoki
        assert colour_of_turn(pilot, 3) != aoki


async def test_the_cast_leads_to_the_turns_of_one_of_two_of_a_surname(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001", root=talks)
    async with app.run_test(size=(120, 16)) as pilot:
        await settle(pilot)
        cast = app.screen.query_one(CastPane)
        people = [share.person for share in cast.items]
        assert len(set(people)) == 5
        for person, turns in {
            Person(SERIES, "高橋房江"): [4, 4],
            Person(SERIES, "高橋湊"): [5, 7],
            Person(SERIES, "髙橋房江"): [6, 8],
        }.items():
            found = []
            for _step in turns:
                cast.set_cursor(people.index(person))
                await pilot.press("w", "enter")
                await settle(pilot)
                found.append(turn_read(pilot))
            assert found == turns
            await pilot.press("g")


def test_the_series_keeps_one_colour_for_a_name_however_it_is_spaced(reader: Reader, talks: Path) -> None:
    session = reader("001", root=talks).session
    pieces = {name: session.library.load(name).transcript for name in ("001", "002", "003", "101")}
    colours = {name: session.colours_of(piece) for name, piece in pieces.items() if piece}
    aoki = Person(SERIES, "青木千尋")
    assert colours["001"][aoki] == colours["002"][aoki] == colours["003"][aoki]
    assert aoki not in colours["101"]
    assert colours["002"][Person(SERIES, "青木弦")] != colours["002"][aoki]
