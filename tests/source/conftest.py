"""Samples for every test of this floor: whole files, slips, and the examples of docs/problems.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from roundtable_tui.source.load import Loaded, load_text

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
PROBLEMS = HERE.parents[1] / "docs" / "problems.md"
NEEDED = {
    "roundtable": "roundtable: 1\n",
    "title": "title: 紙の束を減らすには\n",
    "participants": "participants: {青木: {}, 田村: {}}\n",
    "sections": "sections: [{turns: [{青木: はい。}]}]\n",
}


class Sample(NamedTuple):
    """A file by its text; `expected` holds the codes of its problems, with places where a sample tells them."""

    name: str
    text: str
    expected: tuple[str, ...]

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Codes and places of the problems, where the sample tells them."""
        return tuple(zip(self.expected[::2], self.expected[1::2], strict=True))


def completed(part: str) -> str:
    """Return a part of a file with what a file needs put before it."""
    return "".join(text for key, text in NEEDED.items() if not re.search(f"^{key} *:", part, re.MULTILINE)) + part


def good_files() -> list[Sample]:
    return [Sample(path.stem, path.read_text(encoding="utf-8"), ()) for path in sorted((HERE / "good").glob("*.yaml"))]


def slips() -> list[Sample]:
    records = (HERE / "slips.txt").read_bytes().decode("utf-8").split("=== ")[1:]
    found = []
    for record in records:
        head, _, text = record.partition("\n")
        name, _, expected = head.rpartition(" | ")
        found.append(Sample(name, text, tuple(expected.split())))
    return found


def documented() -> list[Sample]:
    """The examples of docs/problems.md, each completed to a file."""
    entries = PROBLEMS.read_text(encoding="utf-8").split("\n### ")[1:]
    found = []
    for entry in entries:
        code = entry[1 : entry.index("`", 1)]
        for whole, example in re.findall(r"^```yaml( whole)?\n(.*?)^```", entry, re.MULTILINE | re.DOTALL):
            found.append(Sample(f"example of {code}", example if whole else completed(example), (code,)))
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    groups = {"good": good_files, "slip": slips, "example": documented}
    for name, samples in groups.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, [pytest.param(sample, id=sample.name) for sample in samples()])
    if "sample" in metafunc.fixturenames:
        every = [sample for samples in groups.values() for sample in samples()]
        metafunc.parametrize("sample", [pytest.param(sample, id=sample.name) for sample in every])


@pytest.fixture
def load_part() -> Callable[..., Loaded]:
    """Load a part of a file, completed with what a file needs."""

    def loaded(part: str, *, pure: bool = False) -> Loaded:
        return load_text(completed(part), id="021-2", path="021-2.yaml", pure=pure)

    return loaded


@pytest.fixture
def codes_of() -> Callable[..., list[str]]:
    """Return the codes of the problems of a part of a file."""

    def codes(part: str, *, pure: bool = False) -> list[str]:
        return [problem.code for problem in load_text(completed(part), id="x", path="x", pure=pure).problems]

    return codes
