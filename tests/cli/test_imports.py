"""What a command must not import: a screen nobody asked for costs half a second."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUN = "import sys; from roundtable_tui.cli.main import main; code = main(sys.argv[1:]); "
PATTERNS = (
    "import re; names = [f'{module.__name__}.{name}' for module in list(sys.modules.values())"
    " if module.__name__.startswith('roundtable_tui') for name, value in vars(module).items()"
    " if isinstance(value, re.Pattern)]; sys.stderr.write('\\n'.join(names)); sys.exit(code)"
)
TELL = "sys.stderr.write('\\n'.join(sorted(sys.modules))); sys.exit(code)"
SCREEN = {"textual", "rich", "roundtable_tui.tui"}


def told(program: str, *argv: str, code: int = 0) -> set[str]:
    """Return the lines that `program` writes to stderr, run in a process of its own that ends with `code`."""
    done = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return set(done.stderr.splitlines())


def modules(*argv: str, code: int = 0) -> set[str]:
    """Return the modules that are loaded once `roundtable argv` has run."""
    return told(RUN + TELL, *argv, code=code)


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path]) -> Path:
    return write_piece(tmp_path / "lib" / "014-2.yaml", series="座談会", issue=14, held="2021").parent


@pytest.fixture
def known(library: Path) -> Path:
    """The library, its catalogue fresh."""
    from time import time_ns

    from roundtable_tui.library import Library

    # The catalogue remembers what has settled, which a file of this very moment has not.
    Library(library, now=lambda: time_ns() + 10**13).entries()
    return library


@pytest.fixture
def searched(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library, its search index fresh."""
    from roundtable_tui.library import Library
    from roundtable_tui.search.index_engine import IndexEngine

    monkeypatch.setattr("roundtable_tui.library.scan.SETTLING_NS", -1)  # a file of this very moment counts as settled
    engine = IndexEngine(Library(library))
    assert engine.fill()
    engine.close()
    return library


def test_the_package_alone_imports_nothing_of_itself() -> None:
    code = "import sys; before = set(sys.modules); import roundtable_tui; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["roundtable_tui"]


@pytest.mark.parametrize(
    "argv",
    [
        ["--help"],
        ["--version"],
        ["list"],
        ["list", "--json"],
        ["export", "014-2#1", "-o", "-"],
        ["show", "014-2"],
        ["check"],
        ["search", "探す時間"],
        ["import", "--help"],
        ["bookmarks", "--help"],
    ],
)
def test_no_command_without_a_screen_loads_one(library: Path, argv: list[str]) -> None:
    loaded = modules("--library", str(library), *argv)
    assert not SCREEN & loaded
    assert not {name for name in loaded if name.partition(".")[0] in ("textual", "rich")}


@pytest.mark.parametrize(("argv", "code"), [(["read", "014-3"], 2), (["read", "014-2"], 2), ([], 2)])
def test_the_reader_is_not_loaded_for_an_unknown_piece_or_without_a_terminal(
    library: Path, argv: list[str], code: int
) -> None:
    assert not SCREEN & modules("--library", str(library), *argv, code=code)


def test_help_loads_no_command_and_nothing_that_reads_a_library(library: Path) -> None:
    loaded = modules("--help")
    assert not loaded & {"sqlite3", "yaml", "dataclasses", "platformdirs", "tomllib", "shutil", "json", "difflib"}
    assert not {name for name in loaded if name.startswith(("roundtable_tui.library", "roundtable_tui.source"))}


def test_a_fresh_catalogue_lists_without_yaml(known: Path) -> None:
    loaded = modules("--library", str(known), "list")
    assert not loaded & {"yaml", "dataclasses", "platformdirs", "tomllib", "json", "roundtable_tui.source.load"}


def test_only_the_module_of_the_command_is_loaded(library: Path) -> None:
    loaded = {name for name in modules("--library", str(library), "list") if name.startswith("roundtable_tui.cli.")}
    commands = {"read", "show", "search", "export", "bookmarks", "check", "import_", "keys"}
    assert not loaded & {f"roundtable_tui.cli.{name}" for name in commands}


@pytest.mark.parametrize(
    ("argv", "ours", "others"),
    [
        (["--help"], 18, 45),
        (["list"], 33, 55),
        (["export", "014-2#1", "-o", "-"], 73, 95),
        (["show", "014-2"], 69, 95),
        (["check"], 63, 105),
        (["search", "紙"], 85, 68),
        (["search", "紙", "--json"], 85, 68),
    ],
)
def test_a_command_loads_no_more_modules_than_it_did(
    known: Path, searched: Path, argv: list[str], ours: int, others: int
) -> None:
    bare = told("import sys; code = 0; " + TELL)
    loaded = modules("--library", str(known), *argv) - bare
    own = {name for name in loaded if name.partition(".")[0] == "roundtable_tui"}
    assert len(own) <= ours, sorted(own)
    assert len(loaded - own) <= others, sorted(loaded - own)  # some of them differ with the version of Python


@pytest.mark.parametrize("argv", [["export", "014-2", "-o", "-"], ["show", "014-2"]])
def test_a_piece_is_shown_without_what_only_errors_warnings_and_files_need(library: Path, argv: list[str]) -> None:
    unneeded = {f"roundtable_tui.source.{name}" for name in ("controls", "slips", "standins", "syntax")}
    loaded = modules("--library", str(library), *argv)
    assert not loaded & (unneeded | {"pathlib", "rapidfuzz", "sqlite3", "tomllib", "json", "platformdirs"})


@pytest.mark.parametrize(
    "argv",
    [
        ["紙"],
        ["紙", "-C", "2"],
        ["紙", "--limit", "1", "--json"],
        ["kami"],
        ["時間", "--speaker", "田村", "--issue", "14"],
    ],
)
def test_a_search_with_a_fresh_index_loads_no_yaml_and_nothing_that_makes_an_index(
    searched: Path, argv: list[str]
) -> None:
    loaded = modules("--library", str(searched), "search", *argv)
    unneeded = {
        "dataclasses",
        "inspect",
        "pathlib",
        "threading",
        "subprocess",
        "pickle",
        "hashlib",
        "tomllib",
        "shutil",
    }
    assert not loaded & (unneeded | {"yaml", "rapidfuzz", "lindera", "sudachipy", "platformdirs", "weakref", "difflib"})
    making = {f"roundtable_tui.search.index.{name}" for name in ("passes", "store", "prepare", "second", "workers")}
    assert not loaded & (making | {"roundtable_tui.library.catalogue", "roundtable_tui.model.transcript"})
    assert not {name for name in loaded if name.startswith("roundtable_tui.source")}


@pytest.mark.parametrize(
    "argv", [["list"], ["export", "014-2", "-o", "-"], ["show", "014-2"], ["check"], ["search", "紙"]]
)
def test_no_module_compiles_a_pattern_before_a_text_needs_it(searched: Path, argv: list[str]) -> None:
    library = searched
    lines = told(RUN + PATTERNS, "--library", str(library), *argv)
    assert not {line for line in lines if line.startswith("roundtable_tui.")}
