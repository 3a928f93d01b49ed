"""What a bit of Markdown says: its words without the marks of CommonMark 0.31, and the addresses behind its links.

A pair of marks is one where the first stands before ink and the second behind ink: `**名前：**テキスト`, not bold by
the letter of CommonMark (6.2), is read as it was meant. Each step looks at a character once, whatever the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})>"
    r"|(?P<comment><!--[^<>]{0,500}-->)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~+)"
)
_TARGET = re.compile(
    r"\(\s{0,9}(?P<target>(?:<[^<>\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000}){0,9})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?)\s{0,9}\)"
)
_REFERENCE = re.compile(r"\[(?P<name>[^\[\]\n]{0,200})\]")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_FORMAT = re.compile(
    r"</?(?:b|i|u|s|strike|em|strong|del|ins|mark|small|big|sub|sup|span|font|p|div|center|a|kbd|code|cite|q|ruby|rb|rp|details"
    r"|summary|section|blockquote)(?P<more>\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_READING = re.compile(r"<(?P<end>/?)rt(?:\s[^<>]*)?>", re.IGNORECASE)


class Aside(NamedTuple):
    """What stands in the text but does not belong to its words; `offset` is its place in code points."""

    offset: int
    text: str
    reason: str


class Words(NamedTuple):
    """The words of a bit of Markdown, and what else stood there."""

    text: str
    asides: tuple[Aside, ...] = ()


def reference_name(text: str) -> str:
    """Return what two spellings of the name of a link reference have in common (CommonMark 4.7)."""
    return " ".join(text.split()).casefold()


def words_of(markdown: str, references: Mapping[str, str] | None = None) -> Words:
    """Return what `markdown`, the text of one block, says; `references` are the names that have an address."""
    if _TOKEN.search(markdown) is None:
        return Words(markdown)
    return _Reading(markdown, references or {}).read()


class _Reading:
    """One text as it is read: `out` are the parts of what it says, in which what proves to be a mark is blanked."""

    def __init__(self, text: str, references: Mapping[str, str]) -> None:
        self._text = text
        self._references = references
        self._out: list[str] = []
        self._asides: list[Aside] = []
        self._pending: dict[tuple[str, int], int] = {}
        self._brackets: list[tuple[int, int]] = []
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> Words:
        text, place = self._text, 0
        while (found := _TOKEN.search(text, place)) is not None:
            self._out.append(text[place : found.start()])
            place = self._take(found)
        self._out.append(text[place:])
        return Words("".join(self._out), tuple(self._asides))

    def _take(self, found: re.Match[str]) -> int:
        """Read the token `found`; return the place behind all that was read."""
        kind = found.lastgroup
        if kind == "escaped":
            self._out.append(found["escaped"])
        elif kind == "ticks":
            return self._code(found)
        elif kind == "entity":
            self._out.append(unescape(found["entity"]))
        elif kind == "address":
            self._out.append(found["address"])
        elif kind == "comment":
            self._asides.append(Aside(found.start(), found[0], "a comment"))
        elif kind == "tag":
            self._tag(found)
        elif kind == "open":
            self._brackets.append((len(self._out), found.end()))
            self._out.append(found[0])
        elif kind == "close":
            return self._close(found)
        else:
            self._run(found)
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        """Read a code span (6.1): what stands up to the next run of as many backticks is taken as it is."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        length = len(found[0])
        places = self._ticks.get(length, [])
        after = bisect_right(places, found.start())
        if after == len(places):
            self._out.append(found[0])
            return found.end()
        inner = self._text[found.end() : places[after]]
        if inner.startswith(" ") and inner.endswith(" ") and inner.strip():
            inner = inner[1:-1]
        self._out.append(inner)
        return places[after] + length

    def _tag(self, found: re.Match[str]) -> None:
        tag = found["tag"]
        if _BREAK.fullmatch(tag):
            self._out.append("\n")
        elif reading := _READING.fullmatch(tag):
            self._out.append("）" if reading["end"] else "（")
        elif formatted := _FORMAT.fullmatch(tag):
            if (formatted["more"] or "").strip():
                self._asides.append(Aside(found.start(), tag, "the mark of a format, with more than its name"))
        else:
            self._out.append(tag)

    def _close(self, found: re.Match[str]) -> int:
        """Read a `]`: the end of a link or picture (6.3, 6.4), or a bracket of the text."""
        if not self._brackets:
            self._out.append("]")
            return found.end()
        opened, start = self._brackets.pop()
        target = _TARGET.match(self._text, found.end())
        if target is not None:
            picture = self._out[opened] == "!["
            self._blank(opened)
            if target["target"]:
                reason = "the address of a picture" if picture else "the address of a link"
                self._asides.append(Aside(found.start(), target["target"], reason))
            return target.end()
        shortcut = self._text[start : found.start()] if found.start() - start <= 200 else ""
        named = _REFERENCE.match(self._text, found.end())
        if named is not None and reference_name(named["name"] or shortcut) in self._references:
            self._blank(opened)
            if named["name"]:
                self._asides.append(Aside(found.start(), named[0], "the name of a link's address"))
            return named.end()
        if shortcut and reference_name(shortcut) in self._references:
            self._blank(opened)
            return found.end()
        self._out.append("]")
        return found.end()

    def _blank(self, place: int) -> None:
        self._out[place] = ""

    def _run(self, found: re.Match[str]) -> None:
        """Read a run of * _ or ~: the end of a pair that is open, or the beginning of one, or else text."""
        run = found["run"]
        before = self._text[found.start() - 1 : found.start()] if found.start() else ""
        after = self._text[found.end() : found.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if run[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        place = len(self._out)
        self._out.append(run)
        if closes and self._ends(run[0], len(run)):
            self._out[place] = ""
        elif opens and len(run) <= 3:
            self._pending[run[0], len(run)] = place

    def _ends(self, mark: str, length: int) -> bool:
        """Blank the beginning of a pair that a run of `length` marks ends; return whether there is one."""
        for lengths in ((length,), (1, 2)) if length == 3 else ((length,),):
            if all((mark, one) in self._pending for one in lengths):
                for one in lengths:
                    self._blank(self._pending.pop((mark, one)))
                return True
        return False
