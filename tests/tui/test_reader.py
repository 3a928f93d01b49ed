from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.cast_pane import CastPane
from roundtable_tui.tui.widgets.contents_pane import ContentsPane
from roundtable_tui.tui.widgets.library_pane import LibraryPane
from roundtable_tui.tui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def top_words(pilot: Pilot[Any]) -> str:
    """The first words of text on the screen."""
    view = screen_of(pilot).view
    row = next(row for row in view.visible_rows() if row.role == "text")
    return view.blocks[row.block].text[row.start : row.end]


async def test_everything_that_the_piece_holds_is_on_its_page(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(120, 70)) as pilot:
        await settle(pilot)
        shown = "\n".join(look(app))
    for words in (
        "川べり座談会 No. 3 1/2",
        "橋の話①",
        "令和6年5月10日（2024年5月10日）",
        "架空の川と、架空の人の話です。",
        "検分　見てまわること。",
        "Participants（敬称略）",
        "金子 岳　川べり町 船頭",
        "■ 橋をかける",
        "── 渡し舟のころ",
        "― 川の音。",
        "▣ 観光の舟",
        "岸につないだ舟",
        "Three times? In my town it took eleven.",
        "後編に続きます。",
        "文　岸 ひなた",
        "Next　003-2 橋の話②",
        "Back number　002 堤防の話",
    ):
        assert words in shown


