"""The table of what a reader can do names keys that do it and tests that hold it."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path

from roundtable_tui.tui.commands import COMMANDS, key_label

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "reading.md"
FORMATS = ROOT / "docs" / "formats.md"
BY_ID = {command.id: command for command in COMMANDS}


def rows() -> list[list[str]]:
    """Return the cells of each row: what, keys, commands, tests."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in found if row[0] != "what"]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`(.+?)`", cell)


def test_every_row_has_its_cells() -> None:
    assert len(rows()) > 40
    assert [row for row in rows() if len(row) != 4 or not quoted(row[3])] == []


def test_every_key_in_the_table_is_one_of_the_commands_beside_it_and_each_command_has_one() -> None:
    for what, keys, commands, _tests in rows():
        pressed = {html.unescape(key) for key in re.findall(r"<kbd>(.+?)</kbd>", keys)}
        assert bool(pressed) == bool(commands), what
        of_each = {name: {key_label(key) for key in BY_ID[name].keys} for name in quoted(commands)}
        assert pressed - set().union(*of_each.values()) == set(), what
        assert [name for name, known in of_each.items() if not known & pressed] == [], what


def test_every_test_in_the_table_exists() -> None:
    known: dict[str, set[str]] = {}
    for name in (name for row in rows() for name in quoted(row[3])):
        file, _, test = name.partition("::")
        if file not in known:
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            functions = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
            known[file] = {function.name for function in functions}
        assert test in known[file], name


def test_every_test_in_the_list_of_formats_exists() -> None:
    named = set(re.findall(r"::(test_\w+)`", FORMATS.read_text(encoding="utf-8")))
    files = [*(ROOT / "tests" / "importers").rglob("*.py"), ROOT / "tests" / "cli" / "test_import.py"]
    known = {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))}
    assert len(named) > 30
    assert named - known == set()
