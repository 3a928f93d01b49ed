"""The nodes of a YAML file: scalars, mappings and sequences, each with its place."""

from __future__ import annotations

from typing import Protocol, TypeAlias, final

Pair: TypeAlias = "tuple[Scalar, Node]"


class Mark(Protocol):
    """A place in the text of a file: `index` in code points, `line` and `column` counted from 0."""

    @property
    def index(self) -> int:
        """Code points before the place."""

    @property
    def line(self) -> int:
        """Line breaks before the place."""

    @property
    def column(self) -> int:
        """Code points before the place in its line."""


class Scalar(Protocol):
    """A scalar: `value` as YAML reads it, never resolved to a number, a truth value or a date.

    `style` is `|`, `>`, a quotation mark, or empty (or None) for unquoted text. The parser's own events are the
    scalars of the tree: copying each into an object of ours would cost a tenth of the time of loading.
    """

    value: str
    style: str | None
    start_mark: Mark
    end_mark: Mark


@final
class Mapping:
    """A mapping; `pairs` in the order of the file. `flow` is true between braces."""

    __slots__ = ("end_mark", "flow", "pairs", "start_mark")

    def __init__(self, pairs: list[Pair], start_mark: Mark, end_mark: Mark, flow: bool) -> None:
        self.pairs = pairs
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.flow = flow


@final
class Sequence:
    """A list; `items` in the order of the file. `flow` is true between brackets."""

    __slots__ = ("end_mark", "flow", "items", "start_mark")

    def __init__(self, items: list[Node], start_mark: Mark, end_mark: Mark, flow: bool) -> None:
        self.items = items
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.flow = flow


Node: TypeAlias = "Scalar | Mapping | Sequence"


def is_empty(node: Node) -> bool:
    """Return whether nothing is written where `node` stands, as after the colon of `subtitle:`."""
    return not isinstance(node, (Mapping, Sequence)) and not node.value and not node.style


def kind_of(node: Node) -> str:
    """Return what `node` is, in the words of an error message."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    return "nothing" if is_empty(node) else "text"


def end_of(node: Node) -> int:
    """Return the index just behind the last code point of `node`.

    The end a parser gives for a block lies at the next token, behind the comments between.
    """
    while isinstance(node, (Mapping, Sequence)):
        if node.flow:
            break
        inner = node.pairs[-1][1] if isinstance(node, Mapping) else node.items[-1]
        node = inner
    return node.end_mark.index
