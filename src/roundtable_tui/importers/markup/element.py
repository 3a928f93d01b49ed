"""An element of a document, and how it is walked through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


@dataclass(slots=True)
class Element:
    """One element: `name` and the names of attributes without namespace; `line` is that of its start tag, from 1.

    `inside` holds text and elements in order.
    """

    name: str
    attributes: dict[str, str]
    line: int
    inside: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The elements right inside."""
        return [one for one in self.inside if isinstance(one, Element)]

    def get(self, name: str) -> str:
        """Return an attribute without white space around it, empty where there is none."""
        return self.attributes.get(name, "").strip()

    def walk(self) -> Iterator[Element]:
        """Yield this element and all inside it in the order of the source."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.elements))

    def all(self, *names: str) -> Iterator[Element]:
        """Yield every element of those names, at any depth, in the order of the source."""
        return (one for one in self.walk() if one.name in names)

    def first(self, *names: str) -> Element | None:
        """Return the first element of those names at any depth."""
        return next(self.all(*names), None)

    def text(self, *, without: Container[str] = (), asides: Container[str] = ()) -> str:
        """Return the text inside with white space as one space.

        Elements named in `without` are left out. What stands in those named in `asides` is put in brackets, unless it
        is already: it stands inside what somebody says, and was not said.
        """
        return " ".join("".join(self._texts(without, asides)).split())

    def _texts(self, without: Container[str], asides: Container[str]) -> Iterator[str]:
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
            elif one is self or (one.name not in without and one.name not in asides):
                waiting.extend(reversed(one.inside))
                if one.name in _BREAKS:
                    yield " "
            elif one.name not in without and (text := one.text()):
                yield text if text[0] in _BRACKETS else f" ({text}) "


_BREAKS = frozenset({"lb", "br", "eol", "pb", "cb"})
"""Elements that stand for a line break, or one of the page, where no space need be written."""

_BRACKETS = "([{（［〔【"
