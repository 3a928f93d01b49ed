"""What each setting may be: from a word in the environment or a value in the configuration file to the setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Callable

NARROWEST, WIDEST = 20, 400
"""The least and the greatest measure, in cells."""

_WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


def library(found: object) -> str:
    """Return the path `found`. Raises ValueError that says what would be right, as does every function here."""
    if isinstance(found, str) and found and "\0" not in found:
        return found
    raise ValueError(_("the path of a folder"))


def lang(found: object) -> str:
    """Return the language of the tag `found` (`ja`, `ja-JP`, `ja_JP.UTF-8`)."""
    primary = found.replace("-", "_").split("_")[0].split(".")[0].lower() if isinstance(found, str) else ""
    if primary in LANGUAGES:
        return primary
    raise ValueError(_("one of {choices}").format(choices=", ".join(LANGUAGES)))


def ambiguous(found: object) -> str:
    """Return `auto`, `narrow` or `wide`."""
    choices = ("auto", "narrow", "wide")
    if found in choices:
        return str(found)
    raise ValueError(_("one of {choices}").format(choices=", ".join(choices)))


def measure(found: object) -> int:
    """Return a width in cells."""
    try:
        cells = int(found) if isinstance(found, int | str) and not isinstance(found, bool) else 0
    except ValueError:
        cells = 0
    if NARROWEST <= cells <= WIDEST:
        return cells
    raise ValueError(_("a number of cells from {least} to {most}").format(least=NARROWEST, most=WIDEST))


def theme(found: object) -> str:
    """Return the name of a theme; capitals, spaces and the American spelling do not matter."""
    from roundtable_tui.config.nearest import nearest
    from roundtable_tui.config.themes import THEME_NAMES

    name = "-".join(found.lower().replace("_", " ").replace("-", " ").split()) if isinstance(found, str) else ""
    name = name.replace("color", "colour")
    if name in THEME_NAMES:
        return name
    right = _("one of {choices}").format(choices=", ".join(THEME_NAMES))
    close = nearest(name, THEME_NAMES) if name else []
    raise ValueError(right + (_("; did you mean {word}?").format(word=close[0]) if close else ""))


def pictures(found: object) -> str:
    """Return `auto`, `cells` or `off`."""
    choices = ("auto", "cells", "off")
    if found in choices:
        return str(found)
    raise ValueError(_("one of {choices}").format(choices=", ".join(choices)))


def yes_or_no(found: object) -> bool:
    """Return true or false."""
    if isinstance(found, bool):
        return found
    if isinstance(found, str) and found.lower() in _WORDS:
        return _WORDS[found.lower()]
    raise ValueError(_("true or false"))


READERS: dict[str, Callable[[object], object]] = {
    "library": library,
    "lang": lang,
    "ambiguous": ambiguous,
    "measure": measure,
    "theme": theme,
    "pictures": pictures,
    "mouse": yes_or_no,
    "hints": yes_or_no,
}
"""How each setting is read, by its name."""
