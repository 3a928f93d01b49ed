"""Small libraries written for one test each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.library.library import Library
from roundtable_tui.search.index_engine import IndexEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Turns = Sequence[tuple[str, str]]


def _document(turns: Turns, **fields: Any) -> str:
    """A transcript file (YAML takes JSON) of one section with `turns`, each a label and its text.

    Every label is a participant unless `participants` are given.
    """
    people = fields.pop("participants", {label: {"name": label} for label, _ in turns if label != "―"})
    heading = fields.pop("heading", "話")
    whole = {
        "roundtable": 1,
        "title": "集まり",
        **fields,
        "participants": people or {"司会": {"name": "司会"}},
        "sections": fields.get("sections") or [{"heading": heading, "turns": [{label: text} for label, text in turns]}],
    }
    return json.dumps(whole, ensure_ascii=False)


@pytest.fixture
def document() -> Callable[..., str]:
    return _document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    path.mkdir()
    return path


@pytest.fixture
def library(folder: Path) -> Callable[[Mapping[str, str]], Library]:
    """Writes files, by id, and returns the library they make."""

    def write(files: Mapping[str, str]) -> Library:
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return Library(folder)

    return write


@pytest.fixture
def engine(library: Callable[[Mapping[str, str]], Library]) -> Callable[..., IndexEngine]:
    """Returns a filled engine over one piece for each argument: its turns' texts, or a whole document.

    The pieces are dated one after another, the last one being the newest.
    """

    def make(*pieces: Sequence[str] | str) -> IndexEngine:
        files = {}
        for number, piece in enumerate(pieces, 1):
            turns = [] if isinstance(piece, str) else [("青木", text) for text in piece]
            text = piece if isinstance(piece, str) else _document(turns, issue=number, held=f"2021-{number:02}-01")
            files[f"{number:03}"] = text
        made = IndexEngine(library(files))
        made.fill()
        return made

    return make
