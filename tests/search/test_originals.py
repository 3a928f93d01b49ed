"""The pieces as their files have them, kept while there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def files(folder: Path, document: Callable[..., str], names: str) -> dict[str, str]:
    for name in names:
        (folder / f"{name}.yaml").write_text(document([("青木", "紙")], title=name), encoding="utf-8")
    return {name: str(folder / f"{name}.yaml") for name in names}


def test_a_transcript_is_kept_until_it_is_read_again(folder: Path, document: Callable[..., str]) -> None:
    paths = files(folder, document, "a")
    originals = Originals()
    first = originals.get("a", paths["a"])
    assert first is not None
    assert originals.get("a", paths["a"]) is first
    again = originals.read("a", paths["a"])
    assert again is not first
    assert originals.get("a", paths["a"]) is again


def test_the_one_asked_for_longest_ago_makes_room(folder: Path, document: Callable[..., str]) -> None:
    paths = files(folder, document, "abc")
    originals = Originals(room=2)
    kept = {name: originals.get(name, paths[name]) for name in "ab"}
    originals.get("a", paths["a"])
    originals.get("c", paths["c"])
    assert originals.get("a", paths["a"]) is kept["a"]
    assert originals.get("b", paths["b"]) is not kept["b"]


def test_reading_a_whole_library_through_throws_nothing_out(folder: Path, document: Callable[..., str]) -> None:
    paths = files(folder, document, "abc")
    originals = Originals(room=2)
    kept = [originals.read(name, paths[name]) for name in "abc"]
    assert [originals.get(name, paths[name]) is transcript for name, transcript in zip("ab", kept, strict=False)] == [
        True,
        True,
    ]


def test_a_file_that_cannot_be_read_is_none_and_the_id_is_the_one_asked_for(
    folder: Path, document: Callable[..., str]
) -> None:
    paths = files(folder, document, "a")
    originals = Originals()
    assert originals.get("x", str(folder / "x.yaml")) is None
    assert originals.read("x", str(folder / "x.yaml")) is None
    other = originals.get("a.yml", paths["a"])
    assert other is not None
    assert other.id == "a.yml"
