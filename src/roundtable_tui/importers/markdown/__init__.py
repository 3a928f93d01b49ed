"""Markdown: transcripts of podcasts and interviews, and what `roundtable export` writes."""

from roundtable_tui.importers.markdown.importer import MarkdownImporter

__all__ = ["MarkdownImporter"]
