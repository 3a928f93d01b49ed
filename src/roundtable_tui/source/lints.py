"""Finds where YAML loses or alters free text without a word: comments that were text, and folded lines.

Free text is what a reader reads: titles, headings, turns, notes, names. A number, a date, an id or a key cannot lose
anything by a comment behind it, and is not looked at.

- `comment-in-text`: a ` #` behind unquoted free text makes a comment of the rest. A comment that is meant as one keeps
  clear of the text: two blanks or a tab before the `#`, and one behind it (`title: 紙の話  # as printed`). Whatever is
  closer (`12時 #1`, `話 # 続き`) may be text and gets a warning. Where no text stands before the `#`, as in
  `subtitle: # none`, only what follows it tells.
- `folded-text`: lines of unquoted, quoted or `>` text are joined with a space. Between words of English nothing is
  lost by that; next to a Japanese character the space is one that nobody wrote, and gets a warning at the line that was
  joined on, once for each text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.source.nodes import Scalar
    from roundtable_tui.source.report import Report

_COMMENT = r"[ \t]+#.*"
_CLEAR_COMMENT = r"(?:  +|[ \t]*\t[ \t]*)#+(?:[ \t].*)?"
_CLEAR_OF_NOTHING = r"[ \t]+#+(?:[ \t].*)?"
_UNSPACED = (
    *(("\u2e80", "\u312f"), ("\u3190", "\u9fff"), ("\uf900", "\ufaff"), ("\ufe30", "\ufe4f"), ("\uff00", "\uffef")),
    *(("\U0001b000", "\U0001b16f"), ("\U00020000", "\U0003ffff")),
)
"""First and last of the characters that stand without spaces: han, kana, their punctuation and full-width forms."""


def check_text(node: Scalar, report: Report) -> None:
    """Warn where the free text of `node`, which is no `|` text, is cut off by a comment or gets spaces when folded."""
    if report.may_have_comments and not node.style:
        _check_comment(node, report)
    if report.warnings and node.end_mark.line > node.start_mark.line:
        _check_folds(node, report)


def _is_unspaced(character: str) -> bool:
    # Before all of them lie the characters of nearly every text that is folded on purpose.
    return character >= _UNSPACED[0][0] and any(first <= character <= last for first, last in _UNSPACED)


def _check_comment(node: Scalar, report: Report) -> None:
    end = node.end_mark
    found = re.compile(_COMMENT).match(report.text, end.index)
    clear = _CLEAR_COMMENT if node.value else _CLEAR_OF_NOTHING
    if found and not re.fullmatch(clear, found.group().rstrip("\r")):
        lost = found.group().strip(" \t\r").translate(report.stand_ins)
        message = f"the rest of the line is a comment and not part of the text: {lost[:40]}"
        remedy = "put the text in quotes or below `|`; a comment has two spaces before the # and one after it"
        column = end.column + len(found.group()) - len(found.group().lstrip(" \t"))
        report.add(end.line + 1, column + 1, "comment-in-text", f"{message}; {remedy}", warning=True)


class _Fold(NamedTuple):
    """Two lines that become one: the offset (from 0) of the second within the text, its column, what meets."""

    line: int
    column: int
    before: str
    after: str


def _check_folds(node: Scalar, report: Report) -> None:
    lines = report.text[node.start_mark.index : node.end_mark.index].split("\n")
    folds = _block_folds(lines) if node.style == ">" else _flow_folds(lines, node.style)
    first, count = None, 0
    for fold in folds:
        if _is_unspaced(fold.before) or _is_unspaced(fold.after):
            first, count = first or fold, count + 1
    if first is None:
        return
    places = f" and at {count - 1:,} more" if count > 1 else ""
    message = f"this line is joined to the one before with a space that is not in the text{places}; write it below `|`"
    report.add(node.start_mark.line + first.line + 1, first.column + 1, "folded-text", message, warning=True)


def _flow_folds(lines: list[str], style: str | None) -> Iterator[_Fold]:
    """The folds of unquoted or quoted text; an empty line between keeps a line break, and so does `\\` at an end."""
    for place in range(1, len(lines)):
        before, after = lines[place - 1].rstrip(" \t\r"), lines[place].lstrip(" \t").rstrip("\r")
        escaped = style == '"' and (len(before) - len(before.rstrip("\\"))) % 2 == 1
        if before.strip() and after and not escaped:
            yield _Fold(place, len(lines[place]) - len(lines[place].lstrip(" \t")), before[-1], after[0])


def _block_folds(lines: list[str]) -> Iterator[_Fold]:
    """The folds of `>` text; lines that are indented more than the first keep their line breaks."""
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), default=0)
    for place in range(2, len(lines)):
        before, after = lines[place - 1].rstrip("\r")[indent:], lines[place].rstrip("\r")[indent:]
        if before and after and before[0] not in " \t" and after[0] not in " \t":
            yield _Fold(place, indent, before.rstrip(" \t")[-1:], after[0])
