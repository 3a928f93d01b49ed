"""What anybody who is asked gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

SCREENFUL = 50
"""How many rows of an answer are looked at."""


class Found(NamedTuple):
    """One row of an answer: its key, how it came to be there, its words and the marks in them, where there are any."""

    key: str
    why: str = ""
    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()


class Side(Protocol):
    """Somebody who answers queries over one library."""

    name: str

    def ask(self, query: str) -> Sequence[Found]:
        """Return the rows for `query`, best first, at most `SCREENFUL`."""
        ...
