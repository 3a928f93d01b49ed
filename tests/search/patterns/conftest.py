"""Rows as patterns look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.readings.words import Word, encode

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def row() -> Callable[[str], RowText]:
    """Returns what makes a row of its words, set apart by `|`; one with a reading is written 研修=けんしゅう."""

    def make(written: str) -> RowText:
        text = ""
        words = []
        for part in written.split("|"):
            word, _, reading = part.partition("=")
            if reading:
                words.append(Word(len(text), len(text) + len(word), reading))
            text += word
        return RowText(text, encode(words))

    return make


@pytest.fixture
def marked() -> Callable[[RowText, list[tuple[int, int]]], list[str]]:
    """Returns what gives the words at some places of a row."""
    return lambda row, spans: [row.text[start:end] for start, end in spans]
