"""The language of the interface: English messages are the keys, a gettext catalogue holds the others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("en", "ja")
"""The languages that the interface speaks."""

DOMAIN = "roundtable"

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120

_language = "en"
_translate: Callable[[str], str] | None = None


def _(message: str) -> str:
    """Return `message` in the language of the interface; itself where that is English or has no translation.

    `message` is a literal at every call, so that `tools/catalogue.py` finds it; values are filled in afterwards.
    """
    return message if _translate is None else _translate(message)


def language() -> str:
    """Return the language of the interface: `en` or `ja`."""
    return _language


def in_language(message: str, tag: str) -> str:
    """Return `message` in the language `tag` of `LANGUAGES`, whatever the interface speaks."""
    return message if tag == "en" else _catalogue(tag)(message)


def set_language(tag: str | None) -> None:
    """Let the interface speak the language of `tag` (BCP 47 or a locale name), or the environment's for None or "".

    What the interface does not speak becomes English.
    """
    global _language, _translate
    _language = _spoken(tag) if tag else from_environment(os.environ)
    if _language == "en":
        _translate = None
        return
    _translate = _catalogue(_language)


def _catalogue(tag: str) -> Callable[[str], str]:
    """Return what translates into the language `tag`; each catalogue is read once, `gettext` sees to that."""
    from gettext import translation

    return translation(DOMAIN, _FOLDER, [tag], fallback=True).gettext


def from_environment(environ: Mapping[str, str]) -> str:
    """Return the language that LC_ALL, LC_MESSAGES or LANG names, the first of them that is set (POSIX)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return _spoken(environ[name])
    return "en"


def _spoken(tag: str) -> str:
    """Return the language of `ja`, `ja-JP` or `ja_JP.UTF-8`, or English."""
    primary = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
    return primary if primary in LANGUAGES else "en"
