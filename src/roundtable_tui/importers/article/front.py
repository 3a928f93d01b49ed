"""What stands before the talk: title, lead, notes, dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.agenda import agenda_in, without_bullet
from roundtable_tui.importers.article.credits import is_credit
from roundtable_tui.importers.article.dates import is_date, read_held
from roundtable_tui.importers.article.facts import TALK, read_facts
from roundtable_tui.importers.article.furniture import is_furniture
from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.article.takers import take
from roundtable_tui.importers.lines import COLONS, blocks, ends_as_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line
    from roundtable_tui.model import Figure

_SPOKEN = re.compile(r"(?:です|ます|でした|ました|ません|ください|しょう)[!！。…]*$")
_SUBTITLE = re.compile(r"[~～〜―─—–-].*|.*[~～〜―─—–-]|[(（【〔]?[前中後][編篇半][^。、!！]{0,20}")
_CONTENTS = re.compile(r"[\W_]*(?:目次|もくじ|contents)[\W_]*", re.IGNORECASE)


def read_front(lines: Sequence[Line], later: frozenset[str], draft: Draft) -> None:
    """Put `lines`, all that stands before the talk except the cast, into the draft.

    `later` are the lines of the talk: what a table of contents lists.
    """
    title = _title(lines)
    heads: list[Line] = []
    lead: list[Line] = []
    agenda = agenda_in(blocks(lines))
    for block in blocks(lines):
        if _CONTENTS.fullmatch(block[0].text) or (len(block) > 1 and all(line.text in later for line in block)):
            _set_contents_aside(block, later, lead, draft)
        elif block[0].number in agenda:
            _take_agenda(block, agenda[block[0].number], draft)
        else:
            _take_block(block, title, heads, lead, draft)
    draft.lead = [line.text for line in lead]
    read_facts(heads, lead, draft)
    read_held(lead, draft)


def _title(lines: Sequence[Line]) -> Line | None:
    """Return the title: the first line that is not of the page, or before the lead a later one that names a talk."""
    heads: list[Line] = []
    marked = next((line for line in lines if line.marks.depth == 1), None)
    if marked is not None:
        return marked
    for line in lines:
        if _is_title_like(line) and not (heads and _SPOKEN.search(line.text)):
            heads.append(line)
        elif heads:
            break
    return next((line for line in heads if TALK.search(line.text)), heads[0] if heads else None)


def _is_title_like(line: Line) -> bool:
    return not (
        is_furniture(line.text)
        or is_note(line.text)
        or is_credit(line.text)
        or is_date(line.text)
        or line.text.endswith("。")
    )


def _take_block(block: Sequence[Line], title: Line | None, heads: list[Line], lead: list[Line], draft: Draft) -> None:
    after_note = False
    for line in block:
        if line is title:
            draft.title = line.text
            heads.append(line)
        elif line.marks.figure is not None:
            _take_picture(line, line.marks.figure, draft)
        elif line.text == draft.title:
            draft.report.set_aside(line, "the title again")
        elif take(line, draft):
            after_note = is_note(line.text)
        elif title is not None and line.number < title.number:
            draft.report.set_aside(line, "stands before the title")
            heads.append(line)
        elif _is_subtitle(line, block, heads, lead, draft):
            draft.subtitle = line.text
            heads.append(line)
        else:
            lead.append(line)
            if after_note:
                draft.report.doubt(line, "stands right below a note; read as a paragraph of the lead")
            elif not ends_as_prose(line.text):
                draft.report.doubt(line, "a short line before the talk; kept in the lead")


def _take_picture(line: Line, figure: Figure, draft: Draft) -> None:
    if figure.src and draft.image is None:
        draft.image = figure
    else:
        draft.report.set_aside(line, "stands for or below a picture above the talk")


def _is_subtitle(line: Line, block: Sequence[Line], heads: list[Line], lead: list[Line], draft: Draft) -> bool:
    """Return whether `line` stands right below the title and is no sentence of the lead."""
    if not draft.title or draft.subtitle or lead or line.marks.depth:
        return False
    if ends_as_prose(line.text) and not _SUBTITLE.fullmatch(line.text):
        return False
    return heads[-1] in block or bool(_SUBTITLE.fullmatch(line.text))


def _take_agenda(block: Sequence[Line], points: Sequence[Line], draft: Draft) -> None:
    if block[0] not in points:
        draft.report.set_aside(block[0], "the heading of the agenda")
    draft.agenda += [without_bullet(line.text) for line in points]


def _set_contents_aside(block: Sequence[Line], later: frozenset[str], lead: list[Line], draft: Draft) -> None:
    for line in block:
        listed = without_bullet(line.text)
        if line.text in later or listed in later or _CONTENTS.fullmatch(line.text.rstrip(COLONS)):
            draft.report.set_aside(line, "table of contents")
        else:
            lead.append(line)
            draft.report.doubt(line, "stands in a table of contents but heads no section; kept in the lead")
