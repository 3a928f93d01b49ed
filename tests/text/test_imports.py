"""The text floor stands on its own."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import roundtable_tui.text

MODULES = [f"roundtable_tui.text.{module.name}" for module in pkgutil.iter_modules(roundtable_tui.text.__path__)]
# What importing the floor must not load: the screen, and what costs start-up time and only some calls need.
UNWANTED = ("textual", "rich", "yaml", "rapidfuzz", "sqlite3", "json", "datetime", "calendar", "icu")


def test_the_floor_has_modules() -> None:
    assert {"roundtable_tui.text.safe", "roundtable_tui.text.wrap"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_importing_the_floor_loads_no_screen_and_nothing_dear(module: str) -> None:
    code = f"import {module}, sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}} & {set(UNWANTED)}))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