async def test_sections_are_jumped_to_and_the_contents_follow(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        for heading in ("橋をかける", "橋のねだん", "橋のあと"):
            await pilot.press("]")
            assert top_words(pilot) == heading
        await settle(pilot)
        contents = app.screen.query_one(ContentsPane)
        assert contents.items[contents.cursor].heading == "橋のあと"
        await pilot.press("j", "[")
        assert top_words(pilot) == "橋のあと"
        await pilot.press("[")
        assert top_words(pilot) == "橋のねだん"


async def test_turns_are_jumped_to_forward_and_back(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        assert top_words(pilot).startswith("橋ができる前は")
        await pilot.press("}")
        assert top_words(pilot).startswith("わたしの祖父が")
        await pilot.press("}")
        assert top_words(pilot) == "川の音。"
        await pilot.press("{", "{")
        assert top_words(pilot).startswith("橋ができる前は")


async def test_an_anchor_opens_its_section(reader: Reader, settle: Settle) -> None:
    app = reader("003-1#2")
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        assert top_words(pilot) == "橋のあと"


@pytest.mark.parametrize(
    ("place", "said"),
    [("003-1#9", "003-1 has no section 9"), ("003-1:99", "003-1 has no turn 99; it has 8 of them")],
)
async def test_an_anchor_that_leads_nowhere_is_told_and_the_piece_opens(
    place: str, said: str, reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader(place)
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        assert said in look(app)[-2]
        assert "橋の話①" in look(app)[0]


@pytest.mark.parametrize(
    ("down", "up"), [("j", "k"), ("space", "b"), ("d", "u"), ("down", "up"), ("pagedown", "pageup")]
)
async def test_scrolling_moves_and_comes_back(reader: Reader, settle: Settle, down: str, up: str) -> None:
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        start = screen_of(pilot).view.top
        await pilot.press(down)
        assert screen_of(pilot).view.top > start
        await pilot.press(up)
        assert screen_of(pilot).view.top == start


async def test_the_end_is_in_the_last_line_and_the_top_in_the_first(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        assert "002 堤防の話" in look(app)[-3]
        assert "100%" in look(app)[-2]
        await pilot.press("g")
        await settle(pilot)
        assert "川べり座談会" in look(app)[1]


async def test_parts_and_issues_are_opened(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        opened = []
        for key in (")", "(", "<", ">"):
            await pilot.press(key)
            assert screen_of(pilot).reading is not None
            opened.append(screen_of(pilot)._open_id)
        assert opened == ["003-2", "003-1", "002", "003-1"]


async def test_a_resize_keeps_the_line(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        before = screen_of(pilot).view.top
        for width in (50, 1, 200, 80, 120):
            await pilot.resize_terminal(width, 20)
            await settle(pilot)
        assert screen_of(pilot).view.top == before


async def test_the_reader_opens_where_it_was_left(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:5")
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert app.return_value == 0
    app = reader("")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert top_words(pilot) == "Three times? In my town it took eleven."


async def test_the_first_time_the_newest_issue_that_can_be_read_opens_at_its_first_part(
    reader: Reader, settle: Settle
) -> None:
    app = reader("")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert screen_of(pilot)._open_id == "003-1"


async def test_a_file_edited_on_disk_is_read_again_at_the_same_words(
    reader: Reader, settle: Settle, folder: Path
) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        path = folder / "003-1.yaml"
        edited = path.read_text(encoding="utf-8").replace("- 水野: |", "- 金子: はじめに。\n          - 水野: |")
        path.write_text(edited, encoding="utf-8")
        screen_of(pilot)._look()
        await settle(pilot)
        assert screen_of(pilot).status.message == "The file changed and was read again."
        assert top_words(pilot).startswith("見積もりは三億円")
        assert screen_of(pilot).reading.stops.turn_at(screen_of(pilot).view.top.block) == 5  # type: ignore[union-attr]


async def test_an_edit_that_breaks_the_file_leaves_what_is_shown(reader: Reader, settle: Settle, folder: Path) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        (folder / "003-1.yaml").write_text("roundtable: [", encoding="utf-8")
        screen_of(pilot)._look()
        await settle(pilot)
        assert top_words(pilot).startswith("見積もりは三億円")
        assert "cannot be read" in screen_of(pilot).status.message


async def test_a_new_file_appears_in_the_library(reader: Reader, settle: Settle, folder: Path) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen_of(pilot)._look()
        await settle(pilot)
        text = (folder / "002.yaml").read_text(encoding="utf-8").replace("issue: 2", "issue: 4")
        (folder / "004.yaml").write_text(text, encoding="utf-8")
        screen_of(pilot)._look()
        await settle(pilot)
        items = app.screen.query_one(LibraryPane).items
        assert "004" in [item.id for item in items if not isinstance(item, str)]


async def test_a_broken_file_is_listed_and_says_why_when_it_is_opened(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert not screen_of(pilot).open_piece("001")
        assert "001.yaml" in screen_of(pilot).status.message
        assert screen_of(pilot)._open_id == "003-1"


async def test_the_library_opens_the_piece_that_is_chosen(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("i")
        assert app.screen.query_one(LibraryPane).has_focus
        await pilot.press("j", "enter")
        await settle(pilot)
        assert screen_of(pilot)._open_id == "003-2"
        assert screen_of(pilot).view.has_focus


async def test_the_contents_lead_to_a_section(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        sidebar = app.screen.query_one(Sidebar)
        assert sidebar.has_class("-hidden")
        await pilot.press("o", "G", "enter")
        await settle(pilot)
        assert top_words(pilot) == "橋のあと"
        assert sidebar.has_class("-hidden")


async def test_the_cast_leads_from_turn_to_turn_of_a_speaker(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(120, 20)) as pilot:
        await settle(pilot)
        cast = app.screen.query_one(CastPane)
        assert [round(share.part, 2) for share in cast.items] == [0.46, 0.33, 0.21]
        starts = []
        for _step in range(3):
            await pilot.press("w", "g", "j", "enter")
            await settle(pilot)
            starts.append(top_words(pilot)[:4])
        assert starts == ["わたしの", "舟は今、", "わたしの"]


async def test_a_list_that_opens_over_the_text_shows_the_piece_that_is_open(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("002:1")  # the last of the series
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        assert not any("堤防の話" in line for line in look(app)[1:])
        await pilot.press("i")
        await settle(pilot)
        assert any("堤防の話" in line for line in look(app)[1:])


async def test_the_sidebar_can_be_hidden_and_shown(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        sidebar = app.screen.query_one(Sidebar)
        await pilot.press("backslash")
        assert sidebar.has_class("-hidden")
        await pilot.press("backslash")
        assert not sidebar.has_class("-hidden")


async def test_the_measure_changes_and_the_place_stays(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:4")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        before, top = view.page.geometry.measure, view.top
        await pilot.press("-", "-")
        assert view.page.geometry.measure < before
        await pilot.press("+", "+")
        assert view.page.geometry.measure == before
        assert view.top == top


async def test_the_problems_of_a_file_are_shown(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("002")
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        assert "! 1 problems" in look(app)[-2]
        await pilot.press("!")
        await settle(pilot)
        assert any("titel" in line for line in look(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_the_theme_changes(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = app.theme
        await pilot.press("t")
        assert app.theme != before


async def test_a_full_width_key_from_an_input_method_works(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        start = screen_of(pilot).view.top
        await pilot.press("ｊ")
        assert screen_of(pilot).view.top > start


async def test_a_click_on_a_link_opens_the_piece(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        row = next(y for y, line in enumerate(look(app)) if "002 堤防の話" in line)
        await pilot.click(offset=(20, row))
        await settle(pilot)
        assert screen_of(pilot)._open_id == "002"


async def test_the_bar_at_the_right_goes_where_it_is_clicked(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.click("#position", offset=(0, 9))
        await settle(pilot)
        assert screen_of(pilot).view.top == screen_of(pilot).view.page.bottom(screen_of(pilot).view.size.height)


async def test_the_wheel_scrolls_the_transcript(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        view = screen_of(pilot).view
        view.move(3)
        down = view.top
        view.go(Place(0, -1))
        await pilot._post_mouse_events([events.MouseScrollDown], "#view")
        await settle(pilot)
        assert view.top == down


async def test_keys_do_nothing_harmful_in_an_empty_library(
    reader: Reader, settle: Settle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    app = reader("", root=tmp_path_factory.mktemp("empty"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "There is no transcript in" in screen_of(pilot).status.message
        await pilot.press(*"jk}{][gGdub)(<>enEN+-!iow", "space", "escape", "backslash")
        await settle(pilot)
        assert app.is_running
