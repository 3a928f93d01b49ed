"""HTML as tokens: tags, text and what is never closed, in one pass whose time grows with the length alone.

Follows the tokenizer of the HTML standard (WHATWG) in what it takes for a tag, a comment and the end of either, so that
broken pages are read as a browser reads them. The parser of Python's standard library takes quadratic time on quotes,
comments and tags that are never closed, and fails on some of them; lxml and lexbor do not say where a text stands.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements in which nothing but their own end tag is a tag."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:([\"'])|([^\s>]*)))?")
_END_OF_TAG = re.compile(r"[\s/=]*>")
_HUGE = re.compile(r"&#(?:0*[1-9][0-9]{7,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6,});?")
_LONGEST_NAME = 40
"""In code points; no element has a longer one, and what looks like it is kept short."""


class Token(NamedTuple):
    """`kind` says what it is; `line` is the line of its first character, from 1.

    `text` is that of a text with its entities read, of a comment as it stands, or, for `broken`, all the rest of the
    source: a tag or a comment begins there that has no end.
    """

    kind: Literal["text", "start", "end", "comment", "broken"]
    line: int
    name: str = ""
    text: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012  (never changed: a default of a named tuple)


def tokens(source: str) -> Iterator[Token]:
    r"""Yield the tokens of `source`, whose lines end with `\n`."""
    place, line = 0, 1
    while place < len(source):
        token, end = _next(source, place, line)
        yield token
        line += source.count("\n", place, end)
        place = end
        if token.kind == "start" and token.name in RAW:
            end = _end_of_raw(source, place, token.name)
            if end > place:
                inside = source[place:end]
                yield Token("text", line, text=text_of(inside) if token.name in {"title", "textarea"} else inside)
            line += source.count("\n", place, end)
            place = end


def text_of(source: str) -> str:
    """Return `source` with its entities read; a number that no character has is read as U+FFFD."""
    return unescape(_HUGE.sub("\ufffd", source)) if "&" in source else source


def _next(source: str, place: int, line: int) -> tuple[Token, int]:
    if source[place] != "<" or not _opens(source, place):
        end = source.find("<", place + 1)
        while end >= 0 and not _opens(source, end):
            end = source.find("<", end + 1)
        end = len(source) if end < 0 else end
        return Token("text", line, text=text_of(source[place:end])), end
    if source.startswith("<!--", place):
        return _comment(source, place, line, "-->", 4)
    if source[place + 1] in "!?" or (source[place + 1] == "/" and not _TAG.match(source, place)):
        return _comment(source, place, line, ">", 2)
    return _tag(source, place, line)


def _opens(source: str, place: int) -> bool:
    """Return whether the `<` at `place` opens anything: a tag, a comment, or what is taken for one."""
    after = source[place + 1 : place + 3]
    if after[:1] in {"!", "?"} or (after[:1].isascii() and after[:1].isalpha()):
        return True
    return after[:1] == "/" and len(after) > 1


def _comment(source: str, place: int, line: int, ending: str, begin: int) -> tuple[Token, int]:
    # <!--> and <!---> are comments, too.
    end = source.find(ending, place + (2 if ending == "-->" else begin))
    if end < 0:
        return Token("broken", line, text=source[place:]), len(source)
    return Token("comment", line, text=source[place + begin : end]), end + len(ending)


def _tag(source: str, place: int, line: int) -> tuple[Token, int]:
    opening = _TAG.match(source, place)
    assert opening is not None
    attributes: dict[str, str] = {}
    at = opening.end()
    while True:
        closing = _END_OF_TAG.match(source, at)
        if closing:
            name = opening[2].lower()[:_LONGEST_NAME]
            return Token("end" if opening[1] else "start", line, name, "", attributes), closing.end()
        found = _ATTRIBUTE.match(source, at)
        if found is None:
            break
        at = found.end()
        value = found[3] or ""
        if found[2]:
            end = source.find(found[2], at)
            if end < 0:
                break
            value, at = source[at:end], end + 1
        attributes.setdefault(found[1].lower(), text_of(value))
    return Token("broken", line, text=source[place:]), len(source)


def _end_of_raw(source: str, place: int, name: str) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, place)
    return found.start() if found else len(source)
