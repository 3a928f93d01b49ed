"""Numbers as articles print them: 14, １４, 十四, ⑭."""

from __future__ import annotations

import unicodedata

from roundtable_tui.text import numerals

NUMBER = r"(?:[0-9０-９]{1,5}|[〇一二三四五六七八九十百]{1,7}|[①-⑳])"
"""A regular expression for what may be a number."""


def number(text: str) -> int | None:
    """Return the number that `text` is, in digits of any width, circled digits or kanji, else None."""
    return numerals.number(unicodedata.normalize("NFKC", text))
