"""The fonts that a terminal's cells are drawn with: found on the system, none is kept here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
)


class Face(NamedTuple):
    """A font file and the name of the family in it."""

    file: str
    family: str


JAPANESE = {
    False: (
        Face("NotoSansCJK-Regular.ttc", "Noto Sans Mono CJK JP"),
        Face("NotoSansMonoCJKjp-Regular.otf", "Noto Sans Mono CJK JP"),
        Face("ipag.ttf", "IPAGothic"),
        Face("VL-Gothic-Regular.ttf", "VL Gothic"),
    ),
    True: (
        Face("NotoSansCJK-Bold.ttc", "Noto Sans Mono CJK JP"),
        Face("NotoSansMonoCJKjp-Bold.otf", "Noto Sans Mono CJK JP"),
    ),
}
"""Japanese faces in which a full-width character is as wide as two others, by whether they are bold; the best first."""

SIGNS = {
    False: (Face("DejaVuSansMono.ttf", "DejaVu Sans Mono"),),
    True: (Face("DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono"),),
}
"""Faces for signs of one cell that Japanese faces draw two cells wide or do not have: ● ◔ → …"""

PACKAGES = {"JAPANESE": "fonts-noto-cjk", "SIGNS": "fonts-dejavu-core"}
"""Debian's packages with the first of each."""


class NoFontError(Exception):
    """There is no font to draw with; the message says which package has one."""


@cache
def font(kind: str, *, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    """Return the face for `kind` (`JAPANESE` or `SIGNS`), `size` pixels to the em; a bold one only where there is one.

    Raises NoFontError.
    """
    faces = {"JAPANESE": JAPANESE, "SIGNS": SIGNS}[kind]
    for face in (*(faces[True] if bold else ()), *faces[False]):
        path = _files().get(face.file)
        for index in range(10) if path is not None else ():
            try:
                found = ImageFont.truetype(str(path), size, index=index, layout_engine=ImageFont.Layout.BASIC)
            except OSError:
                break
            if found.getname()[0] == face.family:
                return found
    wanted = " or ".join(dict.fromkeys(face.family for face in faces[False]))
    raise NoFontError(f"there is no font {wanted} on this system; Debian's package {PACKAGES[kind]} has one")


@cache
def _files() -> dict[str, Path]:
    """Return the font files of the system by their names."""
    folders = [Path(folder).expanduser() for folder in FOLDERS]
    return {path.name: path for folder in folders for path in sorted(folder.rglob("*.[ot]t[fc]"))}
