"""The hits of a search are exported as citations, whole turns, and never over another file unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.tui.screens.citing import CitingScreen
from roundtable_tui.tui.screens.search import SearchScreen
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


async def export_of(pilot: Pilot[Any], settle: Settle, query: str) -> CitingScreen:
    await settle(pilot)
    await pilot.press("s")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.box.replace_value(query)
    await settle(pilot)
    await pilot.press("ctrl+s")
    await settle(pilot)
    assert isinstance(pilot.app.screen, CitingScreen)
    return pilot.app.screen


async def test_every_hit_is_written_once_and_whole_in_the_order_of_the_list(
    reader: Reader,
    look: Look,
    settle: Settle,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    app = reader("002")
    async with app.run_test(size=(110, 40)) as pilot:
        await export_of(pilot, settle, "チャット")
        shown = "\n".join(look(app))
        assert "3 citations" in shown
        assert "search-チャット.md" in shown
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        assert any("Exported to" in line for line in look(app))
    text = (out / "search-チャット.md").read_text(encoding="utf-8")
    order = [
        "わたしの祖父が、その舟をこいでいました。チャットも電話もない時代です。",
        "予約はチャットで受けます。",
        "ﾁｬｯﾄで知らせます。",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.startswith("# チャット: 3 citations\n")
    assert text.count("\n- **") == 3
    assert "- **金子**（金子 岳、川べり町 船頭）" in text
    assert "003-1:2 橋をかける › 渡し舟のころ" in text


async def test_a_file_that_exists_is_replaced_only_when_asked_twice(
    reader: Reader,
    look: Look,
    settle: Settle,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    mine = out / "search-祖父.md"
    mine.write_text("mine", encoding="utf-8")
    app = reader("002")
    async with app.run_test(size=(110, 40)) as pilot:
        await export_of(pilot, settle, "祖父")
        await pilot.press("enter")
        await settle(pilot)
        assert mine.read_text(encoding="utf-8") == "mine"
        assert any("The file exists." in line for line in look(app))
        await pilot.press("enter")
        await settle(pilot)
        assert "わたしの祖父" in mine.read_text(encoding="utf-8")


async def test_a_hit_whose_file_says_something_else_by_now_is_left_out_and_counted(
    reader: Reader, look: Look, settle: Settle, folder: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(110, 40)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("チャット")
        await settle(pilot)
        file = folder / "003-2.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("ﾁｬｯﾄ", "手紙"), encoding="utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        shown = "\n".join(look(app))
        assert "2 citations  1 hits are left out: their files changed" in shown


async def test_nothing_is_written_on_escape(
    reader: Reader, settle: Settle, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    app = reader("002")
    async with app.run_test(size=(110, 40)) as pilot:
        screen = await export_of(pilot, settle, "祖父")
        assert screen.query_one("#path", QueryInput).value.endswith("search-祖父.md")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
    assert list(out.iterdir()) == []
