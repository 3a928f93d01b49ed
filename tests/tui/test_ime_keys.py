"""An input method that was left on does not keep the keys from working."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from textual.events import Key

import roundtable_tui.tui as tui
from roundtable_tui.tui.app import _narrow
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.in_force import use_keys
from roundtable_tui.tui.commands.key_names import key_named, typed_character
from roundtable_tui.tui.ime_keys import key_meant
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


def pressed(character: str) -> str:
    """Return the name of the key that the reader takes `character` for."""
    return _narrow(Key(key_named(character) or character, character)).key


def test_the_full_width_form_of_every_command_key_is_that_key() -> None:
    keys = {key: typed_character(key) for command in COMMANDS for key in command.declared}
    typed = {key: character for key, character in keys.items() if character.isascii() and character}
    assert len(typed) > 30
    for key, character in typed.items():
        wide = "\u3000" if character == " " else chr(ord(character) + 0xFEE0)
        assert pressed(wide) == key


def test_what_kana_input_makes_of_a_key_is_that_key() -> None:
    sent = "、。「」『』・ー￥｢｣うおいｊ［］｛｝？／　"
    assert "".join(map(key_meant, sent)) == ",.[]{}/-\\[]uoij[]{}?/ "


def test_other_characters_and_keys_that_were_chosen_are_left_alone() -> None:
    assert [key_meant(character) for character in "漢か㌔é"] == ["漢", "か", "㌔", "é"]
    use_keys({"turn.next": ("お",)})
    assert pressed("お") == "お"
    use_keys({})
    assert pressed("お") == "o"


async def test_a_turn_is_gone_on_to_with_kana_on(reader: Reader, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.view
        for sent, plain in [("』", "}"), ("」", "]"), ("ｇ", "g"), ("　", "space"), ("｢", "[")]:
            before = view.top
            app.post_message(Key(key_named(sent) or sent, sent))
            await settle(pilot)
            there = view.top
            app.screen.view.go(before)
            await pilot.press(plain)
            assert view.top == there, f"{sent} is {plain}"


def test_every_box_in_which_text_is_typed_keeps_the_caret_where_input_methods_draw() -> None:
    for path in Path(tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("Input", "TextArea", "MaskedInput"), f"{path.name}: use QueryInput"
