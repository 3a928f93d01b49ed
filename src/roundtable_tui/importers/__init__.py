"""From articles, minutes and captions to transcripts; one module or package for each source format."""

from roundtable_tui.importers.decoding import decode
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.imported import Doubt, Imported, SetAside
from roundtable_tui.importers.registry import IMPORTERS, Importer, importer_named, recognise

__all__ = [
    "IMPORTERS",
    "Doubt",
    "Imported",
    "Importer",
    "NotImportedError",
    "SetAside",
    "decode",
    "importer_named",
    "recognise",
]
