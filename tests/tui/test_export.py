from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.screens.export import ExportScreen
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


async def test_the_section_being_read_is_exported_to_a_file_named_after_it(
    reader: Reader, settle: Settle, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    app = reader("003-1:4")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        written = list(out.iterdir())
        assert len(written) == 1
        assert str(written[0]) in app.screen.status.message
    text = written[0].read_text(encoding="utf-8")
    assert "橋のねだん" in written[0].name
    assert "見積もりは三億円でした。議会は三回、否決しました。" in text
    assert "渡し舟でした" not in text


async def test_more_can_be_chosen_up_to_the_piece(reader: Reader, settle: Settle, tmp_path: Path) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e", "down", "down")
        app.screen.query_one(QueryInput).value = str(tmp_path / "all.md")
        await pilot.press("enter")
        await settle(pilot)
    text = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert "渡し舟でした" in text
    assert "観光に使っています" in text


async def test_the_whole_piece_is_offered_first_when_it_was_asked_for(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await settle(pilot)
        assert any("▶ the whole piece" in line for line in look(app))


async def test_a_file_that_exists_is_replaced_only_by_a_second_enter(
    reader: Reader, look: Look, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine", encoding="utf-8")
    app = reader("003-1:4")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        app.screen.query_one(QueryInput).value = str(path)
        await pilot.press("enter")
        await settle(pilot)
        assert any("The file exists" in line for line in look(app))
        assert path.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await settle(pilot)
    assert "三億円" in path.read_text(encoding="utf-8")


async def test_a_path_that_cannot_be_written_says_why_and_loses_nothing(
    reader: Reader, look: Look, settle: Settle, tmp_path: Path
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        app.screen.query_one(QueryInput).value = str(tmp_path / "no" / "such" / "folder" / "x.md")
        await pilot.press("enter")
        await settle(pilot)
        assert any("x.md was not written: the folder" in line for line in look(app))
        assert isinstance(app.screen, ExportScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)
