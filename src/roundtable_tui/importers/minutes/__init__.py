"""The minutes of parliaments: what the API of the National Diet of Japan answers, and Akoma Ntoso."""

from roundtable_tui.importers.minutes.akoma import AkomaImporter
from roundtable_tui.importers.minutes.kokkai import KokkaiImporter

__all__ = ["AkomaImporter", "KokkaiImporter"]
