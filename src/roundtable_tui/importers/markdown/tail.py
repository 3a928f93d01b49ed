"""What stands below the rule that ends a talk in Markdown: closing words, credits, and an export's reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.credits import take_credit
from roundtable_tui.importers.lines import Line
from roundtable_tui.model import Credit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.gathering import Gathering
    from roundtable_tui.importers.markdown.blocks import Block
    from roundtable_tui.importers.markdown.words import Speech

_CREDITED = re.compile(
    r"(?P<role>[^:]{1,80}): (?P<name>[^（）()]{1,200}?)(?:（(?P<org>[^（）]*)）| \((?P<of>[^()]*)\))?"
)


def read_tail(
    blocks: Sequence[Block], gathering: Gathering, speech: Speech, draft: Draft, *, exported: bool
) -> tuple[str, ...]:
    """Return the closing words in `blocks`, which begin with a rule; credits go to `draft`.

    The last list of an export is the reference to quote it by, whose parts are in their fields.
    """
    closing: list[str] = []
    doubted = exported
    reference = _reference(blocks) if exported else len(blocks)
    for place, block in enumerate(blocks):
        if block.kind == "rule":
            gathering.report.leave(block.number, block.rows[0].text, "a rule")
            continue
        if block.kind == "code" and block.mark:
            gathering.report.leave(block.level, block.mark, "the word behind a fence")
        rows = [row.text for row in block.rows if row.text.strip()]
        for text in rows if block.kind == "code" else speech.paragraphs(block.rows):
            if place >= reference:
                gathering.report.leave(block.number, text, "the reference of an export, made from the fields")
            elif block.kind == "item" and _credit(text, block.number, draft, exported=exported):
                continue
            else:
                if not doubted:
                    gathering.report.wonder(block.number, text[:40], "below a rule at the end; read as closing words")
                    doubted = True
                closing.append(f"{block.mark} {text}" if block.kind == "item" else text)
    return tuple(closing)


def _reference(blocks: Sequence[Block]) -> int:
    """Return the place of the last list, which stands behind a rule of its own."""
    place = len(blocks)
    while place and blocks[place - 1].kind == "item":
        place -= 1
    return place


def _credit(text: str, number: int, draft: Draft, *, exported: bool) -> bool:
    """Put a credit into `draft`; return whether `text` is one."""
    if exported and (found := _CREDITED.fullmatch(text)):
        draft.credits.append(Credit(found["role"], found["name"], found["org"] or found["of"] or ""))
        return True
    return take_credit(Line(number, text, True, True), draft)
