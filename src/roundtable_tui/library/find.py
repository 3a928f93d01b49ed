"""Which folder is the library."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.library.identity import is_transcript_name, stem

if TYPE_CHECKING:
    from roundtable_tui.config.settings import Settings

_FOLDER = "transcripts"
_NEAR_TOP = 4096
"""How many bytes of a file are looked at for the mark of a transcript."""
_MARK = rb"(?m)^(?:\xef\xbb\xbf)?['\"]?roundtable['\"]?[ \t]*:"


class NoLibraryError(OSError):
    """The folder that was named is none, or there is none to fall back on; the text says what would be right."""

    def __str__(self) -> str:
        return str(self.args[0])


def find_library(flag: str | None, settings: Settings) -> str:
    """Return the folder of the library.

    It is the first of: `flag`, the one in `settings` (which knows the environment and the configuration file),
    `./transcripts` if it holds a transcript, the bundled samples. Raises NoLibraryError where the one that is named
    is no folder that can be read.
    """
    named = settings.library if flag is None else flag
    if named or flag is not None:  # an empty flag is a variable that was not set, and no reason to show the samples
        return _folder(os.path.expanduser(named))  # noqa: PTH111
    return _FOLDER if holds_transcripts(_FOLDER) else bundled()


def bundled() -> str:
    """Return the folder of the transcripts that come with the program. Raises NoLibraryError where it is missing."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    checkout = os.path.dirname(os.path.dirname(package))  # noqa: PTH120
    for base in (package, checkout):
        folder = os.path.join(base, _FOLDER)  # noqa: PTH118
        if os.path.isdir(folder):  # noqa: PTH112
            return folder
    raise NoLibraryError(_("the bundled transcripts are missing; name a folder with --library"))


def holds_transcripts(folder: str | os.PathLike[str]) -> bool:
    """Return whether a file in `folder` says near its top that it is a transcript."""
    try:
        with os.scandir(folder) as files:
            return any(is_transcript_name(file.name) and file.is_file() and _is_marked(file.path) for file in files)
    except OSError:
        return False


def _is_marked(path: str) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return re.search(_MARK, file.read(_NEAR_TOP)) is not None
    except OSError:
        return False


def _folder(path: str) -> str:
    try:
        os.scandir(path).close()
    except NotADirectoryError:
        message = _("the library is a folder, but {path} is a file; try --library {folder}, then `read {id}`")
        parent, name = os.path.split(path)
        known = stem(name) if is_transcript_name(name) else name
        raise NoLibraryError(message.format(path=path, folder=parent or ".", id=known)) from None
    except FileNotFoundError:
        raise NoLibraryError(_("there is no folder {path} to be the library").format(path=path or repr(path))) from None
    except (OSError, ValueError) as error:
        message = _("the library {path} cannot be read: {reason}")
        reason = error.strerror if isinstance(error, OSError) else error
        raise NoLibraryError(message.format(path=path, reason=reason)) from None
    return path
