"""The JSON that `roundtable export` writes, back into the same transcript."""

from roundtable_tui.importers.json.importer import JsonImporter

__all__ = ["JsonImporter"]
