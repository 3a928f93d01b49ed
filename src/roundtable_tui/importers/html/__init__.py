"""HTML: a round table as a page of a magazine or a blog, and transcripts of podcasts in HTML."""

from roundtable_tui.importers.html.importer import HtmlImporter

__all__ = ["HtmlImporter"]
