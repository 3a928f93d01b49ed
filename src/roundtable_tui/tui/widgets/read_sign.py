"""How much of a piece was read, as a sign that needs no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.text import cells

if TYPE_CHECKING:
    from roundtable_tui.state.progress import Share

UNREAD, READ = "○", "●"
QUARTERS = "◔◑◕"
"""For something of a piece, about half, and most of it."""

READ_SECTION = "✓"
"""One cell in every terminal, since its width is not ambiguous (UAX #11)."""


def read_sign(share: Share | None) -> str:
    """Return ○ for a piece of which nothing was read (None too), ● for one that was read, else ◔, ◑ or ◕."""
    if share is None or (not share.seen and not share.all):
        return UNREAD
    return READ if share.all else QUARTERS[min(2, int(share.part * 3))]


def sign_column(share: Share | None) -> str:
    """Return the sign with a space after it, as wide as every other: some terminals draw two of them over two cells."""
    return cells.pad(read_sign(share), cells.width(UNREAD) + 1)
