"""What was read is listed, newest first, with when and how far; Enter goes on reading there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.screens.history import HistoryScreen
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


async def test_what_was_read_is_gone_on_with(
    reader: Reader, look: Look, settle: Settle, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.state.places.time", lambda: 1_750_000_000)
    app = reader("003-1:5")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await pilot.press(")", "<")
        await settle(pilot)
        (screen := app.screen)._look()  # type: ignore[attr-defined]
        await settle(pilot)
        (folder / "003-2.yaml").unlink()
        screen._look()  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        listed = app.screen
        assert isinstance(listed, HistoryScreen)
        assert [item.visit.place.piece for item in listed.listed.items] == ["002", "003-2", "003-1"]
        shown = "\n".join(look(app))
        assert "No. 3 1/2  橋の話①" in shown
        assert "2025-06-1" in shown
        assert "0% read  at turn 5 of 8" in shown
        assert "not in this library" in shown
        assert listed.item is not None
        assert listed.item.visit.place.piece == "003-2"  # what was read before the piece that is open
        await pilot.press(*"橋の", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.view
        assert app.screen._open_id == "003-1"
        assert view.blocks[view.top.block].text.startswith("Three times?")


async def test_at_the_first_start_there_is_nothing_to_go_on_with(
    reader: Reader, look: Look, settle: Settle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    app = reader("", root=tmp_path_factory.mktemp("empty"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert any("Nothing was read yet." in line for line in look(app))
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
