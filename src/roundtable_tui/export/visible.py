"""Text as it stands in an exported file: whole, except for what could steer a terminal that shows the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.text.safe import display, unsafe_code_points

if TYPE_CHECKING:
    from collections.abc import Callable


def visible(text: str) -> str:
    """Return `text` with every unsafe code point (see `text.safe`) as the visible one that the reader shows.

    Tabs, line breaks and hints such as ZWJ, variation selectors and soft hyphens stay: they are part of the words
    and steer nothing. The JSON export is the one that keeps the unsafe code points too.
    """
    return with_unsafe_replaced(text, display)


def with_unsafe_replaced(text: str, replacement: Callable[[str], str]) -> str:
    """Return `text` with `replacement(code point)` for every unsafe code point, all else as it is."""
    unsafe = unsafe_code_points(text)
    if not unsafe:
        return text
    parts: list[str] = []
    done = 0
    for offset, _name in unsafe:
        parts += text[done:offset], replacement(text[offset])
        done = offset + 1
    return "".join([*parts, text[done:]])
