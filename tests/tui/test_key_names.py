from __future__ import annotations

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import _character_to_key
from textual.widgets import Input

from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.contexts import BOX_KEYS
from roundtable_tui.tui.commands.key_names import KEY_WORDS, key_named, typed_character


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"), ("G", "G"), ("]", "right_square_bracket"), ("｝", "right_curly_bracket"), ("?", "question_mark"),
        (" ", "space"), ("Space", "space"), ("+", "plus"), ("-", "minus"), ("/", "slash"), ("\\", "backslash"),
        ("Ctrl+F", "ctrl+f"), ("ctrl-f", "ctrl+f"), ("C-f", "ctrl+f"), ("^F", "ctrl+f"), ("<C-f>", "ctrl+f"),
        ("Ctrl-Shift-Left", "ctrl+shift+left"), ("Shift+Tab", "shift+tab"), ("S-g", "G"), ("shift+g", "G"),
        ("Alt+←", "alt+left"), ("M-x", "alt+x"), ("alt+X", "alt+shift+x"), ("PgDn", "pagedown"), ("Page Down", None),
        ("Esc", "escape"), ("Return", "enter"), ("Del", "delete"), ("F12", "f12"), ("f25", None), ("↓", "down"),
        ("left_square_bracket", "left_square_bracket"), ("question_mark", "question_mark"), ("お", "お"),
        ("ctrl+i", "tab"), ("Ctrl+M", "enter"), ("ctrl+[", "escape"), ("ctrl+h", "backspace"), ("ctrl++", None),
        ("ctrl+1", None), ("ctrl+shift+f", None), ("shift+1", None), ("alt+]", None), ("ctrl+enter", None),
        ("", None), ("\x1b", None), ("pgdwn", None), ("jj", None), ("ctrl+", None), ("super+x", None),
    ],
)  # fmt: skip
def test_a_key_is_known_however_people_write_it(written: str, key: str | None) -> None:
    assert key_named(written) == key


def test_every_declared_key_means_itself() -> None:
    keys = {key for command in COMMANDS for key in command.declared}
    assert {key: key_named(key) for key in keys} == {key: key for key in keys}


def test_the_keys_that_a_terminal_sends_mean_themselves() -> None:
    sent = {
        str(getattr(key, "value", key))
        for keys in ANSI_SEQUENCES_KEYS.values()
        if isinstance(keys, tuple)
        for key in keys
    }
    # Digits with Ctrl, and Shift with some, are sent by few terminals; nobody should be led to rely on them.
    rare = {key for key in sent if key.startswith("<") or key[-1].isdigit() or key == "shift+escape"}
    assert {key: key_named(key) for key in sent - rare} == {key: key for key in sent - rare}


def test_a_character_has_the_name_that_textual_gives_it() -> None:
    for code in (*range(0x21, 0x7F), 0x3042, 0xE9):
        assert key_named(chr(code)) == _character_to_key(chr(code))
        assert typed_character(_character_to_key(chr(code))) == chr(code)


def test_every_word_offered_is_a_key() -> None:
    assert all(map(key_named, KEY_WORDS))


def test_the_keys_that_a_box_keeps_are_those_of_textuals_box() -> None:
    kept = {key for binding in Input.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {key for key in kept if key_named(key) == key} == BOX_KEYS
