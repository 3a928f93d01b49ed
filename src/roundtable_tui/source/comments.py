"""The comments of a YAML file: where they stand, and which node each belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.source.nodes import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.source.nodes import Node, Scalar

Path = tuple[str | int, ...]
"""The way from the root of a file to a node: keys of mappings and places in lists."""

_HEADER = re.compile(r"[|>][-+0-9]*(?P<space>[ \t]+)#")
_QUOTES = ("'", '"')
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*|(?<=\n)(?:[ \t]*\n)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, from its `#` on, or nothing for blank lines.

    `line` counts from 0; `alone` says that nothing stands before it in its line.
    """

    line: int
    text: str
    alone: bool


def comments_of(text: str, root: Node) -> list[Comment]:
    """Return the comments of the file `text`, of which `root` is the tree, in order.

    Blank lines between keys or items count as one empty comment.
    """
    found: list[Comment] = []
    line = last = start = 0
    for begin, end in [*sorted(_covered(text, root)), (len(text), len(text))]:
        for match in _COMMENT.finditer(text, start, begin):
            line += text.count("\n", last, match.start())
            last = match.start()
            alone = not text[text.rfind("\n", 0, last) + 1 : last].strip()
            found.append(Comment(line, match[0].strip(), alone))
        start = end
    return found


def _covered(text: str, root: Node) -> Iterator[tuple[int, int]]:
    """Yield where scalars stand, in which a `#` begins no comment; the line of a block's `|` may have one."""
    for scalar in _scalars(root):
        start = scalar.start_mark.index
        # The parsers count the blank lines below a block to it, and the space behind unquoted text.
        end = scalar.end_mark.index
        if scalar.style not in _QUOTES:
            end = start + len(text[start:end].rstrip())
        header = text.find("\n", start) if scalar.style in ("|", ">") else -1
        yield (header if header >= 0 and _HEADER.match(text, start, header) else start), end


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting.extend(one for pair in node.pairs for one in pair)
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        else:
            yield node


def lines_of(root: Node) -> dict[Path, int]:
    """Return the line, from 0, in which each key of a mapping and each item of a list begins."""
    found: dict[Path, int] = {}
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                found[*path, key.value] = key.start_mark.line
                waiting.append(((*path, key.value), value))
        elif isinstance(node, Sequence):
            for place, item in enumerate(node.items):
                found[*path, place] = item.start_mark.line
                waiting.append(((*path, place), item))
    return found


def open_lines(root: Node) -> set[int]:
    """Return the lines, from 0, at whose end a quote is open: nothing behind it would be a comment."""
    quoted = (scalar for scalar in _scalars(root) if scalar.style in _QUOTES)
    return {line for scalar in quoted for line in range(scalar.start_mark.line, scalar.end_mark.line)}
