"""What is loaded before the first words of a piece stand on the terminal; each module is a part of a millisecond."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("termios", reason="pseudo-terminals are a matter of Unix")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROGRAM = """\
import sys
from roundtable_tui.cli.main import main
from roundtable_tui.tui.terminal import output

class Watched(output.TerminalOutput):
    def write(self, text):
        if "Turn 40," in text and sys.argv[1]:
            with open(sys.argv[1], "w") as file:
                file.write("\\n".join(sorted(sys.modules)))
            sys.argv[1] = ""
        super().write(text)

output.TerminalOutput = Watched
sys.exit(main(sys.argv[2:]))
"""

OURS, OTHERS = 180, 425
"""Modules of the reader, and of everything else; a bare Textual app has 383 of those."""


@pytest.fixture
def loaded(start: Callable[..., Any], library: Path, tmp_path: Path) -> set[str]:
    """Return the modules that are there when the first words are, of a piece whose place was kept."""
    for name in ("first", "second"):
        file = tmp_path / name
        place = ["read", "010:40"] if name == "first" else []
        terminal = start([sys.executable, "-c", PROGRAM, str(file), "--library", str(library), *place])
        terminal.wait("Turn 40,")
        terminal.wait_quiet()
        terminal.send("q")
        assert terminal.ends() == 0
    return set((tmp_path / "second").read_text().split())


def test_no_more_modules_are_loaded_than_there_were(loaded: set[str]) -> None:
    ours = {name for name in loaded if name.partition(".")[0] == "roundtable_tui"}
    assert len(ours) <= OURS, sorted(ours)
    assert len(loaded - ours) <= OTHERS, sorted(loaded - ours)


def test_what_the_first_frame_does_not_need_is_not_loaded(loaded: set[str]) -> None:
    floors = tuple(f"roundtable_tui.{name}" for name in ("search", "export", "importers", "tui.pictures"))
    assert not {name for name in loaded if name.startswith(floors)}
    assert not loaded & {"rapidfuzz", "PIL", "json", "tomllib", "roundtable_tui.library.catalogue"}
