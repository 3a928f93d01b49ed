"""Why a source could not be imported."""

from __future__ import annotations


class NotImportedError(ValueError):
    """A source could not be read; `str()` says what was found and what would be right, without naming the source."""
