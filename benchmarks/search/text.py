"""The turns of a library as plain text, for programs that search text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from pathlib import Path


class Text(NamedTuple):
    """A file with every turn of a library on a line of its own; `size` is that of the turns in bytes of UTF-8."""

    path: Path
    turns: int
    size: int


def text_of(library: Path) -> Text:
    """Return the turns of `library`, written beside it at the first call; line ends within a turn become spaces."""
    path = library.with_name(f"{library.name}.txt")
    if not path.is_file():
        half = path.with_suffix(".part")
        with half.open("w", encoding="utf-8") as out:
            for piece in sorted(library.glob("*.yaml")):
                transcript = load(piece, warnings=False).transcript
                out.writelines(turn.text.replace("\n", " ") + "\n" for turn in (transcript.turns if transcript else ()))
        half.replace(path)
    with path.open("rb") as lines:
        turns = sum(1 for _ in lines)
    return Text(path, turns, path.stat().st_size - turns)
