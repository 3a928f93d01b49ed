"""A picture comes from the folder of its piece, and from nowhere else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.tui.pictures.file import LARGEST, read_picture
from roundtable_tui.tui.pictures.problem import NoPictureError, PictureError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "a.png").write_bytes(b"a picture")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return folder


def test_a_path_from_the_folder_of_the_piece_is_read(folder: Path) -> None:
    assert read_picture(folder, "images/a.png") == b"a picture"
    assert read_picture(folder, "./images/a.png") == b"a picture"


@pytest.mark.parametrize(
    "src",
    ["../secret.png", "images/../../secret.png", "/etc/hostname", "~/a.png", "https://example.org/a.png", "file:a.png",
     "..\\secret.png", "", "a\0.png", "images/a.png\n"],
)  # fmt: skip
def test_a_path_that_leads_elsewhere_is_refused(folder: Path, src: str) -> None:
    with pytest.raises(PictureError, match="leads out of the folder"):
        read_picture(folder, src)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_followed_inside_the_folder_and_not_out_of_it(folder: Path) -> None:
    (folder / "inside.png").symlink_to("images/a.png")
    (folder / "outside.png").symlink_to("../secret.png")
    (folder / "up").symlink_to("..")
    (folder / "loop.png").symlink_to("loop.png")
    assert read_picture(folder, "inside.png") == b"a picture"
    for src in ("outside.png", "up/secret.png"):
        with pytest.raises(PictureError, match="leads out of the folder"):
            read_picture(folder, src)
    with pytest.raises(PictureError):
        read_picture(folder, "loop.png")


@pytest.mark.parametrize("src", ["images/b.png", "nowhere/a.png", "images/a.png/b.png"])
def test_a_file_that_is_not_there_is_no_error(folder: Path, src: str) -> None:
    with pytest.raises(NoPictureError):
        read_picture(folder, src)


def test_a_folder_is_no_picture(folder: Path) -> None:
    with pytest.raises(PictureError, match=r"is no file|cannot be read"):
        read_picture(folder, "images")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_nobody_waits_for_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    with pytest.raises(PictureError, match="is no file"):
        read_picture(folder, "pipe.png")


def test_a_huge_file_is_not_read(folder: Path) -> None:
    with (folder / "huge.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(PictureError, match="more than 8 MiB"):
        read_picture(folder, "huge.png")
