"""Names as SQLite can keep them: paths, ids and words may hold what is no text for it."""

from __future__ import annotations


def key(name: str) -> str | bytes:
    """Return `name` as SQLite can keep it: as bytes where it holds lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")
    return name


def name_of(kept: str | bytes) -> str:
    """Return the name that `key` made `kept` of."""
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")
