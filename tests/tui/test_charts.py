"""The charts of the reader: reached in two keys, exact, and each leads to what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.text import cells
from roundtable_tui.tui.page.axis import Bound
from roundtable_tui.tui.screens.charts import ChartsScreen
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.chart import headings, labels, ticks
from roundtable_tui.tui.widgets.issues_chart import IssuesChart
from roundtable_tui.tui.widgets.lanes_chart import LanesChart
from roundtable_tui.tui.widgets.status_line import StatusLine
from roundtable_tui.tui.widgets.tab_line import TabLine
from roundtable_tui.tui.widgets.transcript_view import TranscriptView
from roundtable_tui.tui.widgets.where_chart import WhereChart

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for a pause in the typing."""
    monkeypatch.setattr("roundtable_tui.tui.screens.charts.PAUSE", 0.001)


async def charts(pilot: Pilot[Any], settle: Settle, *keys: str, words: str = "") -> ChartsScreen:
    await settle(pilot)
    await pilot.press("v", *keys)
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ChartsScreen)
    if words:
        screen.box.replace_value(words)
        await settle(pilot)
        screen.chart.focus()
        await settle(pilot)
    return screen


def figures(screen: ChartsScreen) -> str:
    return screen.query_one("#figures", StatusLine).left


def view_of(pilot: Pilot[Any]) -> TranscriptView:
    return pilot.app.screen_stack[0].query_one(TranscriptView)


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ([], LanesChart),
        (["1"], LanesChart),
        (["2"], WhereChart),
        (["3"], IssuesChart),
        (["tab"], WhereChart),
        (["shift+tab"], IssuesChart),
        (["tab", "tab", "tab"], LanesChart),
    ],
)
async def test_every_chart_is_reached_in_two_keys(
    reader: Reader, settle: Settle, keys: list[str], kind: type[object]
) -> None:
    app = reader()
    async with app.run_test(size=(100, 30)) as pilot:
        # The keys come one after the other without a pause, as they are typed.
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        app.screen.box.replace_value("舟")  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        screen = await charts(pilot, settle, *keys)
        assert isinstance(screen.chart, kind)
        assert [chart.display for chart in screen.query("Chart")].count(True) == 1
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_a_lane_shows_what_its_speaker_says_and_leads_there(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await charts(pilot, settle)
        assert "水野: 3 turns" in figures(screen)
        shown = look(app)
        rows = [line.replace("▸", " ").split() for line in shown if "%" in line and "turns" not in line]
        turns = [turn for turn in screen._reading.transcript.turns if turn.kind == "speech"]
        said = {name: sum(len(turn.text) for turn in turns if turn.label == name) for name in ("水野", "金子", "Ruth")}
        assert {row[0]: int(row[2]) for row in rows} == said
        assert {row[0]: row[1] for row in rows} == {
            name: f"{count / sum(said.values()):.0%}" for name, count in said.items()
        }
        assert any("橋をかける" in line and "橋のあと" in line for line in shown)
        await pilot.press("down", "home")
        await settle(pilot)
        assert "金子: 2 turns" in figures(screen)
        await pilot.press("enter")
        await settle(pilot)
        view = view_of(pilot)
        assert view.blocks[view.top.block].turn == 2
        await charts(pilot, settle)
        await pilot.press("end", "enter")
        await settle(pilot)
        view = view_of(pilot)
        assert view.blocks[view.top.block].turn == 6


async def test_the_cursor_of_the_lanes_says_how_much_of_each_column_is_whose(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await charts(pilot, settle)
        await pilot.press("home")
        chart = screen.query_one(LanesChart)
        axis, lanes, _bounds, _layout = chart._now()
        seen = 0
        for column in range(axis.columns):
            words = chart.words()
            assert f"{lanes[0].amounts[column]} of the " in words
            seen += lanes[0].amounts[column]
            chart.move(1, 0)
        assert seen == lanes[0].characters


async def test_where_a_word_occurs_is_counted_by_section_and_leads_to_the_hit(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 34)) as pilot:
        screen = await charts(pilot, settle, "2", words="舟")
        found = screen._found
        assert found is not None
        shown = look(app)
        by_heading: dict[str, int] = {}
        heading = ""
        for block in view_of(pilot).blocks:
            heading = block.text if block.kind == "heading" else heading
            if heading and block.section:
                by_heading[heading] = by_heading.get(heading, 0) + block.text.count("舟")
        assert by_heading == {"橋をかける": 0, "渡し舟のころ": 3, "橋のねだん": 0, "橋のあと": 4}
        rows = [
            line.replace("▸", " ").split()
            for line in shown[shown.index(next(line for line in shown if "┼" in line)) + 2 :]
        ]
        assert {row[0]: int(row[1]) for row in rows if row and row[0] in by_heading and len(row) > 1} == by_heading
        assert found.total == sum(by_heading.values())
        seen = [found.number]
        for _press in range(30):
            await pilot.press("right")
            seen.append(found.number)
        await settle(pilot)
        assert seen == sorted(seen)
        assert f"of {found.total}" in figures(screen)
        await pilot.press("home", "down")
        await settle(pilot)
        assert "橋のあと" in figures(screen)
        spot = found.spot
        await pilot.press("enter")
        await settle(pilot)
        reader_screen = app.screen
        assert isinstance(reader_screen, ReaderScreen)
        assert view_of(pilot).marks[1:] == (spot.block, (spot.start, spot.end))
        assert reader_screen.hit_words() == f"舟: {found.number}/{found.total}"
        await pilot.press("n")
        await settle(pilot)
        assert reader_screen.hit_words() == f"舟: {found.number}/{found.total}"


async def test_how_often_a_word_is_said_stands_issue_by_issue_and_leads_to_the_first_place(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-2")
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await charts(pilot, settle, "3", words="学校")
        issues = screen.query_one(IssuesChart).issues
        assert [(issue.number, issue.times, issue.turns) for issue in issues] == [("2", 1, 1), ("3", 1, 1)]
        texts = {}
        for piece in ("002", "003-1", "003-2"):
            transcript = app.session.library.load(piece).transcript
            assert transcript is not None
            texts[piece] = sum(len(turn.text) for turn in transcript.turns)
        assert issues[0].characters == texts["002"]
        assert issues[1].characters == texts["003-1"] + texts["003-2"]
        assert issues[0].rate == 10_000 / texts["002"]
        shown = look(app)
        for issue in issues:
            row = next(line for line in shown if f"No. {issue.number}" in line)
            assert f" {issue.times} in " in row
            assert f"{issue.characters} characters" in row
            assert f"{issue.rate:.2f}" in row
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.reading.transcript.id == "003-1"  # type: ignore[attr-defined]
        view = view_of(pilot)
        assert view.blocks[view.marks[1] or 0].turn == 1
        await charts(pilot, settle, "3")
        await pilot.press("left", "enter")
        await settle(pilot)
        assert app.screen.reading.transcript.id == "002"  # type: ignore[attr-defined]
        assert view_of(pilot).marks[2] is not None


async def test_issues_of_one_series_stand_by_their_numbers_and_those_of_several_by_their_years(
    reader: Reader, look: Look, settle: Settle, folder: Path, talks: Path
) -> None:
    axes = []
    for root, place, word in ((folder, "003-2", "学校"), (talks, "001", "灯り")):
        app = reader(place, root=root)
        async with app.run_test(size=(110, 30)) as pilot:
            await charts(pilot, settle, "3", words=word)
            shown = look(app)
            under = next(number for number, line in enumerate(shown) if "─" in line and "▲" in line)
            axes.append(shown[under + 1].split())
    assert axes == [["2", "3"], ["2021", "2022", "2023"]]


async def test_the_words_are_typed_in_the_chart_and_enter_goes_into_it(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await charts(pilot, settle, "2")
        assert screen.box.has_focus
        await pilot.press(*"チャット", "enter")
        await settle(pilot)
        assert screen.chart.has_focus
        assert screen._found is not None
        assert screen._found.total == 2
        await pilot.press("slash", *"zzz", "enter")
        await settle(pilot)
        assert screen.box.has_focus
        await pilot.press(*" -")
        await settle(pilot)
        assert "column 5" in screen.query_one("#count", StatusLine).right


@pytest.mark.parametrize("keys", [["1"], ["2"], ["3"]])
async def test_a_click_goes_to_what_was_clicked(reader: Reader, settle: Settle, keys: list[str]) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await charts(pilot, settle, "2", words="舟は")
        await pilot.press(*keys)
        await settle(pilot)
        chart = screen.chart
        assert await pilot.click(type(chart), offset=(40 if keys != ["3"] else 22, 4))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert view_of(pilot).marked == (keys != ["1"])
        assert view_of(pilot).place.block > 0 or keys == ["3"]


async def test_a_click_on_a_name_shows_that_chart(reader: Reader, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await charts(pilot, settle)
        await pilot.click(TabLine, offset=(30, 0))
        await settle(pilot)
        assert isinstance(screen.chart, WhereChart)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 40), (17, 5), (40, 10), (72, 3), (80, 24), (200, 60), (300, 100)])
@pytest.mark.parametrize("ambiguous", [False, True])
async def test_no_chart_minds_its_size(
    reader: Reader, look: Look, settle: Settle, size: tuple[int, int], ambiguous: bool
) -> None:
    cells.set_ambiguous_wide(ambiguous)
    try:
        app = reader("003-1")
        async with app.run_test(size=(100, 30)) as pilot:
            screen = await charts(pilot, settle, "2", words="の")
            await pilot.resize_terminal(*size)
            for key in "123":
                screen._show(int(key) - 1)
                await settle(pilot)
                for step in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                    screen.chart.move(*step)
                screen.chart.move_to_end(1)
                await settle(pilot)
                width, height = screen.chart.content_size
                for line in screen.chart.draw(width, height) if width and height else ():
                    assert sum(cells.width(text) for text, _style in line) <= max(width, 16)
                for x in range(0, width, 7):
                    for y in range(height):
                        screen.chart.point(x, y)
                assert all(cells.width(line) <= size[0] for line in look(app))
    finally:
        cells.set_ambiguous_wide(False)


async def test_charts_read_without_colour(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(80, 24)) as pilot:
        await charts(pilot, settle, "2", words="舟")
        for key in "123":
            await pilot.press(key)
            await settle(pilot)
            text = "\n".join(look(app))
            assert "▲" in text  # where the cursor is
            assert "▸" in text  # and in which row


def test_labels_stand_in_their_cells_and_over_no_other() -> None:
    assert labels([(0, "橋をかける"), (12, "橋のあと")], 20) == "橋をかける  橋のあと"
    assert labels([(0, "橋をかける"), (6, "橋のあと")], 20) == "橋を… 橋のあと"
    assert labels([(0, "2021"), (3, "2022"), (6, "2023")], 12, cut=False) == "      2023"
    for columns in range(30):
        line = labels([(0, "橋をかける"), (5, "夜"), (9, "橋のあとの長い話")], columns)
        assert cells.width(line) <= max(columns, 0)


def test_sections_and_cursor_stand_under_their_columns() -> None:
    bounds = [Bound(0, (1,), "橋"), Bound(2, (1, 1), "舟"), Bound(4, (2,), "川の話")]
    assert ticks(bounds, 8, 6) == "┼─┴─┼─▲─"
    assert headings(bounds, 12) == "橋  川の話"
