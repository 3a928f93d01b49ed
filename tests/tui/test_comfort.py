"""The text alone, a measure and a mouse that stay as they were chosen, and hints that go away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.tui.hints import AT_ONCE, HINTS, RUNS
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.contents_pane import ContentsPane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SPACE = "Space Scroll one screen down"


def screen_of(app: RoundtableApp) -> ReaderScreen:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)], ids=str)
async def test_zen_leaves_the_text_alone_and_gives_everything_back(
    size: tuple[int, int], reader: Reader, look: Look, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.widgets.status_bar.SPEAKS_FOR", 0.01)
    app = reader("003-1:1", hints=False)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = screen_of(app)
        before, top = look(app), screen.view.top
        await pilot.press("z")
        await pilot.pause(0.05)
        await settle(pilot)
        assert screen.view.region.size == app.size
        assert screen.view.top == top, "the same words are read on"
        alone = look(app)
        assert "quit" not in alone[-1]
        assert "%" not in alone[-1]
        await pilot.press("z")
        await pilot.pause(0.05)
        await settle(pilot)
        after = look(app)
        assert screen.view.top == top
        assert [line.rstrip("│┃ ") for line in after[:-2]] == [line.rstrip("│┃ ") for line in before[:-2]]
        assert after[-1] == before[-1]


async def test_in_zen_what_is_said_shows_for_a_moment_and_a_pane_while_it_is_used(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("z")
        await settle(pilot)
        assert "z brings the rest back" in look(app)[-1]
        screen_of(app).status.say("")
        await settle(pilot)
        assert "brings" not in "".join(look(app))
        await pilot.press("+")
        await settle(pilot)
        assert "cells a line" in look(app)[-1]
        await pilot.press("o")
        await settle(pilot)
        assert app.screen.query_one(ContentsPane).has_focus
        assert "Contents" in "\n".join(look(app))
        await pilot.press("escape")
        await settle(pilot)
        assert "Contents" not in "\n".join(look(app))
        assert screen_of(app).zen


async def test_the_measure_stays_as_it_was_chosen_until_the_setting_is_changed(reader: Reader, settle: Settle) -> None:
    async def measure(*keys: str, **settings: int) -> int:
        app = reader(**settings)
        async with app.run_test(size=(140, 40)) as pilot:
            await settle(pilot)
            await pilot.press(*keys)
            return screen_of(app).view.measure

    assert await measure("+", "+") == 88
    assert await measure() == 88
    assert await measure(measure=60) == 60, "whoever sets it means it"
    assert await measure() == 88
    assert await measure("-", measure=60) == 56
    assert await measure(measure=60) == 56


async def test_the_mouse_is_switched_while_reading_and_stays_so(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "left to the terminal" in look(app)[-2]
    assert not reader().session.mouse
    assert reader(mouse=False).session.mouse is False
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "listens to the mouse" in look(app)[-2]
    assert reader().session.mouse


async def test_three_hints_are_shown_and_each_goes_once_its_key_was_used(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:1", lang="en")
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        assert SPACE in look(app)[-2]
        assert len(app.session.hints.now()) == AT_ONCE
        await pilot.press("space")
        await settle(pilot)
        assert SPACE not in look(app)[-2]
        assert len(app.session.hints.now()) == AT_ONCE, "the next one takes its place"
    again = reader("003-1:1")
    async with again.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        assert SPACE not in look(again)[-2]
        for command in HINTS:
            again.note_use(command)
        await settle(pilot)
        assert again.session.hints.now() == []


async def test_hints_never_take_room_from_what_is_said(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert "Space" not in look(app)[-2]
        await pilot.resize_terminal(120, 12)
        await settle(pilot)
        assert SPACE in look(app)[-2]
        await pilot.press("+")
        await settle(pilot)
        assert SPACE not in look(app)[-2]
        assert "cells a line" in look(app)[-2]


async def test_hints_end_after_some_runs_and_can_be_switched_off(reader: Reader, look: Look, settle: Settle) -> None:
    async def hinted(**settings: bool) -> bool:
        app = reader("003-1:1", **settings)
        async with app.run_test(size=(160, 40)) as pilot:
            await settle(pilot)
            return SPACE in look(app)[-2]

    assert not await hinted(hints=False)
    assert [await hinted() for _run in range(RUNS + 1)] == [*[True] * RUNS, False]
