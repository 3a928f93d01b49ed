"""How keys are written for people: `pagedown` becomes PgDn, `left_square_bracket` becomes [."""

from __future__ import annotations

_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "exclamation_mark": "!",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "backslash": "\\",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
}


def key_label(key: str) -> str:
    """Return the key that Textual names `key` as it is printed: `ctrl+f` is ^F, `shift+tab` is Shift+Tab."""
    *modifiers, last = key.split("+")
    shown = _NAMES.get(last) or (last.upper() if last[1:].isdecimal() else last)
    if modifiers == ["ctrl"] and len(shown) == 1:
        return f"^{shown.upper()}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])
