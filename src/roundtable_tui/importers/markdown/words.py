"""From the lines of a block to what they say, paragraph by paragraph; what does not belong to the words is reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from roundtable_tui.importers.markdown.inline import words_of
from roundtable_tui.model import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.importers.markdown.blocks import Row
    from roundtable_tui.importers.report import Report

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,500})\]\(\s*<?(?P<src>[^\s()<>]{1,500})>?(?:\s+[\"'](?P<caption>[^\"']{0,500})[\"'])?\s*\)"
)
_MARKS = "*_~`"
_AROUND_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


class Speech:
    """Reads the words of blocks; `references` are the names of addresses."""

    def __init__(self, report: Report, references: Mapping[str, str]) -> None:
        self._report = report
        self._references = references

    def paragraphs(self, rows: Sequence[Row]) -> list[str]:
        """Return the paragraphs of `rows`: lines are joined as a browser does, but at a hard break (6.7)."""
        markdown, starts = _joined(rows)
        words = words_of(markdown, self._references)
        for aside in words.asides:
            row = rows[bisect_right(starts, aside.offset) - 1]
            self._report.leave(row.number, aside.text, aside.reason)
        # White space at an end that was written as a reference is meant to stay.
        return [line for line in _AROUND_BREAK.sub("\n", words.text).split("\n") if line.strip()]

    def text(self, rows: Sequence[Row]) -> str:
        """Return the words of `rows`, a paragraph a line."""
        return "\n".join(self.paragraphs(rows))

    def line(self, rows: Sequence[Row]) -> str:
        """Return the words of `rows` in one line."""
        return " ".join(self.paragraphs(rows))


def _joined(rows: Sequence[Row]) -> tuple[str, list[int]]:
    """Return the lines of `rows` joined, and where each begins in that; a row without text divides paragraphs."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for place, row in enumerate(rows):
        starts.append(length)
        text = row.text.strip(" \t\r")
        after = rows[place + 1].text.strip() if place + 1 < len(rows) else ""
        hard = not text or not after or row.text.endswith("  ") or (text.endswith("\\") and not text.endswith("\\\\"))
        if hard:
            between = "\n"
            text = text[:-1] if text.endswith("\\") and after and not text.endswith("\\\\") else text
        else:
            ends = (text.rstrip(_MARKS)[-1:], after.lstrip(_MARKS)[:1])
            between = "" if all(map(_WIDE.match, ends)) else " "
        parts += [text, between]
        length += len(text) + len(between)
    return "".join(parts[:-1]), starts


def picture(text: str) -> Figure | None:
    """Return the picture that is all of `text`, None where it is no picture, or none that lies beside the file."""
    found = _PICTURE.fullmatch(text.strip())
    if found is None:
        return None
    src = found["src"]
    if ":" in src or src.startswith(("/", "#")) or "\\" in src or ".." in src.split("/"):
        return None
    return Figure(src, words_of(found["alt"]).text, words_of(found["caption"] or "").text)


def in_italics(text: str) -> bool:
    """Return whether all of `text` stands in italics: one pair of `*` or `_` around it and no other inside."""
    return _all_in(text, 1)


def in_bold(text: str) -> bool:
    """Return whether all of `text` stands in bold."""
    return _all_in(text, 2) or _all_in(text, 3)


def _all_in(text: str, marks: int) -> bool:
    text = text.strip()
    mark = text[:1]
    if mark not in ("*", "_") or len(text) <= 2 * marks:
        return False
    around = mark * marks
    inner = re.sub(r"\\.| \* ", "  ", text[marks:-marks])
    return text.startswith(around) and text.endswith(around) and mark not in inner and bool(inner.strip() or marks)
