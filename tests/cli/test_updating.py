"""What a command says while it brings the index up to date."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.output import Output
from roundtable_tui.cli.updating import update_index
from roundtable_tui.library import Library
from roundtable_tui.search.index.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path]) -> Library:
    return Library(write_piece(tmp_path / "lib" / "014.yaml", issue=14).parent)


@pytest.fixture
def cache(library: Library, tmp_path: Path) -> Iterator[Cache]:
    with Cache(library.folder, tmp_path / "cache") as cache:
        yield cache


@pytest.fixture
def no_analyser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundtable_tui.search.readings.analyser.find_analyser", lambda: None)


def test_a_terminal_is_told_how_far_it_is_and_has_an_empty_line_at_the_end(library: Library, cache: Cache) -> None:
    stderr = Terminal()
    assert update_index(library, cache, Output(StringIO(), stderr))
    told = stderr.getvalue().split("\r\x1b[K")
    assert "reading the files: 1/1" in told
    assert "reading how words sound: 1/1" in told
    assert told[-1] == ""


def test_no_other_stderr_is_told_anything(library: Library, cache: Cache) -> None:
    stderr = StringIO()
    assert update_index(library, cache, Output(StringIO(), stderr))
    assert stderr.getvalue() == ""


def test_an_index_that_is_up_to_date_is_not_mentioned(
    library: Library, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.library.scan.SETTLING_NS", -1)
    update_index(library, cache, Output(StringIO(), StringIO()))
    stderr = Terminal()
    assert update_index(library, cache, Output(StringIO(), stderr))
    assert stderr.getvalue() == ""


@pytest.mark.usefixtures("no_analyser")
def test_where_nothing_reads_kanji_that_is_said_once_for_each_new_piece(
    library: Library, cache: Cache, write_piece: Callable[..., Path]
) -> None:
    def told() -> str:
        stderr = StringIO()
        assert update_index(library, cache, Output(StringIO(), stderr))
        return stderr.getvalue()

    assert told().startswith("roundtable: nothing is installed that reads kanji")
    assert told() == ""
    write_piece(library.root / "015.yaml", issue=15)
    assert told().count("\n") == 1
