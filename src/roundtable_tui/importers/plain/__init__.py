"""Plain text: transcripts in which each turn begins with a name, a question or an answer."""

from roundtable_tui.importers.plain.importer import PlainImporter

__all__ = ["PlainImporter"]
