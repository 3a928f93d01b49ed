"""Stock widgets break their lines as the reader breaks its own."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import textual.content
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from roundtable_tui.text.cells import width
from roundtable_tui.text.wrap import trimmed, wrap
from roundtable_tui.tui import widgets
from roundtable_tui.tui.wrapping import PLACES, STOCK, divide_line, install

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.tui.app import RoundtableApp

WORDS = "参加は「Microsoft」で1,234人、そうか……それで――つまり、50%でした。次回も。"
TEXTS = st.lists(st.sampled_from([*WORDS, "Microsoft", " ", "1,234", "……"]), max_size=40).map("".join)


@pytest.fixture(autouse=True)
def undone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put Rich's own function in its places, for the test and again after it."""
    for place in PLACES:
        monkeypatch.setattr(place, "divide_line", STOCK)


def sources(package: str) -> Iterator[tuple[str, str]]:
    spec = find_spec(package)
    assert spec is not None
    for folder in spec.submodule_search_locations or ():
        for path in Path(folder).rglob("*.py"):
            yield path.name, path.read_text(encoding="utf-8")


def test_the_function_is_called_as_the_one_that_it_replaces() -> None:
    assert [*inspect.signature(divide_line).parameters] == [*inspect.signature(STOCK).parameters]
    assert inspect.signature(divide_line).parameters["fold"].default is True
    assert STOCK("one two", 4) == divide_line("one two", 4) == [4]


def test_nobody_else_in_rich_and_textual_breaks_the_lines_of_what_is_shown() -> None:
    users = {name for package in ("rich", "textual") for name, text in sources(package) if "divide_line" in text}
    assert users == {"_wrap.py", "text.py", "content.py"}
    # What is typed into a text area is broken by a second function, and no such widget is used here.
    others = {name for name, text in sources("textual") if "compute_wrap_offsets" in text}
    assert others == {"_wrap.py", "_wrapped_document.py"}
    for module in pkgutil.walk_packages(widgets.__path__, "roundtable_tui.tui.widgets."):
        path = Path(str(importlib.import_module(module.name).__file__))
        assert not re.search(r"\bTextArea\b|\bMarkdown\(", path.read_text(encoding="utf-8"))


def test_making_the_reader_puts_our_wrapper_everywhere(reader: Callable[..., RoundtableApp]) -> None:
    reader()
    assert all(place.divide_line is divide_line for place in PLACES)  # type: ignore[attr-defined]


def test_stock_content_keeps_words_and_numbers_whole_and_stops_off_line_starts() -> None:
    install()
    for cells in range(14, 40):
        lines = [line.plain for line in Content(WORDS).wrap(cells)]
        assert "".join(lines) == WORDS
        assert not any(line[0] in "、。」…" for line in lines[1:])
        assert any("1,234人" in line for line in lines)
        assert any("Microsoft" in line for line in lines)


@given(TEXTS, st.integers(1, 30))
def test_lines_are_those_of_the_wrapper_without_hanging(text: str, cells: int) -> None:
    lines = wrap(text, cells, hang=False)
    assert divide_line(text, cells) == [start for start, _end in lines[1:]]
    assert all(width(text[slice(*trimmed(text, *line))]) <= max(cells, 2) for line in lines)


def test_a_word_that_may_not_be_folded_is_left_to_be_cut() -> None:
    assert divide_line("an incomprehensible word", 6, fold=False) == [3, 20]
    assert divide_line("an incomprehensible word", 6)[:2] == [3, 9]


def test_textual_hands_over_what_is_left_after_its_padding() -> None:
    assert "divide_line(\n" in inspect.getsource(textual.content.Content._wrap_and_format)
