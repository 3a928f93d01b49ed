"""The search screen: what it lists, what it offers, and where its keys and clicks lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.model import Person
from roundtable_tui.search.hit import Hit
from roundtable_tui.tui.screens.counting import CountingScreen
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen
from roundtable_tui.tui.screens.speaker import SpeakerScreen
from roundtable_tui.tui.widgets.hit_list import More
from roundtable_tui.tui.widgets.offer_bar import Shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

MANY = """\
roundtable: 1
title: 舟の数え方
series: 川べり座談会
issue: 5
held: 2025-02-01
participants:
  水野: {{name: 水野 汐, kana: みずの しお}}
sections:
  - heading: 数える
    turns:
{turns}
"""


@pytest.fixture
def many(folder: Path) -> Path:
    """Return the folder with one more piece, in which 舟 is said in eight turns."""
    turns = "".join(f"      - 水野: 舟は{number}艘です。\n" for number in range(1, 9))
    (folder / "005.yaml").write_text(MANY.format(turns=turns), encoding="utf-8")
    return folder


async def search(pilot: Pilot[Any], settle: Settle, query: str) -> SearchScreen:
    await settle(pilot)
    await pilot.press("s")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.box.replace_value(query)
    await settle(pilot)
    return screen


def listed(screen: SearchScreen) -> list[str]:
    return [f"{hit.piece.id}:{hit.turn}" for hit in screen.listed.items if isinstance(hit, Hit)]


# What is listed


async def test_hits_stand_under_their_pieces_three_of_each_and_the_others_are_counted(
    reader: Reader, look: Look, settle: Settle, many: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "舟は")
        shown = look(app)
        assert listed(screen)[:4] == ["005:1", "005:2", "005:3", "003-1:6"]
        assert any("No. 5  2025-02-01  舟の数え方" in line and "8 hits" in line for line in shown)
        assert any("… 5 more in this piece" in line for line in shown)
        assert any("1/9  by relevance" in line for line in shown)


async def test_the_turn_before_stands_above_each_hit_where_there_is_room(
    reader: Reader, look: Look, settle: Settle
) -> None:
    for height, there in ((40, True), (10, False)):
        app = reader("002")
        async with app.run_test(size=(110, height)) as pilot:
            await search(pilot, settle, "舟")
            before = "朝の一便に乗りおくれると、学校に遅刻します。"
            assert any("水野: " in line and before in line for line in look(app)) == there


@pytest.mark.parametrize("way", ["enter", "right", "click"])
async def test_the_others_of_a_piece_are_unfolded(
    reader: Reader, look: Look, settle: Settle, many: Path, way: str
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 50)) as pilot:
        screen = await search(pilot, settle, "舟は")
        if way == "click":
            row = next(y for y, line in enumerate(look(app)) if "… 5 more" in line)
            await pilot.click(offset=(20, row))
        elif way == "enter":
            await pilot.press("down", "down", "down", "enter")
        else:
            await pilot.press("right")
        await settle(pilot)
        assert listed(screen) == [*(f"005:{turn}" for turn in range(1, 9)), "003-1:6"]
        assert not any(isinstance(item, More) for item in screen.listed.items)
        assert screen.listed.hit is not None
        assert screen.listed.hit.turn == (1 if way == "right" else 4)


async def test_what_is_no_turn_says_what_it_is(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 50)) as pilot:
        for query, name in {"検分": "note", "岸 ひなた": "credit", "後編": "closing", "架空": "lead"}.items():
            screen = await search(pilot, settle, query)
            assert any(name in line for line in look(app)), query
            await pilot.press("enter")
            await settle(pilot)
            reading = app.screen
            assert isinstance(reading, ReaderScreen)
            marks = reading.view._marks
            marked = [reading.view.blocks[b].text[s:e] for b, spans in marks.items() for s, e in spans]
            assert marked, query
            assert set("".join(marked)) <= set(query), marked
            assert screen is not app.screen


# Filters on offer


async def test_filters_are_offered_with_counts_and_chosen_by_keys(
    reader: Reader, look: Look, settle: Settle, many: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "舟は")
        shown = "\n".join(look(app))
        assert "speaker" in shown
        assert "水野 汐 8" in shown
        assert "2025 8  2024 1" in shown
        await pilot.press("tab", "tab")
        assert screen.offers.offer is not None
        assert (screen.offers.offer.value, screen.offers.offer.leaves) == ("金子 岳", 1)
        await pilot.press("shift+tab", "right", "enter")
        await settle(pilot)
        assert screen.box.value == '舟は speaker:"金子 岳" '
        assert listed(screen) == ["003-1:6"]
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert screen.box.value == "舟は "
        assert len(listed(screen)) == 4


async def test_arrows_go_through_the_filters_and_letters_go_to_the_box(
    reader: Reader, settle: Settle, many: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await search(pilot, settle, "舟は")
        assert screen.offers.size.height == 1
        await pilot.press("tab", "down", "left")
        assert screen.offers.chosen == (0, len(screen.offers.rows[0].offers) - 1)
        assert screen.offers.size.height == len(screen.offers.rows) > 1
        await pilot.press("escape")
        assert screen.offers.chosen is None
        await pilot.press("tab", "x")
        assert screen.offers.chosen is None
        assert screen.box.value == "舟はx"
        assert app.screen is screen


async def test_a_filter_is_applied_by_a_click_and_the_year_is_both_ends(
    reader: Reader, settle: Settle, many: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "舟は")
        line = next(y for y, row in enumerate(screen.offers.rows) if row.field == "year")
        places = [each for each in screen.offers._fitting(line, 90) if isinstance(each, Shown)]
        place = next(each for each in places if each.offer.value == "2024")
        await pilot.click("#offers", offset=(place.x + 1, line))
        await settle(pilot)
        assert screen.box.value == "舟は since:2024 until:2024 "
        assert listed(screen) == ["003-1:6"]


@pytest.mark.parametrize("field", ["speaker:", "話者：", "発言者:"])
async def test_names_are_offered_after_the_name_of_a_field(
    reader: Reader, look: Look, settle: Settle, field: str
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, f"舟 {field}")
        assert [offer.value for offer in screen.offers.rows[0].offers] == ["水野 汐", "金子 岳"]
        assert listed(screen), "what is half typed does not hide the hits of the words"
        await pilot.press("金")
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        screen.box.replace_value(f"舟 {field}Ru")
        await settle(pilot)
        screen.box.replace_value(f"舟 {field}金")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert screen.box.value == f'舟 {field[:-1]}:"金子 岳" '


async def test_names_are_offered_before_any_word_is_typed(reader: Reader, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "issue:")
        (row,) = screen.offers.rows
        assert [offer.value for offer in row.offers] == ["3", "2"]
        counts = [offer.leaves for offer in row.offers]
        screen.box.replace_value("issue:2 ")
        await settle(pilot)
        assert screen.found is not None
        assert screen.found.results.total == counts[1]


async def test_somebodys_name_offers_their_page_first(reader: Reader, look: Look, settle: Settle, many: Path) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        for name in ("水野", "みずの", "mizuno"):
            screen = await search(pilot, settle, name)
            assert any("The page of 水野 汐  13 hits  川べり座談会" in line for line in look(app)), (name, look(app))
            assert screen.listed.hit is not None, "Enter opens a hit"
            await pilot.press("up", "enter")
            await settle(pilot)
            page = app.screen
            assert isinstance(page, SpeakerScreen)
            assert page.person == Person("川べり座談会", "水野汐")
            await pilot.press("escape")
            await settle(pilot)
            assert app.screen is screen
            await pilot.press("escape")
        screen = await search(pilot, settle, "土木課長")
        assert not any("page of" in line for line in look(app)), "a role is nobody's name"


# Nothing found


async def test_ways_out_are_offered_where_nothing_is_found(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "舟 ロケット speaker:Ruth ")
        shown = "\n".join(look(app))
        assert "Nothing found" in shown
        assert "舟 alone" in shown
        screen.box.replace_value("祖父 speaker:Ruth ")
        await settle(pilot)
        assert any("without speaker:Ruth  1 hit" in line for line in look(app))
        await pilot.press("enter")
        await settle(pilot)
        assert screen.box.value == "祖父"
        assert listed(screen) == ["003-1:2"]


# Going on


async def test_the_list_is_gone_through_in_its_order_though_not_all_was_fetched(
    reader: Reader, settle: Settle, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("searching.found", "screens.asking"):
        monkeypatch.setattr(f"roundtable_tui.tui.{module}.WHOLE", 2)
    monkeypatch.setattr("roundtable_tui.tui.screens.asking.QUICK_HITS", 1)
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        screen = await search(pilot, settle, "舟は")
        assert screen.found is not None
        assert (len(screen.found.hits), screen.found.results.total) == (2, 9)
        await pilot.press("enter")
        await settle(pilot)
        reading = app.screen
        assert isinstance(reading, ReaderScreen)
        visited = []
        for _step in range(9):
            hit = app.session.found.hits[app.session.hit_number]  # type: ignore[union-attr]
            visited.append((hit.piece.id, hit.turn))
            await pilot.press("n")
            await settle(pilot)
        assert visited == [*(("005", turn) for turn in range(1, 9)), ("003-1", 6)]
        assert reading.status.message == "That was the last hit."
        assert reading.hit_words() == "舟は: hit 9 of 9"


async def test_more_hits_are_fetched_at_the_end_of_the_list(
    reader: Reader, settle: Settle, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.screens.asking.WHOLE", 2)
    monkeypatch.setattr("roundtable_tui.tui.screens.asking.QUICK_HITS", 1)
    app = reader("002")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await search(pilot, settle, "舟は")
        assert listed(screen) == ["005:1", "005:2"]
        await pilot.press("down")
        await settle(pilot)
        assert listed(screen) == ["005:1", "005:2", "005:3", "003-1:6"]
        assert screen.listed.hit is not None
        assert screen.listed.hit.turn == 2


# Counts


async def test_the_counts_of_a_query_are_shown_and_narrow_it(
    reader: Reader, look: Look, settle: Settle, many: Path
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await search(pilot, settle, "舟は")
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert isinstance(app.screen, CountingScreen)
        shown = look(app)
        rows = [re.search(r"(\S+ ?\S+) +(\d+) (█+)", line) for line in shown]
        names = {row[1]: (int(row[2]), len(row[3])) for row in rows if row}
        assert any("舟は: 9 hits" in line for line in shown)
        most, least = names["水野 汐"], names["金子 岳"]
        assert (most[0], least[0]) == (8, 1)
        assert most[1] >= 7 * least[1] > 0
        assert {"No. 5", "No. 3", "2025", "2024"} <= set(names)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.screen is screen
        assert screen.box.value == '舟は speaker:"金子 岳" '
        await pilot.press("ctrl+t", "escape")
        assert app.screen is screen


# Preview


async def test_the_preview_shows_the_turns_around_the_hit_and_follows_the_cursor(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("002")
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await search(pilot, settle, "チャット")
        assert screen.preview.display
        before = screen.preview._current
        assert before is not None
        block = screen.preview.blocks[before]
        assert block.turn == 2
        assert [block.text[start:end] for start, end in screen.preview._marks[before]] == ["チャット"]
        assert any("朝の一便" in line for line in look(app)), "the turn before it"
        await pilot.press("down")
        await settle(pilot)
        current = screen.preview._current
        assert current is not None
        assert screen.preview.blocks[current].turn == 6
        await pilot.press("down")
        await settle(pilot)
        assert screen.preview.blocks[screen.preview._current].text.startswith("夜は灯り")  # type: ignore[index]
        await pilot.click("#preview", offset=(5, 3))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen._open_id == "003-2"


async def test_a_narrow_screen_has_no_preview(reader: Reader, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(119, 40)) as pilot:
        screen = await search(pilot, settle, "チャット")
        assert not screen.preview.display
        assert screen.preview.blocks == ()
        await pilot.resize_terminal(130, 40)
        await settle(pilot)
        assert screen.preview.display
        assert screen.preview.blocks != ()


# Earlier searches


async def test_earlier_searches_come_back_on_arrow_up_in_this_run_and_the_next(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("002")
    async with app.run_test(size=(100, 30)) as pilot:
        for query in ("祖父", "eleven"):
            await search(pilot, settle, query)
            await pilot.press("enter")
            await settle(pilot)
    app = reader("002")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await search(pilot, settle, "")
        assert any("eleven" in line for line in look(app)), "an empty box shows them"
        await pilot.press("up")
        await settle(pilot)
        assert screen.box.value == "eleven"
        assert any("earlier search 1 of 2" in line for line in look(app))
        await pilot.press("up", "up")
        await settle(pilot)
        assert screen.box.value == "祖父"
        assert listed(screen) == ["003-1:2"]
        await pilot.press("down")
        assert screen.box.value == "eleven"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.view.marked


async def test_an_earlier_search_is_chosen_from_the_list_by_a_click(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("002")
    app.session.history.keep("祖父")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await search(pilot, settle, "")
        row = next(y for y, line in enumerate(look(app)) if "祖父" in line)
        await pilot.click(offset=(8, row))
        await settle(pilot)
        assert screen.box.value == "祖父"


async def test_a_query_is_kept_once_it_has_rested(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.screens.search.KEEP_AFTER", 0.05)
    app = reader("002")
    async with app.run_test(size=(100, 30)) as pilot:
        await search(pilot, settle, "祖父")
        await search_again(pilot, settle, "zzzz")
        await pilot.pause(0.1)
        await search_again(pilot, settle, "祖父")
        for _try in range(3000):
            if app.session.history.queries:
                break
            await pilot.pause(0.02)
    assert app.session.history.queries == ("祖父",), "what found nothing is not kept"


async def search_again(pilot: Pilot[Any], settle: Settle, query: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.box.replace_value(query)
    await settle(pilot)
