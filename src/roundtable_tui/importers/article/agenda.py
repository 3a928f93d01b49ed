"""The agenda of a talk: a heading such as 議題 and the points below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import COLONS, composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.importers.lines import Line

_HEADING = re.compile(
    r"[\W_]*(?:本日の|今回の)?(?:議題|議事|トークテーマ|テーマ|アジェンダ|agenda)[\W_]*", re.IGNORECASE
)
_BULLET = re.compile(r"^(?:[・●○■□◆◇•]|[0-9０-９]+[.．、)）]|[①-⑳]|[(（][0-9０-９]+[)）])\s*")


def agenda_in(blocks: Iterable[Sequence[Line]]) -> dict[int, tuple[Line, ...]]:
    """Return the blocks that are of an agenda, each by the number of its first line, with the points in it.

    The points stand in the block of the heading, or in the next one, with a bullet or a number each.
    """
    found: dict[int, tuple[Line, ...]] = {}
    heading: Line | None = None
    for block in blocks:
        if heading is not None and len(block) > 1 and all(_BULLET.match(one.text) or one.marks.item for one in block):
            found[heading.number] = ()
            found[block[0].number] = tuple(block)
        heading = None
        if _HEADING.fullmatch(composed(block[0].text.rstrip(COLONS))):
            if len(block) > 1:
                found[block[0].number] = tuple(block[1:])
            else:
                heading = block[0]
    return found


def without_bullet(text: str) -> str:
    """Return `text` without the bullet or the number before it."""
    return _BULLET.sub("", text)
