"""Names and values of a file, as error messages show them."""

from __future__ import annotations

_LONGEST = 40


def quoted(text: str) -> str:
    """Return `text` in quotation marks, with escapes for what cannot be seen, cut after 40 code points."""
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the name among `known` that is most like `name`, or None where none shares anything with it.

    Likeness is the optimal string alignment distance, letter case and width apart.
    """
    from unicodedata import normalize

    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def plain(text: str) -> str:
        return normalize("NFKC", text[:_LONGEST]).casefold()

    if not known:
        return None
    _, distance, place = process.extractOne(plain(name), [plain(text) for text in known], scorer=OSA.distance)
    return known[place] if distance < max(len(plain(name)), len(plain(known[place]))) else None


def or_nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the end of a message that names the nearest of `known`, or all of them where none is near."""
    near = nearest(name, known)
    if near is not None:
        return f"the nearest is {quoted(near)}"
    return "known are " + ", ".join(map(quoted, known[:20])) if known else "there are none"
