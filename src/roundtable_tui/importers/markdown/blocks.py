"""The blocks of a Markdown text, each with the lines it is made of: CommonMark's, footnotes and definition lists.

A line is looked at once or twice, never more, and each keeps its number in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

Kind = Literal["text", "heading", "rule", "quote", "code", "item", "footnote", "reference", "definition", "comment"]

OVER = "over"
"""The `mark` of a heading with a deeper one right below it, so that nothing is said under it."""


class Row(NamedTuple):
    """A line: its number in the source, from 1, and what of it belongs to the block."""

    number: int
    text: str


@dataclass(slots=True)
class Block:
    """A block: `rows` without the marks that make it one, an empty row between paragraphs.

    `level` is that of a heading, or of a list how far it is indented. `mark` is what was taken from the first line: the
    bullet of an item, the name of a footnote, the word behind a fence.
    """

    kind: Kind
    rows: list[Row] = field(default_factory=list)
    level: int = 0
    mark: str = ""

    @property
    def number(self) -> int:
        """The number of the first line."""
        return self.rows[0].number if self.rows else 0


_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>)+ ?")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-+*]|[0-9]{1,9}[.)])[ \t]+(?=\S)")
_FOOTNOTE = re.compile(r" {0,3}\[(?P<name>\^[^\]\s]{1,80})\]:[ \t]*")
_REFERENCE = re.compile(r" {0,3}\[(?P<name>[^\^\]\[][^\]\[]{0,200})\]:[ \t]*\S")
_DEFINITION = re.compile(r" {0,3}[:：][ \t\u3000]+(?=\S)")
_COMMENT = re.compile(r"\s*<!--")
_TERM = re.compile(
    r"(?!.*(?:\*\*|__)\s*[:：]?\s*[^\s:：].*$)[^:：]{1,60}[:：]?\s*|(?P<mark>\*\*|__)[^*_]{1,60}(?P=mark)[:：]?\s*"
)
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_LONGEST_UNDERLINED = 80
"""The longest line, in code points, that a line of `-` or `=` makes a heading."""


def blocks_of(text: str, first: int = 1) -> list[Block]:
    r"""Return the blocks of `text`, whose first line has the number `first`; a line ends with \n, \r\n or \r."""
    return _Reading([Row(number, row) for number, row in enumerate(re.split(r"\r\n|\r|\n", text), first)]).read()


class _Reading:
    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._at = 0
        self._found: list[Block] = []
        self._text: list[Row] = []

    def read(self) -> list[Block]:
        comments = self._end_of_comments()
        while self._at < len(self._rows):
            row = self._rows[self._at]
            self._at += 1
            if row.text.lstrip().startswith("<!--") and row.number <= comments:
                self._comment(row)
            elif not row.text.strip():
                self._flush()
            elif not self._begins(row):
                self._text.append(Row(row.number, row.text.lstrip()))
        self._flush()
        for block, below in pairwise(self._found):
            if block.kind == below.kind == "heading" and below.level > block.level:
                block.mark = OVER
        return self._found

    def _end_of_comments(self) -> int:
        """Return the number of the last line in which a comment ends, so that none is looked for below it."""
        return next((row.number for row in reversed(self._rows) if "-->" in row.text), 0)

    def _flush(self) -> None:
        if self._text:
            self._found.append(Block("text", self._text))
            self._text = []

    def _add(self, block: Block) -> None:
        self._flush()
        self._found.append(block)

    def _begins(self, row: Row) -> bool:
        """Read the block other than text that begins with `row`; return whether one does."""
        text = row.text
        if self._text and _UNDERLINE.fullmatch(text) and self._underline(text):
            return True
        if found := _HEADING.match(text):
            self._add(Block("heading", [Row(row.number, _without_hashes(text[found.end() :]))], level=len(found[1])))
        elif _RULE.fullmatch(text):
            self._add(Block("rule", [Row(row.number, text.strip())]))
        elif found := _FENCE.match(text):
            self._code(row, found[1], text[found.end() :].strip())
        elif _QUOTE.match(text):
            self._quote(row)
        elif found := _FOOTNOTE.match(text):
            self._add(Block("footnote", [Row(row.number, text[found.end() :])], mark=found["name"]))
            self._indented()
        elif found := _REFERENCE.match(text):
            self._add(Block("reference", [Row(row.number, text.strip())], mark=found["name"]))
        elif found := _DEFINITION.match(text):
            return self._definition(row, found.end())
        elif (found := _ITEM.match(text)) and (not self._text or not found["mark"][0].isdigit()):
            level = len(found["indent"].expandtabs(4))
            self._add(Block("item", [Row(row.number, text[found.end() :])], level, found["mark"]))
            self._lazy()
            self._indented()
        else:
            return False
        return True

    def _underline(self, text: str) -> bool:
        """Make the line above a heading (4.3) where it is short and stands alone, as titles do and speech does not."""
        above = self._text[-1]
        if len(self._text) > 1 or len(above.text) > _LONGEST_UNDERLINED or "**" in above.text or "__" in above.text:
            return False
        self._text = []
        self._found.append(Block("heading", [above], level=1 if "=" in text else 2))
        return True

    def _code(self, row: Row, fence: str, info: str) -> None:
        block = Block("code", [], mark=info, level=row.number)
        self._add(block)
        while self._at < len(self._rows):
            inner = self._rows[self._at]
            self._at += 1
            bare = inner.text.strip()
            if len(bare) >= len(fence) and not bare.strip(fence[0]):
                return
            block.rows.append(Row(inner.number, inner.text.rstrip()))

    def _quote(self, row: Row) -> None:
        block = Block("quote")
        self._add(block)
        self._at -= 1
        while self._at < len(self._rows) and (found := _QUOTE.match(self._rows[self._at].text)):
            row = self._rows[self._at]
            block.rows.append(Row(row.number, row.text[found.end() :].strip()))
            self._at += 1

    def _definition(self, row: Row, start: int) -> bool:
        """Read `: text` below the line it explains; return whether there is such a line."""
        last = self._found[-1] if self._found else None
        if not self._text and last is not None and last.kind == "definition":
            last.rows.append(Row(row.number, ""))
            last.rows.append(Row(row.number, row.text[start:]))
        elif self._text or (last is not None and last.kind == "text" and len(last.rows) == 1):
            term = (self._text or (last.rows if last is not None else []))[-1]
            if len(term.text) > 90 or not _TERM.fullmatch(term.text):
                return False
            if not self._text:
                self._text = self._found.pop().rows
            self._text.pop()
            self._add(Block("definition", [term, Row(row.number, row.text[start:])]))
        else:
            return False
        self._lazy()
        self._indented()
        return True

    def _lazy(self) -> None:
        """Add to the last block the lines right below it that begin no block of their own."""
        block = self._found[-1]
        while self._at < len(self._rows):
            row = self._rows[self._at]
            if not row.text.strip() or _begins_any(row.text):
                return
            block.rows.append(Row(row.number, row.text.strip()))
            self._at += 1

    def _indented(self) -> None:
        """Add to the last block the paragraphs below it that are indented."""
        block = self._found[-1]
        ahead = self._at
        while ahead < len(self._rows):
            row = self._rows[ahead]
            if row.text.strip():
                if not row.text.startswith(("  ", "\t")) or _ITEM.match(row.text):
                    return
                if ahead > self._at:
                    block.rows.append(Row(row.number, ""))
                block.rows.append(Row(row.number, row.text.strip()))
                self._at = ahead + 1
            ahead += 1

    def _comment(self, row: Row) -> None:
        block = Block("comment", [row])
        self._add(block)
        while "-->" not in block.rows[-1].text and self._at < len(self._rows):
            block.rows.append(self._rows[self._at])
            self._at += 1
        last = block.rows[-1]
        end = last.text.find("-->") + 3
        while (another := _COMMENT.match(last.text, end)) and (closed := last.text.find("-->", another.end())) > 0:
            end = closed + 3
        if last.text[end:].strip():
            block.rows[-1] = Row(last.number, last.text[:end])
            self._at -= 1
            self._rows[self._at] = Row(last.number, last.text[end:])


def _begins_any(text: str) -> bool:
    patterns = (_HEADING, _FENCE, _QUOTE, _ITEM, _FOOTNOTE, _REFERENCE, _DEFINITION)
    return any(pattern.match(text) for pattern in patterns) or bool(_RULE.fullmatch(text))


def _without_hashes(text: str) -> str:
    """Return the text of a heading without the hashes that may close it (4.2); an escaped one does not."""
    bare = text.rstrip(" \t")
    core = bare.rstrip("#")
    return core.rstrip(" \t") if core != bare and core[-1:] in ("", " ", "\t") else bare
