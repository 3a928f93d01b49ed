"""The seam: whatever answers queries is all that the screen needs to know."""

from __future__ import annotations

import subprocess
import sys

import pytest

SEAM = """
from roundtable_tui.library.library import Library
from roundtable_tui.search.engine import Engine
from roundtable_tui.search.index_engine import IndexEngine

def made(library: Library) -> Engine:
    return IndexEngine(library)
"""


@pytest.mark.slow
def test_the_index_engine_is_an_engine_to_the_type_checker() -> None:
    pytest.importorskip("mypy")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--follow-imports=silent", "-c", SEAM],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_searching_loads_neither_the_screen_nor_the_matching_of_slips_before_it_is_needed() -> None:
    code = "import sys, roundtable_tui.search.index_engine, roundtable_tui.search.snippet; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "roundtable_tui.search.index_engine" in loaded
    assert not {"textual", "rich", "rapidfuzz", "yaml", "sqlite3"} & set(loaded)
