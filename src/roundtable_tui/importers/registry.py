"""The source formats, and how the right one is found from what a source contains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roundtable_tui.importers.article import ArticleImporter
from roundtable_tui.importers.captions import SrtImporter, VttImporter
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.html import HtmlImporter
from roundtable_tui.importers.json import JsonImporter
from roundtable_tui.importers.markdown import MarkdownImporter
from roundtable_tui.importers.minutes import AkomaImporter, KokkaiImporter
from roundtable_tui.importers.plain import PlainImporter
from roundtable_tui.importers.tei import TeiImporter
from roundtable_tui.importers.whisper import WhisperImporter

if TYPE_CHECKING:
    from roundtable_tui.importers.imported import Imported


class Importer(Protocol):
    """One source format."""

    @property
    def name(self) -> str:
        """What `--format` calls it, in lower case."""

    @property
    def summary(self) -> str:
        """What it is, in a few words."""

    def likeness(self, text: str) -> int:
        """Return how much `text` looks like this format: 0 not at all, 100 certainly; never raises."""

    def read(self, text: str) -> Imported:
        """Return what `text` says; raises NotImportedError where no transcript can be made of it."""


IMPORTERS: tuple[Importer, ...] = (
    JsonImporter(),
    KokkaiImporter(),
    WhisperImporter(),
    VttImporter(),
    SrtImporter(),
    AkomaImporter(),
    TeiImporter(),
    HtmlImporter(),
    MarkdownImporter(),
    ArticleImporter(),
    PlainImporter(),
)
"""Every format; a new one is a module of its own and a line here.

Those that say for certain what they are stand first, because they are quick to ask. Of two that look alike the first
is taken.
"""

_CERTAIN = 95
"""A likeness from which on no other format is asked."""


def importer_named(name: str) -> Importer:
    """Return the importer called `name`; raises LookupError for an unknown one."""
    found = next((importer for importer in IMPORTERS if importer.name == name), None)
    if found is None:
        raise LookupError(f"no format is called {name!r}; known are {', '.join(one.name for one in IMPORTERS)}")
    return found


def recognise(text: str) -> Importer:
    """Return the importer whose format `text` is most like; raises NotImportedError where it is like none."""
    if not text.strip():
        raise NotImportedError("the source is empty")
    best, most = IMPORTERS[0], 0
    for importer in IMPORTERS:
        likeness = importer.likeness(text)
        if likeness > most:
            best, most = importer, likeness
        if most >= _CERTAIN:
            break
    if not most:
        known = ", ".join(f"{one.name} ({one.summary})" for one in IMPORTERS)
        raise NotImportedError(
            f"no known format was recognised; known are: {known}. --format takes the source for one of them"
        )
    return best
