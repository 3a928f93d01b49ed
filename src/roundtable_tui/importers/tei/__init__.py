"""Plays and debates in TEI, as DraCor and ParlaMint have them."""

from roundtable_tui.importers.tei.importer import TeiImporter

__all__ = ["TeiImporter"]
