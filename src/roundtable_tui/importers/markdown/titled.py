"""Lists that say what they are in the line above them: who takes part, the agenda, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from roundtable_tui.importers.lines import COLONS, Line, trailing_bracket
from roundtable_tui.importers.markdown.inline import words_of
from roundtable_tui.importers.speakers.listed import described, is_cast_title, named_in_line, participant_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.markdown.blocks import Block
    from roundtable_tui.model import Participant

_AGENDA = re.compile(r"(?:議題|議事|トークテーマ|テーマ|agenda|topics)", re.IGNORECASE)
_NOTES = re.compile(r"(?:注|注釈|用語|用語集|語句|notes|glossary)", re.IGNORECASE)
_TERM = re.compile(r"(?P<mark>\*\*|__)(?P<term>(?:\\.|[^*_\\\n]){1,200})(?P=mark)\s*(?:[:：]\s*)?")


class Titled(NamedTuple):
    """A list that begins with its title at the place `start` among the blocks and ends before `end`."""

    kind: Literal["cast", "agenda", "notes"]
    start: int
    end: int
    honorifics: str = ""


def find_titled(blocks: Sequence[Block]) -> list[Titled]:
    """Return the lists with a title, and the lines that name who takes part one after the other."""
    found = []
    for place, block in enumerate(blocks):
        if block.kind not in ("heading", "text") or len(block.rows) > 1:
            continue
        title = words_of(block.rows[0].text[:300]).text.strip()
        if not title or len(title) > 200:
            continue
        end = place + 1
        while end < len(blocks) and blocks[end].kind == "item":
            end += 1
        kind = _kind(title.rstrip(COLONS).strip()) if end > place + 1 else None
        if kind is not None:
            bracket = trailing_bracket(title.rstrip(COLONS))[1]
            found.append(Titled(kind, place, end, bracket if kind == "cast" else ""))
        elif block.kind == "text" and named_in_line(title):
            found.append(Titled("cast", place, place + 1))
    return found


def _kind(title: str) -> Literal["cast", "agenda", "notes"] | None:
    bare = trailing_bracket(title)[0]
    if is_cast_title(title):
        return "cast"
    if _AGENDA.fullmatch(bare):
        return "agenda"
    return "notes" if _NOTES.fullmatch(bare) else None


def people_of(titled: Titled, blocks: Sequence[Block]) -> list[Participant]:
    """Return those whom the list names; their `line` is that of the source."""
    header = blocks[titled.start]
    if titled.end == titled.start + 1:
        title = words_of(header.rows[0].text).text.strip()
        return [participant_of(Line(header.number, name, True, True)) for name in named_in_line(title)]
    people = []
    for block in blocks[titled.start + 1 : titled.end]:
        term, text = term_of(" ".join(row.text for row in block.rows if row.text))
        if term:
            people.append(described(term, text)._replace(line=block.number))
        elif text:
            people.append(participant_of(Line(block.number, text, True, True))._replace(line=block.number))
    return people


def term_of(markdown: str) -> tuple[str, str]:
    """Return the term in bold with which `markdown` begins, empty where none does, and the rest, both as words."""
    found = _TERM.match(markdown)
    if found is None:
        return "", words_of(markdown).text.strip()
    term = words_of(found["term"]).text.strip().rstrip(COLONS).strip()
    return term, words_of(markdown[found.end() :]).text.strip()
