"""From a piece and the `src` of a figure to the bytes of a picture in the folder of the piece, and nowhere else."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.source.references import src_fault
from roundtable_tui.tui.pictures.problem import NoPictureError, PictureError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 8 << 20
"""Bytes that the file of a picture may have."""


def read_picture(folder: Path, src: str) -> bytes:
    """Return the bytes of the picture `src`, a path from `folder`, where the file of the piece is.

    Raises NoPictureError where there is no such file, and PictureError where it lies outside the folder, also by way of
    a link, is no regular file, is too large or cannot be read. Nothing is ever fetched from a network.
    """
    if not src or src_fault(src):
        raise PictureError(_("its path leads out of the folder"))
    try:
        root = folder.resolve(strict=True)
        path = (folder / src).resolve(strict=True)
        if not path.is_relative_to(root):
            raise PictureError(_("its path leads out of the folder"))
        # Not to wait for a writer, should the name be that of a pipe.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            facts = os.fstat(descriptor)
            if not stat.S_ISREG(facts.st_mode):
                raise PictureError(_("it is no file"))
            if facts.st_size > LARGEST:
                most = LARGEST >> 20
                raise PictureError(_("its file has more than {most} MiB").format(most=most))
            return file.read(LARGEST)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoPictureError from error
    except (OSError, ValueError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        raise PictureError(_("its file cannot be read")) from error
