from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen
from roundtable_tui.tui.widgets.hit_list import HitList
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import pytest
    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


async def type_query(pilot: Pilot[Any], settle: Settle, query: str, key: str = "s") -> None:
    await settle(pilot)
    await pilot.press(key)
    await settle(pilot)
    pilot.app.screen.query_one(QueryInput).value = query
    await settle(pilot)


async def test_results_show_issue_section_speaker_date_and_the_sentence(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await type_query(pilot, settle, "チャット")
        shown = "\n".join(look(app))
    assert "3 hits in 2 pieces" in shown
    assert "No. 3 part 1  2024-05-10  橋の話①" in shown
    assert "金子  川べり町 船頭  § 橋をかける › 渡し舟のころ" in shown
    assert "チャットも電話もない時代です。" in shown
    assert "spelt differently" in shown


async def test_every_key_that_opens_the_search_opens_it(reader: Reader, settle: Settle) -> None:
    for key in ("s", "ctrl+f"):
        app = reader()
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await pilot.press(key)
            assert isinstance(app.screen, SearchScreen)


async def test_typing_searches_and_does_not_run_commands(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_query(pilot, settle, "")
        await pilot.press(*"eleven")
        await settle(pilot)
        assert app.screen.query_one(QueryInput).value == "eleven"
        hits = app.screen.query_one(HitList)
        assert hits.hit is not None
        assert hits.hit.text[slice(*hits.hit.spans[0])] == "eleven"


async def test_enter_opens_the_turn_a_third_down_with_the_match_marked(reader: Reader, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_query(pilot, settle, "eleven")
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen._open_id == "003-1"
        rows = screen.view.visible_rows()
        block = screen.reading.stops.of_turn[5]  # type: ignore[union-attr]
        at = next(y for y, row in enumerate(rows) if row.block == block and row.role == "text")
        assert at == screen.view.size.height // 3
        spans = screen.view._marks[block]
        assert [screen.view.blocks[block].text[start:end] for start, end in spans] == ["eleven"]


async def test_escape_goes_back_to_the_same_line(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        assert isinstance(app.screen, ReaderScreen)
        before = app.screen.view.top
        await type_query(pilot, settle, "堤防")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert (app.screen._open_id, app.screen.view.top) == ("003-1", before)


async def test_escape_at_a_hit_goes_back_to_the_line_where_reading_was(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        assert isinstance(app.screen, ReaderScreen)
        screen = app.screen
        before = screen.view.top
        for again in ((), ("s", "enter")):
            await type_query(pilot, settle, "堤防")
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press(*again)
            await settle(pilot)
            assert screen._open_id == "002"
            await pilot.press("escape")
            await settle(pilot)
            assert (screen._open_id, screen.view.top, screen.view.marked) == ("003-1", before, False)


async def test_escape_stays_where_reading_went_on_from_a_hit(reader: Reader, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        await type_query(pilot, settle, "eleven")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("k")
        assert isinstance(app.screen, ReaderScreen)
        screen = app.screen
        before = screen.view.top
        await pilot.press("escape")
        await settle(pilot)
        assert (screen._open_id, screen.view.top, screen.view.marked) == ("003-1", before, False)


async def test_n_goes_through_the_hits_of_the_library(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 14)) as pilot:
        await type_query(pilot, settle, "チャット")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        screen = app.screen
        visited = [(screen._open_id, screen.reading.stops.turn_at(screen.view.reading_place().block))]  # type: ignore[union-attr]
        for key in ("n", "n", "N"):
            await pilot.press(key)
            await settle(pilot)
            turn = screen.reading.stops.turn_at(screen.view.reading_place().block)  # type: ignore[union-attr]
            visited.append((screen._open_id, turn))
        assert len(set(visited)) == 3
        assert visited[3] == visited[1]
        await pilot.press("n", "n")
        assert screen.status.message == "That was the last hit."


async def test_the_section_of_the_hit_is_the_one_that_is_exported(reader: Reader, settle: Settle, look: Look) -> None:
    app = reader()
    async with app.run_test(size=(100, 40)) as pilot:
        await type_query(pilot, settle, "否決")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert any("▶ 橋をかける › 橋のねだん" in line for line in look(app))


async def test_the_last_search_is_there_again_and_typing_replaces_it(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_query(pilot, settle, "チャット")
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert app.screen.query_one(QueryInput).value == "チャット"
        again = app.screen.query_one(HitList).hit
        assert again is not None
        assert again == app.session.found.hits[1]  # type: ignore[union-attr]
        await pilot.press("x")
        assert app.screen.query_one(QueryInput).value == "x"


async def test_a_query_that_cannot_be_read_says_where_and_why(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await type_query(pilot, settle, "issue:abc")
        assert any("column" in line for line in look(app))


async def test_nothing_found_is_said(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await type_query(pilot, settle, "zzzzqqqq")
        assert any("Nothing found for zzzzqqqq" in line for line in look(app))
        await pilot.press("enter")
        assert isinstance(app.screen, SearchScreen)


async def test_hits_are_sorted_by_date_on_request(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await type_query(pilot, settle, "水野")
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert any("by date" in line for line in look(app))
        hits = [item for item in app.screen.query_one(HitList).items if hasattr(item, "spans")]
        dates = [hit.piece.held for hit in hits]  # type: ignore[union-attr]
        assert dates == sorted(dates, reverse=True)


async def test_a_click_opens_a_hit(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await type_query(pilot, settle, "eleven")
        row = next(y for y, line in enumerate(look(app)) if "took eleven" in line)
        await pilot.click(offset=(20, row))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.view.marked


async def test_control_characters_that_are_pasted_become_visible(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await type_query(pilot, settle, "a\x1b[31mb\x9b")
        value = app.screen.query_one(QueryInput).value
        assert "\x1b" not in value
        assert "\x9b" not in value


async def test_nothing_is_drawn_while_nothing_happens(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await type_query(pilot, settle, "チャット")
        drawn: list[object] = []
        display = app._display
        monkeypatch.setattr(app, "_display", lambda *shown: (drawn.append(shown), display(*shown)))
        for _try in range(20):  # the last frames of the search may come late
            drawn.clear()
            await pilot.pause(1.3)
            if not drawn:
                break
        assert drawn == []


async def test_what_a_thread_brings_after_the_search_was_closed_does_no_harm(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        await type_query(pilot, settle, "チャット")
        search = app.screen
        assert isinstance(search, SearchScreen)
        await search.remove_children()
        search.dismiss(None)
        app.session.indexing._done("the folder is gone")
        search.ask_again()
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
