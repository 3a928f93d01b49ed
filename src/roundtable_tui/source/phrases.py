"""Names and values of a file, as error messages show them."""

from __future__ import annotations

_LONGEST = 40
_FEW = 12
_MOST = 500
_UNLIKE = 0.6


def quoted(text: str) -> str:
    """Return `text` in quotation marks, with escapes for what cannot be seen, cut after 40 code points."""
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the name among `known` that is most like `name`, or None where none is like it.

    Likeness is the optimal string alignment distance, letter case and width apart; at most six in ten code points may
    differ. Only the first 500 names are looked at.
    """
    from unicodedata import normalize

    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def plain(text: str) -> str:
        return normalize("NFKC", text[:_LONGEST]).casefold()

    known = known[:_MOST]
    if not known:
        return None
    _, distance, place = process.extractOne(plain(name), [plain(text) for text in known], scorer=OSA.distance)
    longer = max(len(plain(name)), len(plain(known[place])))
    return known[place] if distance <= _UNLIKE * longer else None


def or_nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the end of a message that names the nearest of `known`, or all where they are few and none is near."""
    if name != name.strip():
        return "remove the space around it (a full-width space, U+3000, does not indent)"
    near = nearest(name, known)
    if near is not None:
        return f"the nearest is {quoted(near)}"
    return "none is like it" if len(known) > _FEW else f"known are {', '.join(map(quoted, known)) or 'none'}"
