"""Every code of a problem is documented with an example, and every example has its problem."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import roundtable_tui.source
from roundtable_tui.source.load import load, load_text
from roundtable_tui.source.report import MAX_PROBLEMS
from roundtable_tui.source.tree import MAX_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(roundtable_tui.source.__file__).parent
DOCS = Path(__file__).parents[2] / "docs" / "problems.md"
ENTRY = re.compile(r"^### `([a-z0-9-]+)` \((error|warning|error or warning)(, not opened)?\)$", re.MULTILINE)
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDS_A_PROBLEM = {"error": 1, "warn": 1, "refuse": 1, "refuse_at": 2, "add": 2, "_add": 2, "here": 0, "there": 0}
MAKES_A_PROBLEM = {"UnreadableError": 0, "Slip": 2, "Explanation": 2, "Problem": 4}


def documented_codes() -> list[str]:
    return [entry[0] for entry in ENTRY.findall(DOCS.read_text(encoding="utf-8"))]


def codes_in_the_program() -> Iterator[str]:
    for file in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and node.value.elts:
                yield from _literal(node.value.elts[0])
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {**ADDS_A_PROBLEM, **MAKES_A_PROBLEM}.get(name)
            if place is not None and len(node.args) > place:
                yield from _literal(node.args[place])


def _literal(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
        yield node.value


def test_each_example_of_the_documentation_has_its_problem(example: Any) -> None:
    loaded = load_text(example.text, id="x", path="x")
    assert example.expected[0] in {problem.code for problem in loaded.problems}


def test_each_example_has_the_level_that_its_heading_says(example: Any) -> None:
    level, closed = next(
        entry[1:] for entry in ENTRY.findall(DOCS.read_text("utf-8")) if entry[0] == example.expected[0]
    )
    loaded = load_text(example.text, id="x", path="x")
    assert level in {problem.level for problem in loaded.problems if problem.code == example.expected[0]}
    assert (loaded.transcript is None) == bool(closed)


def test_every_code_in_the_program_is_documented_once() -> None:
    documented = documented_codes()
    assert sorted(documented) == sorted(set(documented))
    assert set(codes_in_the_program()) == set(documented)


def write_files_that_cannot_be_opened(folder: Path) -> dict[str, Path]:
    """Make one file for each problem that no text can show."""
    files = {
        "missing-file": folder / "missing.yaml",
        "not-a-file": folder,
        "unreadable-file": folder / "loop.yaml",
        "too-large": folder / "large.yaml",
        "not-utf-8": folder / "sjis.yaml",
        "empty-file": folder / "empty.yaml",
        "too-many-values": folder / "values.yaml",
        "too-many-problems": folder / "problems.yaml",
    }
    files["unreadable-file"].symlink_to(files["unreadable-file"])
    files["too-large"].write_bytes(b"#" * (8 * 1024 * 1024 + 1))
    files["not-utf-8"].write_bytes("title: 紙を減らす\n".encode("cp932"))
    files["empty-file"].write_text("# nothing\n", encoding="utf-8")
    files["too-many-values"].write_text("- \n" * MAX_VALUES, encoding="utf-8")
    files["too-many-problems"].write_text("title: x\n" + "".join(f"k{n}: x\n" for n in range(MAX_PROBLEMS)), "utf-8")
    return files


def test_every_documented_code_is_produced_by_an_example_or_a_file(tmp_path: Path) -> None:
    with_example = set(
        re.findall(r"^### `([a-z0-9-]+)`(?:(?!\n#)[\s\S])*?^```yaml", DOCS.read_text("utf-8"), re.MULTILINE)
    )
    files = write_files_that_cannot_be_opened(tmp_path)
    for code, path in files.items():
        assert code in {problem.code for problem in load(path).problems}, code
    assert with_example | files.keys() == set(documented_codes())
