"""From a key as people write it to Textual's name of it: `Ctrl-F`, `^F` and `C-f` are ctrl+f.

Only keys that a terminal can send have a name: it sends the same byte for Ctrl+I and Tab, and none for Ctrl+Shift+F.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import cache

_MODIFIERS = {
    "ctrl": "ctrl", "control": "ctrl", "c": "ctrl", "alt": "alt", "option": "alt", "meta": "alt", "m": "alt",
    "a": "alt", "shift": "shift", "s": "shift",
}  # fmt: skip

_WORDS = {
    "space": "space", "enter": "enter", "return": "enter", "tab": "tab", "escape": "escape", "esc": "escape",
    "up": "up", "down": "down", "left": "left", "right": "right", "↑": "up", "↓": "down", "←": "left", "→": "right",
    "home": "home", "end": "end", "pagedown": "pagedown", "pgdn": "pagedown", "pgdown": "pagedown",
    "pageup": "pageup", "pgup": "pageup", "insert": "insert", "ins": "insert", "delete": "delete", "del": "delete",
    "backspace": "backspace", "bs": "backspace", "plus": "plus", "minus": "minus", "slash": "slash",
    "backslash": "backslash", "at": "at", "underscore": "underscore",
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
}  # fmt: skip

_TEXTUAL = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
            "plus_sign": "plus", "low_line": "underscore"}  # fmt: skip
"""Where Textual's name of a character is not that of Unicode."""

_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+h": "backspace",
              "ctrl+space": "ctrl+@", "ctrl+at": "ctrl+@", "ctrl+slash": "ctrl+underscore"}  # fmt: skip

_CONTROLS = re.compile(r"ctrl\+(?:[a-z]|backslash|right_square_bracket|circumflex_accent|underscore|@)")
"""What Ctrl and a character can be (C0 of ECMA-48)."""

_WITH_MODIFIERS = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}

KEY_WORDS = tuple(word for word in _WORDS if word.isascii())
"""The words that name keys, to find the nearest in."""


def key_named(written: str) -> str | None:
    """Return Textual's name of the key that `written` stands for, or None where no terminal sends such a key."""
    text = unicodedata.normalize("NFKC", written)
    if len(text) == 1:
        return _WORDS.get(text) or character_key(text)
    text = text.strip()
    if re.fullmatch(r"<[^<>]{2,}>", text):
        text = text[1:-1]
    if text.startswith("^") and len(text) == 2:
        text = f"ctrl+{text[1]}"
    modifiers: set[str] = set()
    while (begun := re.match(r"([A-Za-z]+)[+-](?=.)", text)) and begun[1].lower() in _MODIFIERS:
        modifiers.add(_MODIFIERS[begun[1].lower()])
        text = text[begun.end() :]
    return _with_modifiers(modifiers, text)


def character_key(character: str) -> str | None:
    """Return Textual's name of the key that types `character`, or None for one that no key types."""
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _TEXTUAL.get(name, name) or None


def typed_character(key: str) -> str:
    """Return the character that the key types which Textual names `key`, or nothing."""
    if len(key) == 1:
        return key
    if key in _ascii():
        return _ascii()[key]
    for spelling in (key.replace("_", " "), key.replace("_", "-")):
        with suppress(KeyError):
            found = unicodedata.lookup(spelling)
            return found if found.isprintable() else ""
    return ""


@cache
def _ascii() -> dict[str, str]:
    """Return the characters of ASCII by the names of their keys: in Unicode's, hyphens and spaces are mixed."""
    return {name: character for character in map(chr, range(0x20, 0x7F)) if (name := character_key(character))}


def _with_modifiers(modifiers: set[str], last: str) -> str | None:
    if len(last) == 1 and last not in _WORDS:
        return _character_with(modifiers, last)
    word = _WORDS.get(last.lower())
    if word is None:
        # A name as Textual writes it.
        word = last if typed_character(last) and not modifiers - {"ctrl"} else None
    if word is None or not modifiers:
        return word
    if len(typed_character(word)) == 1:
        return _character_with(modifiers, typed_character(word))
    function_key = re.fullmatch(r"f\d+", word) is not None
    if word in _WITH_MODIFIERS or (function_key and modifiers == {"ctrl"}) or (word, modifiers) == ("tab", {"shift"}):
        return "+".join([*(each for each in ("alt", "ctrl", "shift") if each in modifiers), word])
    return None


def _character_with(modifiers: set[str], character: str) -> str | None:
    if not modifiers:
        return character_key(character)
    letter = character.isascii() and character.isalpha()
    if modifiers == {"shift"}:
        return character.upper() if letter else None
    if modifiers == {"alt"} and character.isascii() and character.isalnum():
        return f"alt+shift+{character.lower()}" if character.isupper() else f"alt+{character}"
    if modifiers == {"alt", "shift"} and letter:
        return f"alt+shift+{character.lower()}"
    if modifiers == {"ctrl"}:
        name = f"ctrl+{character.lower() if letter else character_key(character)}"
        name = _SAME_BYTE.get(name, name)
        return name if not name.startswith("ctrl+") or _CONTROLS.fullmatch(name) else None
    return None
