"""The importer of the JSON export."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.imported import Doubt, Imported
from roundtable_tui.importers.json.values import Value, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
"""The version of the document that is read; `export.json` says which one is written."""

_OURS = re.compile(r'\s*\{\s*"(?:v"\s*:\s*[0-9]|anchor"\s*:\s*"|transcript"\s*:\s*\{)')
_KEYS = ("v", "anchor", "complete", "names", "transcript")


class JsonImporter:
    """Reads what `roundtable export --format json` writes; see `Importer` for what each member does."""

    name = "json"
    summary = "the JSON that `roundtable export` writes"

    def likeness(self, text: str) -> int:
        """Return 100 for an object that begins like the export and holds a transcript, else 0."""
        return 100 if _OURS.match(text) and '"transcript"' in text else 0

    def read(self, text: str) -> Imported:
        """Return the transcript in `text`, equal to the one that was exported where the whole piece was.

        Of an excerpt, turns and sections are counted anew, and a doubt says what of the piece it is. Raises
        NotImportedError for whatever docs/export.md does not describe, with the path of what is wrong.
        """
        from roundtable_tui.importers.json.read import renumbered, transcript

        try:
            read = _document(text)
            whole = renumbered(transcript(read["transcript"]))
        except RecursionError:
            raise NotImportedError("the JSON is nested too deeply") from None
        anchor, complete = read["anchor"].text(), read["complete"].truth()
        doubts = tuple(_doubts(anchor, whole.id, complete=complete, names=read["names"].truth()))
        return Imported(whole, doubts=doubts)


def _document(text: str) -> dict[str, Value]:
    """Return the values of the document; a later version is named as such before keys are that it brought."""
    document = Value(parse(text))
    version = document.get("v")
    if version != VERSION:
        raise NotImportedError(f"`v` is {version!r}, but this program reads version {VERSION} of the JSON export")
    return document.fields(_KEYS)


def _doubts(anchor: str, piece: str, *, complete: bool, names: bool) -> Iterator[Doubt]:
    if not complete:
        yield Doubt(1, anchor, "only some turns of this place were exported; turns are counted anew")
    elif anchor != piece:
        yield Doubt(1, anchor, "only this place of the piece was exported; turns and sections are counted anew")
    if not names:
        yield Doubt(1, anchor, "it was exported without the names of the people in it")
