"""The file that an import writes: its text, its name, and what becomes of one that is there already."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.cli.import_source import shown
from roundtable_tui.config.language import _
from roundtable_tui.importers import NotImportedError
from roundtable_tui.source.file import UnreadableError, read_bytes
from roundtable_tui.source.write import SCHEMA, dump

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported


def file_text(imported: Imported, source: str, folder: Path | None) -> str:
    """Return the file: the transcript, and as comments what is not in it and what is doubtful.

    Raises NotImportedError where the transcript holds what no file can.
    """
    from roundtable_tui.cli.schema import schema_for

    comments = [f"line {one.line}: {one.text} — {one.reason}" for one in imported.set_aside]
    if comments:
        comments.insert(0, f"Lines of {Path(shown(source)).name} that stand in no field as printed:")
    if imported.doubts:
        comments.append("Doubtful:")
        comments += [f"line {one.line}: {one.text} — {one.reason}" for one in imported.doubts]
    schema = SCHEMA if folder is None else schema_for(folder)
    try:
        return dump(imported.transcript, schema=schema, comments=comments)
    except ValueError as error:
        raise NotImportedError(str(error)) from None


def file_name(imported: Imported, source: str) -> str:
    """Return the name of the file: `014-2.yaml`, or what the title or else the source is called."""
    from roundtable_tui.export.names import safe_file_name

    transcript = imported.transcript
    title = transcript.id or transcript.title
    return safe_file_name(title, ".yaml", fallback=Path(shown(source)).stem)


class Folder:
    """The folder for the transcripts of one import, which remembers what it wrote."""

    def __init__(self, path: Path, out: Output, *, force: bool) -> None:
        self.path = path
        self._out = out
        self._force = force
        self._written: dict[Path, str] = {}

    def write(self, name: str, text: str, source: str) -> Path:
        """Write `text` to the file `name` and return its path. A file that says just this is left alone.

        Another one is replaced only by force; else stderr shows what would change, for it may have been corrected by
        hand. Of two sources with one name the second is refused even by force. Raises NotImportedError and OSError.
        """
        from roundtable_tui.export.file import AlreadyThereError, write_atomically

        path = self.path / name
        if path in self._written:
            message = _("{path} has just been written from {source}, and is not replaced")
            raise NotImportedError(message.format(path=path, source=self._written[path]))
        before = _text_of(path)
        if before != text:
            try:
                write_atomically(path, text, overwrite=self._force)
            except AlreadyThereError as error:
                for line in _changes(before, text, path):
                    self._out.note(line)
                raise NotImportedError(f"{error}; " + _("--force replaces it")) from None
        self._written[path] = shown(source)
        return path


def _text_of(path: Path) -> str | None:
    """Return what the file at `path` says, None where there is none or it cannot be read as text."""
    try:
        return read_bytes(path).decode("utf-8")
    except (OSError, UnreadableError, UnicodeDecodeError):
        return None


def _changes(before: str | None, after: str, path: Path) -> Iterator[str]:
    """Yield the lines that tell `after` from `before`, as `diff -u` writes them."""
    if before is not None:
        old, new = before.splitlines(), after.splitlines()
        yield from unified_diff(old, new, str(path), _("imported now"), n=1, lineterm="")
