"""From the bytes of a source to its text, or a failure that names what was found instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_tui.importers.encodings import certain_encoding
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.source.encoding import ForeignEncoding
from roundtable_tui.source.encoding import decode as decode_utf_8
from roundtable_tui.source.file import MAX_BYTES

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_MANY_CONTROLS = 0.01
"""The part of all bytes; a page copied from a PDF may have a few stray control characters, and they are kept."""


class Decoded(NamedTuple):
    """The text of a source, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of `data`: UTF-8 with or without a byte order mark, or another encoding where it is certain.

    Raises NotImportedError for more than `MAX_BYTES` bytes, for binary data, and for an encoding that is not certain.
    """
    if len(data) > MAX_BYTES:
        raise NotImportedError(f"the source is larger than {MAX_BYTES // (1024 * 1024)} MiB, which no transcript is")
    try:
        text = decode_utf_8(data)
    except ForeignEncoding as error:
        found = certain_encoding(data)
        if found is not None:
            return Decoded(data.decode(found.codec).removeprefix("\ufeff"), found.name)
        if _is_binary(data) and not re.search("UTF-(?:16|32)", str(error)):
            raise _binary() from None
        raise NotImportedError(f"line {error.line}: {error}") from None
    if _is_binary(data):
        raise _binary()
    return Decoded(text, "UTF-8")


def _is_binary(data: bytes) -> bool:
    return b"\0" in data or len(_CONTROLS.findall(data)) > 1 + _TOO_MANY_CONTROLS * len(data)


def _binary() -> NotImportedError:
    return NotImportedError("the source is binary, not text; import the text of the article")
