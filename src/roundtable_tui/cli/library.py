"""The library that a command works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import CommandError

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.library import Library


def open_library(args: argparse.Namespace) -> Library:
    """Return the library that the command line, the environment or the settings name, else the bundled one.

    `args` is what the command's `run` was given. Nothing is read yet. Raises `CommandError` where the folder is none.
    """
    from roundtable_tui.library.find import NoLibraryError, find_library
    from roundtable_tui.library.library import Library

    try:
        root = find_library(args.library, args.settings)
    except NoLibraryError as error:
        raise CommandError(str(error)) from error
    return Library(root, warn=args.warn)
