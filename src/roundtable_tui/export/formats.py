"""The formats of an export, and which one the name of a file asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.export.selection import Selection

FORMATS = ("md", "json", "txt", "csv")
"""The formats, each named like the extension of its files; the first is the usual one."""


def format_of(name: str) -> str:
    """Return the format that the name of a file says by its extension, else the usual one."""
    extension = os.path.splitext(name)[1].lower().removeprefix(".")  # noqa: PTH122
    return extension if extension in FORMATS else FORMATS[0]


def document(selection: Selection, chosen: str) -> str:
    """Return `selection` in the format `chosen`, one of `FORMATS`; nothing of the others is imported."""
    from importlib import import_module

    module = {"md": "markdown", "json": "json", "txt": "text", "csv": "csv"}[chosen]
    made: str = import_module(f"roundtable_tui.export.{module}").document(selection)
    return made
