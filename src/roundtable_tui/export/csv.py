"""CSV of turns for spreadsheets: a row for each turn, and no cell that a spreadsheet would run; see docs/export.md."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from roundtable_tui.export import details
from roundtable_tui.export.visible import visible
from roundtable_tui.export.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.export.selection import Block, Selection
    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Turn

COLUMNS = (
    *("anchor", "turn", "section", "heading", "kind", "label", "name", "org", "role", "text", "picture", "at"),
    *("title", "series", "issue", "part", "held", "source"),
)
"""The columns, in the first row: the place, who speaks, the words, and what piece they are from."""

_RUN = re.compile(r"[\s']*[=+\-@＝＋－＠]|'|[\t\r\n]")


def harmless(text: str) -> str:
    """Return `text` as a cell that no spreadsheet takes for a formula: an apostrophe before what could be one.

    That is what begins, after any white space and apostrophes, with `=`, `+`, `-`, `@` or the full width of one, and
    what begins with a tab or a line break. What begins with an apostrophe gets another one, so that taking the first
    apostrophe away, where there is one, always gives `text` back: see `unharmed`.
    """
    return f"'{text}" if _RUN.match(text) else text


def unharmed(cell: str) -> str:
    """Return the text of which `cell` is the harmless form."""
    return cell.removeprefix("'")


def document(selection: Selection) -> str:
    r"""Return `selection` as CSV (RFC 4180, but `\n` between rows).

    Every cell is quoted only where it has to be; text from the piece is harmless (see there), and what could steer
    a terminal is visible, as in every export but JSON.
    """
    words = words_for(selection.transcript)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for block in selection.blocks:
        writer.writerows(_row(turn, block, selection, words) for turn in block.turns)
    return buffer.getvalue()


def _row(turn: Turn, block: Block, selection: Selection, words: Words) -> Iterator[str]:
    piece = selection.transcript
    person = turn.speaker
    values = (
        f"{piece.id}:{turn.number}",
        str(turn.number),
        ".".join(map(str, block.path)),
        details.PATH_SEPARATOR.join(filter(None, piece.headings(block.path))),
        turn.kind,
        turn.shown_label if turn.kind == "speech" else "",
        person.full_name if person else "",
        person.org if person else "",
        person.role if person else "",
        turn.text,
        details.pictured(turn.figure, words) if turn.figure else "",
        turn.at,
        " ".join(filter(None, (piece.title, piece.subtitle))),
        piece.series,
        "" if piece.issue is None else str(piece.issue),
        "" if piece.part is None else str(piece.part),
        piece.held or piece.held_label,
        piece.source,
    )
    return (harmless(visible(value)) for value in values)
