"""Looking at one speaker only: the others dimmed or hidden, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.model import Person
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.cast_pane import CastPane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SERIES = "三つ橋座談会"
AOKI = Person(SERIES, "青木千尋")
CHAMBER = Person(SERIES, "高橋湊")


def screen_of(pilot: Pilot[Any]) -> ReaderScreen:
    assert isinstance(pilot.app.screen, ReaderScreen)
    return pilot.app.screen


def turn_read(pilot: Pilot[Any]) -> int:
    screen = screen_of(pilot)
    assert screen.reading is not None
    return screen.reading.stops.turn_at(screen.view.reading_place().block)


def turns_shown(pilot: Pilot[Any]) -> list[int]:
    """The turns whose words are on the screen."""
    view = screen_of(pilot).view
    turns = dict.fromkeys(view.blocks[row.block].turn for row in view.visible_rows() if row.role == "text")
    return [turn for turn in turns if turn]


def ground_of(pilot: Pilot[Any], words: str) -> Any:
    """The colour in which `words` are drawn."""
    strips = pilot.app.screen._compositor.render_strips()
    return next(seg.style.color for strip in strips for seg in strip if words in seg.text and seg.style).name


async def test_the_others_are_dimmed_and_everybody_comes_back(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = look(app)
        await pilot.press("f")
        await settle(pilot)
        assert screen_of(pilot).lens == AOKI
        dimmed = app.current_theme.variables["dimmed"]
        assert ground_of(pilot, "商工会も手伝って") == ground_of(pilot, "市長に伺います") == dimmed
        assert dimmed not in (
            ground_of(pilot, "二十年前から"),
            ground_of(pilot, "灯りが要ります"),
            ground_of(pilot, "拍手"),
        )
        assert "lens: 青木 千尋" in look(app)[-2]
        await pilot.press("f")
        await settle(pilot)
        assert look(app) == before
        assert dimmed != ground_of(pilot, "商工会も手伝って")


async def test_the_others_are_hidden_behind_a_row_that_names_them_and_opens(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f", "F")
        await settle(pilot)
        shown = "\n".join(look(app))
        assert turns_shown(pilot) == [2, 9, 10]
        assert "… 3 turns: 高橋, 髙橋 …" in shown
        assert "… 2 turns: 高橋, 髙橋 …" in shown
        assert "only 青木 千尋" in look(app)[-2]
        await pilot.press("enter")
        await settle(pilot)
        assert turns_shown(pilot) == [2, 3, 4, 5, 6, 9, 10]
        await pilot.press("F", "F")
        await settle(pilot)
        assert turns_shown(pilot) == [2, 9, 10]


async def test_a_click_opens_what_is_hidden(reader: Reader, look: Look, settle: Settle, talks: Path) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await pilot.press("F")
        await settle(pilot)
        row = next(y for y, line in enumerate(look(app)) if "… 2 turns" in line)
        await pilot.click("#view", offset=(20, row - 1))
        await settle(pilot)
        assert turns_shown(pilot) == [2, 7, 8, 9, 10]


@pytest.mark.parametrize("keys", [("escape",), ("f",)])
async def test_the_lens_is_left_by_esc_and_by_its_key(
    keys: tuple[str, ...], reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:9", root=talks)
    async with app.run_test(size=(100, 16)) as pilot:
        await settle(pilot)
        line = screen_of(pilot).view.top
        await pilot.press("F")
        await settle(pilot)
        assert turn_read(pilot) == 9
        await pilot.press(*keys)
        await settle(pilot)
        assert screen_of(pilot).lens is None
        assert screen_of(pilot).view.top == line
        assert "only" not in look(app)[-2]


async def test_the_same_speakers_turns_are_gone_through_with_the_lens_and_without(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    for before in ((), ("f",), ("F",)):
        app = reader("001:5", root=talks)
        async with app.run_test(size=(80, 12)) as pilot:
            await settle(pilot)
            await pilot.press(*before, ".")
            assert turn_read(pilot) == 7
            await pilot.press(".")
            await settle(pilot)
            assert turn_read(pilot) == 7
            assert any("高橋 湊 says nothing after this." in line for line in look(app))
            await pilot.press(",")
            assert turn_read(pilot) == 5


async def test_from_what_nobody_says_the_next_speaker_is_meant(reader: Reader, settle: Settle, talks: Path) -> None:
    app = reader("001:3", root=talks)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f")
        assert screen_of(pilot).lens == Person(SERIES, "高橋房江")


async def test_jumps_stop_at_what_is_hidden_and_a_hit_in_it_opens_it(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.press("F", "}")
        await settle(pilot)
        view = screen_of(pilot).view
        assert [row.role for row in view.visible_rows()][:1] == ["trace"]
        await pilot.press("}")
        assert screen_of(pilot).view.page.clamp(view.top) == view.top
        await pilot.press("s", *"写真")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen_of(pilot).lens == AOKI
        assert 8 in turns_shown(pilot)
        assert turn_read(pilot) == 8


async def test_percentages_and_places_are_those_of_the_whole_piece(reader: Reader, settle: Settle, talks: Path) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(80, 10)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        share = screen.view.page.share(screen.view.top)
        await pilot.press("F")
        await settle(pilot)
        assert screen.view.page.share(screen.view.top) == pytest.approx(share, abs=0.02)
        shares = []
        while not shares or screen.view.page.share(screen.view.top) > shares[-1]:
            shares.append(screen.view.page.share(screen.view.top))
            await pilot.press("j")
        assert shares == sorted(shares)
        for share in (0.0, 0.3, 0.6, 0.9):
            screen.view.go_to_share(share)
            assert screen.view.page.clamp(screen.view.top) == screen.view.top


async def test_the_place_is_kept_as_a_turn_also_where_it_is_hidden(reader: Reader, settle: Settle, talks: Path) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(80, 10)) as pilot:
        await settle(pilot)
        await pilot.press("F", "}")
        await settle(pilot)
        assert screen_of(pilot).view.trace is not None
        screen_of(pilot).keep_place()
    again = reader("", root=talks)
    async with again.run_test(size=(80, 10)) as pilot:
        await settle(pilot)
        assert turn_read(pilot) == 3
        assert screen_of(pilot).lens is None


async def test_the_lens_goes_along_to_pieces_where_the_person_speaks(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("F", ">")
        await settle(pilot)
        assert screen_of(pilot).lens == AOKI
        assert turns_shown(pilot) == [2]
        await pilot.press(">")
        await settle(pilot)
        assert screen_of(pilot).lens is None
        assert turns_shown(pilot) == [1]


async def test_what_is_hidden_is_not_copied(reader: Reader, settle: Settle, talks: Path) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("F", "x", "g", "x", "G", "y")
        await settle(pilot)
        assert "二十年前から" in app.clipboard
        assert "商工会も手伝って" not in app.clipboard


async def test_the_list_of_speakers_turns_the_lens_on_and_off(reader: Reader, settle: Settle, talks: Path) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        cast = app.screen.query_one(CastPane)
        for wanted in (CHAMBER, None):
            await pilot.press("w")
            cast.set_cursor([share.person for share in cast.items].index(CHAMBER))
            await pilot.press("f")
            await settle(pilot)
            assert screen_of(pilot).lens == wanted
            assert screen_of(pilot).view.has_focus


async def test_a_file_that_changes_is_read_again_through_the_same_lens(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("F")
        path = talks / "001.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("新聞でも", "新聞にも"), encoding="utf-8")
        screen_of(pilot).reload()
        await settle(pilot)
        assert screen_of(pilot).lens == AOKI
        assert turns_shown(pilot) == [2, 9, 10]


async def test_without_colours_and_in_few_a_speaker_has_a_bar_of_their_own(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    for theme, shaped in (("dark", False), ("terminal", True), ("colour-blind", True)):
        app = reader("001:2", root=talks, theme=theme)
        async with app.run_test(size=(60, 60)) as pilot:
            await settle(pilot)
            view = screen_of(pilot).view
            view.colours = {person: number for number, person in enumerate(view.colours, 1)}
            view.refresh()
            await settle(pilot)
            bars = {line[:59].strip()[0] for line in look(app) if line[:59].strip()[:1] in {*"▎┃┆║"}}
            assert bars == ({*"▎┃┆║"} if shaped else {"▎"})
