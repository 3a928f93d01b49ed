from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.settings import Settings
from roundtable_tui.library.find import NoLibraryError, bundled, find_library, holds_transcripts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_first_that_is_named_wins(tmp_path: Path, write_piece: Callable[..., Path]) -> None:
    write_piece(tmp_path / "transcripts" / "a.yaml")
    for name in ("flag", "set"):
        (tmp_path / name).mkdir()
    settings = Settings(library=str(tmp_path / "set"))
    assert find_library("flag", settings) == "flag"
    assert find_library(None, settings) == str(tmp_path / "set")
    assert find_library(None, Settings()) == "transcripts"
    (tmp_path / "transcripts" / "a.yaml").unlink()
    assert find_library(None, Settings()) == bundled()


def test_an_empty_flag_is_no_folder_and_shows_no_other_library(tmp_path: Path) -> None:
    with pytest.raises(NoLibraryError, match="there is no folder '' to be the library"):
        find_library("", Settings(library=str(tmp_path)))


def test_the_bundled_library_holds_transcripts() -> None:
    assert holds_transcripts(bundled())


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("roundtable: 1\n", True),
        ("# a comment\n\n\ufeff\n'roundtable' : 1", True),
        ("\ufeffroundtable: 1", True),
        ("title: 紙\nroundtable: 1\n", True),
        ("kind: roundtable: 1\n", False),
        ("services:\n  roundtable: 1\n", False),
        ("", False),
    ],
)
def test_a_folder_of_other_yaml_files_is_no_library(tmp_path: Path, text: str, counts: bool) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert holds_transcripts(tmp_path) is counts


def test_a_home_folder_is_found_behind_its_tilde(home: Path) -> None:
    (home / "talks").mkdir()
    assert find_library("~/talks", Settings()) == str(home / "talks")


def test_what_is_no_folder_is_refused_with_what_would_be_right(
    tmp_path: Path, write_piece: Callable[..., Path]
) -> None:
    path = write_piece(tmp_path / "014-2.yaml")
    with pytest.raises(NoLibraryError, match=rf"--library {tmp_path}, then `read 014-2`"):
        find_library(str(path), Settings())
    with pytest.raises(NoLibraryError, match="there is no folder"):
        find_library("nowhere", Settings())
    with pytest.raises(NoLibraryError):
        find_library("a\0b", Settings())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    with pytest.raises(NoLibraryError, match="cannot be read"):
        find_library(str(closed), Settings())
