"""The interface in Japanese: words twice as wide, and no English left where a person looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.text import cells
from roundtable_tui.tui.screens.palette import PaletteScreen
from roundtable_tui.tui.screens.search import SearchScreen
from roundtable_tui.tui.widgets.hit_list import HitList
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_the_footer_shows_whole_names_at_every_width(reader: Reader, settle: Settle, lang: str) -> None:
    app = reader(lang=lang)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = app.screen.query_one(KeyBar)
        shown = ["".join(text for text, _style in bar.parts(0, width)) for width in range(140)]
    assert all(cells.width(text) <= width for width, text in enumerate(shown))
    assert shown[0] == ""
    whole = shown[-1].split("  ")
    assert len(whole) > 7
    assert {name for text in shown if text for name in text.split("  ")} <= set(whole)
    # A name that fits exactly is there.
    assert shown[cells.width(whole[0])] == whole[0]


async def test_no_english_is_left_on_the_screens(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader(lang="ja")
    words: set[str] = set()
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in (["G"], ["question_mark"], ["escape", "e"], ["escape", "s"], ["escape", "ctrl+p"]):
            await pilot.press(*keys)
            await settle(pilot)
            lines = [line for line in look(app) if "/" not in line]
            # The palette shows the ids of commands, which are the same in every language.
            words.update(re.findall(r"[A-Za-z]{3,}", re.sub(r"[a-z]+\.[a-z-]+", "", "\n".join(lines))))
    keys = {"Esc", "Enter", "Space", "PgDn", "PgUp", "Home", "End", "Tab", "Shift", "Alt"}
    endings = {"txt", "json", "csv"}  # of files, to choose a format by
    assert words <= {*keys, *endings, "Markdown", "Ruth", "Hara", "visitor", "Three", "times", "town", "took", "eleven"}


async def test_the_palette_asks_in_the_language_of_the_interface(reader: Reader, settle: Settle) -> None:
    app = reader(lang="ja")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, PaletteScreen)
        assert app.screen.query_one(QueryInput).placeholder == "名前（日本語・英語）かキー"


async def test_the_key_of_the_palette_goes_up_in_the_search(reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        app.screen.query_one(QueryInput).value = "チャット"
        await settle(pilot)
        hits = app.screen.query_one(HitList)
        first = hits.hit
        await pilot.press("ctrl+n")
        assert hits.hit != first
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, SearchScreen)
        assert hits.hit == first
