"""Notes printed with ※ that explain a term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import colons

if TYPE_CHECKING:
    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

_MARK = re.compile(r"[※＊*]\s*")
_HONORIFICS = re.compile(r"[(（]?[^。(（)）]{0,8}敬称[^。(（)）]{0,8}[)）]?")
_LONGEST_TERM = 50


def is_note(text: str) -> bool:
    """Return whether `text` begins as a note does."""
    return bool(_MARK.match(text))


def take_note(line: Line, draft: Draft) -> bool:
    """Put `※term:text` into the notes; return whether `line` is such a note.

    A second note on a term that has one already cannot stand in the file beside it and is set aside.
    """
    mark = _MARK.match(line.text)
    text = line.text[mark.end() :] if mark else line.text
    if _HONORIFICS.fullmatch(text) and not draft.honorifics:
        draft.honorifics = text.strip("()（）")
        return True
    place = next(colons(text), None) if mark else None
    if place is None:
        return False
    term, meaning = text[:place].rstrip(), text[place + 1 :].lstrip()
    if not term or not meaning or len(term) > _LONGEST_TERM or "。" in term:
        return False
    if term in draft.notes:
        draft.report.set_aside(line, f"a second note on {term}")
    else:
        draft.notes[term] = meaning
    return True
