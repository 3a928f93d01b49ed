"""The sets of cases, each over a library of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.relevance.cases import FOLDER, Case, read_cases
from benchmarks.relevance.expect import Pieces
from benchmarks.relevance.generated import generated_cases, write_library
from benchmarks.words import BUNDLED

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Cases over the library in `folder`; in a `whole` one every class has enough of them."""

    name: str
    folder: Path
    cases: tuple[Case, ...]
    pieces: Pieces
    whole: bool = False


def case_sets(folder: Path) -> tuple[CaseSet, ...]:
    """Return the sets; libraries that are generated are written to `folder`."""
    bundled = CaseSet("bundled", BUNDLED, read_cases(FOLDER / "cases"), Pieces(BUNDLED), whole=True)
    made = folder / "generated"
    write_library(made)
    return (
        bundled,
        CaseSet("generated", made, generated_cases(), Pieces(made)),
        *(_apart(name) for name in ("heldout", "unseen")),
    )


def _apart(name: str) -> CaseSet:
    """The cases in the folder `name` over the talks beside them."""
    folder = FOLDER / name
    return CaseSet(name, folder / "talks", read_cases(folder / "cases.yaml"), Pieces(folder / "talks"))
