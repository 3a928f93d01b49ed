"""From one look to the next in as few bytes as that takes.

Textual ends every run of text with a reset and begins the next with all of its colours, some forty bytes a run, though
most runs of a frame stand on one background.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.color import ColorSystem

RESET = "\x1b[0m"


class Look(NamedTuple):
    """The parameters of SGR (ECMA-48) for attributes, foreground and background; nothing where it is the terminal's."""

    attributes: str = ""
    foreground: str = ""
    background: str = ""


PLAIN = Look()
"""How the terminal writes after a reset."""


@lru_cache(4096)
def look_of(style: Style, system: ColorSystem) -> Look:
    """Return `style` as it looks with the colours of `system`."""
    foreground, background = Style(color=style.color), Style(bgcolor=style.bgcolor)
    return Look(*(Strip.render_ansi(part, system) for part in (style.without_color, foreground, background)))


@lru_cache(4096)
def change(before: Look, after: Look) -> str:
    """Return what makes a terminal that writes in the look `before` write in the look `after`."""
    if before == after:
        return ""
    if before.attributes not in ("", after.attributes):  # there is no way to take a single one back everywhere
        return f"\x1b[{';'.join(['0', *filter(None, after)])}m"
    codes = [after.attributes] if after.attributes != before.attributes else []
    if after.foreground != before.foreground:
        codes.append(after.foreground or "39")
    if after.background != before.background:
        codes.append(after.background or "49")
    return f"\x1b[{';'.join(codes)}m"
