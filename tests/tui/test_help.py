from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.tui.commands import COMMANDS, key_label
from roundtable_tui.tui.screens.help import HelpScreen
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


async def test_the_help_names_every_command_and_its_keys(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(100, 240)) as pilot:
        await settle(pilot)
        await pilot.press("?")
        await settle(pilot)
        shown = "\n".join(look(app))
        for command in COMMANDS:
            assert command.description in shown
            assert key_label(command.keys[0]) in shown


async def test_the_help_scrolls_at_the_first_key_and_closes(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        first = look(app)
        await pilot.press("space")
        await settle(pilot)
        second = look(app)
        assert second != first
        await pilot.press("G", "g")
        await settle(pilot)
        assert look(app) == first
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)


def test_keys_are_written_as_they_are_printed() -> None:
    labels = {"f1": "F1", "ctrl+f": "^F", "right_square_bracket": "]", "G": "G", "shift+tab": "Shift+Tab", "a": "a"}
    assert {key: key_label(key) for key in labels} == labels


def test_no_two_commands_of_a_scope_share_a_key_and_no_two_share_an_id() -> None:
    for scope in {command.scope for command in COMMANDS}:
        keys = [key for command in COMMANDS if command.scope == scope for key in command.keys]
        assert len(keys) == len(set(keys))
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
