"""Articles: a round table as text, copied from a page or a magazine, each speaker's name above what was said."""

from roundtable_tui.importers.article.importer import ArticleImporter

__all__ = ["ArticleImporter"]
