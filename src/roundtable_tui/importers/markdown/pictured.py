"""Pictures as `roundtable export` writes them: a block quote of what is shown, and under it the caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.model import Figure

if TYPE_CHECKING:
    from roundtable_tui.importers.markdown.blocks import Block
    from roundtable_tui.importers.markdown.words import Speech

_SHOWN = re.compile(
    r"(?:図|Figure)(?:: (?P<alt>.*?))?"
    r"(?:（(?P<src>[^（）、\s]{1,500})(?:、写真・図版: (?P<credit>[^（）]*))?）"
    r"| ?\((?P<source>[^(),\s]{1,500})(?:, picture: (?P<by>[^()]*))?\))?"
)


def exported_figure(block: Block, speech: Speech) -> Figure | None:
    """Return the picture that the block quote `block` stands for, None where it is words."""
    if not block.rows or not block.rows[0].text.startswith(("図", "Figure")):
        return None
    shown, *caption = speech.paragraphs(block.rows)
    found = _SHOWN.fullmatch(shown) if len(shown) < 2000 else None
    if found is None:
        return None
    src, credit = found["src"] or found["source"] or "", found["credit"] or found["by"] or ""
    return Figure(src, found["alt"] or "", "\n".join(caption), credit)
