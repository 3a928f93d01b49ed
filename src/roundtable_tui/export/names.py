"""File names made from titles, safe on Linux, macOS and Windows."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript

_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""Names that are devices on Windows, whatever stands after the first dot."""

_SEPARATOR_LIKE = frozenset("/\\:|#\u2800")
"""What divides words and becomes a hyphen: `#` and `:` besides because they would make an anchor of an id."""

_DROPPED = frozenset('*?"<>\u115f\u1160\u17b4\u17b5\u3164\uffa0')
"""Forbidden on Windows, or letters without ink."""

_UNTITLED = "untitled"


def safe_file_name(title: str, extension: str = "", *, fallback: str = _UNTITLED, limit: int = 200) -> str:
    r"""Return a file name made from `title`, ending in `extension` (with its dot, such as `.md`).

    The name is NFC, of at most `limit` bytes of UTF-8 (the extension always fits: the rest is cut, never inside
    a base character and its marks), is never empty, hidden, or taken for an option, and holds none of
    ``/ \ : * ? " < > | #``, no white space, no control, format, bidirectional, private or unassigned character,
    no dot at its end and no device name of Windows. White space and dividing signs become one hyphen.
    A title of which nothing is left gives `fallback`. A name that is already safe comes back unchanged.

    Raises ValueError where `limit` leaves fewer than 16 bytes for the title.
    """
    room = limit - len(extension.encode())
    if room < 16:
        raise ValueError(f"a limit of {limit} bytes leaves no room for a name before {extension!r}")
    return (_cut(_plain(title), room) or _cut(_plain(fallback), room) or _UNTITLED) + extension


def export_name(
    transcript: Transcript,
    section: tuple[int, ...] = (),
    extension: str = ".md",
    *,
    turn: int | None = None,
    only: str = "",
) -> str:
    """Return the name of the file that a piece, a section of it, a turn or an extract is exported to, without a folder.

    It begins with the place, so that it is another one for every place: `014-2-紙の束を減らすには.md`,
    `014-2-1.1-まずは会議から.md`, `014-2-turn-7.md`; `only` are the words for an extract of the place, which take the
    place of its title: `014-2-青木-千尋の発言.md`. Raises KeyError for a section that the piece does not have.
    """
    if turn is not None:
        return safe_file_name(f"{transcript.id} turn {turn}", extension)
    number = ".".join(map(str, section))
    title = only or (transcript.headings(section)[-1] if section else transcript.title)
    return safe_file_name(f"{transcript.id} {number} {title}", extension, fallback=transcript.id)


def _plain(title: str) -> str:
    """Return `title` with what no file name may hold taken out, words joined by single hyphens, no device."""
    kept = "".join(map(_replacement, unicodedata.normalize("NFC", title)))
    name = _trimmed(unicodedata.normalize("NFC", re.sub("-{2,}", "-", kept)))
    device = _RESERVED.match(name)
    return f"{name[: device.end()]}_{name[device.end() :]}" if device else name


def _replacement(character: str) -> str:
    if character in _SEPARATOR_LIKE or character.isspace():
        return "-"
    if character in _DROPPED or unicodedata.category(character)[0] == "C" or _is_variation_selector(character):
        return ""
    return character


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef" or character == "\u034f"


def _trimmed(name: str) -> str:
    """Return `name` without what may not begin or end it."""
    start = 0
    while start < len(name) and (name[start] in ".-~" or unicodedata.category(name[start])[0] == "M"):
        start += 1
    return name[start:].rstrip(".-")


def _cut(name: str, room: int) -> str:
    """Return the longest beginning of `name` in `room` bytes of UTF-8 that splits no character from its marks."""
    data = name.encode()
    if len(data) <= room:
        return name
    end = len(data[:room].decode(errors="ignore"))
    while end and unicodedata.category(name[end])[0] == "M":
        end -= 1
    return _trimmed(name[:end]) or _trimmed(data[:room].decode(errors="ignore"))
