"""From bytes to text: UTF-8, or an error that names the encoding the file seems to have."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_JIS_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b$(D", b"\x1b(J")
_JAPANESE = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"))


class ForeignEncoding(Exception):  # noqa: N818  (said of the file: it is not the program that erred)
    """A file is not in UTF-8; `line` and `column` (from 1) are the first place that shows it."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def decode(data: bytes) -> str:
    """Return the text of `data`, without a byte order mark. Raises ForeignEncoding where it is not UTF-8."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            raise _foreign(data, 0, name)
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    if b"\0" in data and (utf_16 := _utf_16(data)):
        raise _foreign(data, 0, utf_16)
    for escape in _JIS_ESCAPES:
        if (place := data.find(escape)) >= 0:
            raise _foreign(data, place, "ISO-2022-JP")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _foreign(data, error.start, _utf_16(data) or _japanese(data)) from None


def _foreign(data: bytes, place: int, name: str | None) -> ForeignEncoding:
    line = data.count(b"\n", 0, place) + 1
    start = data.rfind(b"\n", 0, place) + 1
    column = len(data[start:place].decode("utf-8", "replace")) + 1
    if name:
        message = f"the file is in {name}, not in UTF-8; save it as UTF-8"
    else:
        message = f"the byte 0x{data[place]:02x} is not UTF-8; save the file as UTF-8"
    return ForeignEncoding(line, column, message)


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: line breaks and ASCII as pairs with a zero byte, always on the same side."""
    breaks_le, breaks_be = data.count(b"\n\0"), data.count(b"\0\n")
    if not breaks_le and not breaks_be:
        return None
    codec = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return "UTF-16" if "\n" in text and "\0" not in text else None


def _japanese(data: bytes) -> str | None:
    """The older Japanese encoding that reads `data` with the most kana; bytes of one seldom make kana in the other."""
    best, most = None, 0
    for codec, name in _JAPANESE:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        kana = sum("\u3041" <= char <= "\u30ff" for char in text)
        if kana > most:
            best, most = name, kana
    return best
