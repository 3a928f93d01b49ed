"""Reading one source of an import: its bytes, its format, its speakers, and a title if need be."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.config.language import _
from roundtable_tui.importers import NotImportedError, SetAside, decode, importer_named, recognise
from roundtable_tui.source.file import MAX_BYTES, UnreadableError, read_bytes

if TYPE_CHECKING:
    from typing import TextIO

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported
    from roundtable_tui.importers.naming import Names

STDIN = "-"


def shown(source: str) -> str:
    """Return what messages call `source`."""
    return "stdin" if source == STDIN else source


def read_names(path: str) -> Names:
    """Return who is who by the file at `path`. Raises CommandError where it cannot be understood."""
    from roundtable_tui.importers.naming import Names

    try:
        return Names.parse(decode(read_bytes(Path(path))).text)
    except (NotImportedError, UnreadableError, OSError) as error:
        raise CommandError(f"{path}: {error}") from None


def read_source(source: str, chosen: str | None, names: Names | None, answers: TextIO | None, out: Output) -> Imported:
    """Return `source` read as the format `chosen`, or the one recognised, with its speakers named by `names`.

    Where there are `answers` to be had, what was recognised is said and its doubtful labels are asked about. Raises
    NotImportedError and UnreadableError, which say why not, and CommandError where no more is answered.
    """
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == STDIN else read_bytes(Path(source))
    text, encoding = decode(data)
    if encoding != "UTF-8":
        out.note(f"{shown(source)}: " + _("read as {encoding}").format(encoding=encoding))
    importer = importer_named(chosen) if chosen else recognise(text)
    imported = importer.read(text)
    if names is not None:
        imported = names.apply(imported)
    if answers is not None:
        from roundtable_tui.cli.reviewing import review

        out.note(f"{shown(source)}: {importer.name} ({importer.summary})")
        imported = review(imported, text, answers, out)
    return _titled(imported, source)


def _titled(imported: Imported, source: str) -> Imported:
    """Return `imported` with the name of the source for a title where it has none: captions seldom do."""
    if imported.transcript.title or source == STDIN:
        return imported
    title = Path(source).stem
    said = SetAside(1, title, "the name of the source, taken for the title")
    return replace(
        imported, transcript=replace(imported.transcript, title=title), set_aside=(said, *imported.set_aside)
    )
