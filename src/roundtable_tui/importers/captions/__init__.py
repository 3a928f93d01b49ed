"""Captions: WebVTT and SubRip files, in which people speak cue by cue."""

from roundtable_tui.importers.captions.importer import SrtImporter, VttImporter

__all__ = ["SrtImporter", "VttImporter"]
