"""The last copy as a file, whatever became of it on the way to a clipboard."""

from __future__ import annotations

from pathlib import Path

from roundtable_tui.config.folders import state_folder

FILE = "copied.txt"


def keep(text: str) -> Path:
    """Write `text`, with a line break at its end, to the file of the last copy and return its path.

    Raises OSError where it cannot be written.
    """
    from roundtable_tui.export.file import write_atomically

    folder = Path(state_folder())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / FILE
    write_atomically(path, text.removesuffix("\n") + "\n", overwrite=True)
    return path


def short(path: Path) -> str:
    """Return `path` as people write it, with `~` for the home folder."""
    try:
        return str(Path("~", path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return str(path)
