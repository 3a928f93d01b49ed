"""What every importer owes: each character of a source is in the transcript, in order, or among what was set aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.importers import Imported

    Lost = Callable[[str, Imported], Counter[str]]
    InOrder = Callable[[str, Imported], bool]


@pytest.fixture(scope="session")
def lost() -> Lost:
    """Return what tells the characters of a source that an import lost."""
    return _lost


@pytest.fixture(scope="session")
def in_order() -> InOrder:
    """Return what tells whether everything said stands in the order of the source."""
    return _in_order


def _lost(content: str, imported: Imported) -> Counter[str]:
    """Return the characters of `content`, white space aside, that are neither in the transcript nor set aside.

    `content` is what of the source is to be read: for markup, what stands between the marks.
    """
    there = Counter("".join(content.split()))
    there.subtract(Counter(character for text in _texts(imported.transcript) for character in text))
    there.subtract(Counter(character for one in imported.set_aside for character in one.text))
    return +there


def _in_order(content: str, imported: Imported) -> bool:
    """Return whether everything said stands in `content` in the order in which the transcript has it."""
    rest = iter("".join(content.split()))
    said = (character for turn in imported.transcript.turns for character in "".join(turn.text.split()))
    return all(character in rest for character in said)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of the model, a speaker only where the participants are listed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "speaker":
                yield from _texts(getattr(value, field.name))
