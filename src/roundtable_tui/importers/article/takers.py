"""The lines around the talk that say what they are by themselves, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.article.credits import take_credit
from roundtable_tui.importers.article.dates import take_date_line
from roundtable_tui.importers.article.furniture import take_furniture
from roundtable_tui.importers.article.links import take_links
from roundtable_tui.importers.article.notes import take_note

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

# A link may be printed like a note, and so goes first.
_TAKERS: tuple[Callable[[Line, Draft], bool], ...] = (
    take_furniture,
    take_date_line,
    take_links,
    take_note,
    take_credit,
)


def take(line: Line, draft: Draft) -> bool:
    """Put `line` into its field of the draft, or set it aside, if it says what it is; return whether it does."""
    return any(taker(line, draft) for taker in _TAKERS)
