from __future__ import annotations

import pytest

from roundtable_tui.importers import NotImportedError, decode
from roundtable_tui.source.file import MAX_BYTES

TEXT = "紙の話です。\n" * 20


def test_utf_8_is_read_with_and_without_a_byte_order_mark() -> None:
    assert decode(TEXT.encode()) == decode(TEXT.encode("utf-8-sig")) == TEXT


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_named(codec: str, name: str) -> None:
    with pytest.raises(NotImportedError, match=name):
        decode(TEXT.encode(codec))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99), TEXT.encode() + b"\0"]
)
def test_binary_data_is_called_so(data: bytes) -> None:
    with pytest.raises(NotImportedError, match="binary"):
        decode(data)


def test_a_stray_control_character_is_kept() -> None:
    assert decode((TEXT + "\x02").encode()) == TEXT + "\x02"


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(NotImportedError, match="8 MiB"):
        decode(b" " * (MAX_BYTES + 1))
