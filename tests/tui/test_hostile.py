"""Whatever a library holds, what is drawn holds nothing that a terminal obeys, and every line has its width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import Paste

from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Make = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""Controls, separators, bidirectional controls, halves of surrogates, and what draws nothing."""

EVIL = "\x1b]0;owned\x07[/][@click=app.quit]x[/][red]\u202e\x9b2J\ud800\0"

SHEETS = ("exclamation_mark", "question_mark", "e", "ctrl+p", "s", "slash", "v")
"""The keys that lay something over the reader."""


def check(app: RoundtableApp) -> str:
    """Return what is drawn, once it is harmless and as wide as the screen."""
    lines = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
    for line in lines:
        assert not OBEYED.search(line), ascii(line)
        assert cell_len(line) == app.size.width, ascii(line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("piece", "size"), [("all", (120, 40)), ("all", (40, 10)), ("unescaped", (120, 40)), ("lines", (80, 24))], ids=str
)
async def test_every_kind_is_harmless_on_every_screen(
    piece: str, size: tuple[int, int], reader: Make, settle: Settle, hostile_library: Path
) -> None:
    app = reader(f"{piece}:1", root=hostile_library)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in ("g", "space", "space", "space", "space", "G", "i", "G", "o", "w", "escape"):
            await pilot.press(key)
            check(app)
        for key in SHEETS:
            await pilot.press(key)
            await settle(pilot)
            check(app)
            if key in ("s", "slash"):
                await pilot.press(*"words")
                await settle(pilot)
                assert "words" in check(app)
            if key == "v":
                for chart in ("2", *"words", "enter", "3", "right", "down", "1"):
                    await pilot.press(chart)
                    await settle(pilot)
                    check(app)
            await pilot.press("escape")
        assert app.return_code is None


async def test_markup_stands_as_it_was_written(reader: Make, settle: Settle, hostile_library: Path) -> None:
    app = reader("markup:1", root=hostile_library)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        assert "words[/][@click=app.quit]x[/][red]r[/red][a b][bold" in check(app)
        assert "title[/][@click=app.quit]x[/][red]r[/red][a b][bold" in check(app)
        await pilot.press("e")
        assert "heading[/][@click=app.quit]x[/][red]r[/red][a b][bold › inner" in check(app)


async def test_a_piece_of_an_evil_name_opens_or_says_in_the_status_why_not(
    reader: Make, settle: Settle, hostile_library: Path
) -> None:
    for piece in ("\x1b[31mesc\x07", "new\nline", "\u202e[red]\x9b", "half\udcff", "halves"):
        app = reader("", root=hostile_library)
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            app.screen.open_piece(piece)
            await settle(pilot)
            check(app)
            await pilot.press("exclamation_mark")
            check(app)


async def test_what_is_pasted_is_visible_in_every_box(reader: Make, settle: Settle, hostile_library: Path) -> None:
    app = reader("escape:1", root=hostile_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("s", "slash", "e", "ctrl+p"):
            await pilot.press(key)
            app.post_message(Paste(EVIL))
            await settle(pilot)
            assert "␛]0;owned␇[/][@click=app.quit]x[/][red]␦␦2J␦␀" in check(app)
            await pilot.press("enter")
            await settle(pilot)
            check(app)
            if len(app.screen_stack) > 1:
                await pilot.press("escape")


async def test_a_copy_is_taken_as_an_export_writes_it(reader: Make, settle: Settle, hostile_library: Path) -> None:
    app = reader("escape:1", root=hostile_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.copy_to_clipboard(f"一\n二{EVIL}\u200d")
        assert app.clipboard == "一\n二␛]0;owned␇[/][@click=app.quit]x[/][red]␦␦2J␦␀\u200d"
        await pilot.press("x", "g", "x", "G", "ctrl+c")
        await settle(pilot)
        assert "words␛[2J" in app.clipboard
        assert "heading␛[2J" in app.clipboard
        assert not OBEYED.search(re.sub("[\n\t\u200b-\u200d\u2060\ufeff\u00ad]", "", app.clipboard))


async def test_a_notification_shows_markup_as_it_is(reader: Make, settle: Settle, hostile_library: Path) -> None:
    app = reader("markup:1", root=hostile_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        check(app)
        await pilot.press("s")
        app.screen.query_one(QueryInput).value = EVIL
        await settle(pilot)
        check(app)
