from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, decode
from roundtable_tui.source.file import MAX_BYTES

TEXT = "紙の話です。\n" * 20


def test_utf_8_is_read_with_and_without_a_byte_order_mark() -> None:
    assert decode(TEXT.encode()) == decode(TEXT.encode("utf-8-sig")) == (TEXT, "UTF-8")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_read_where_it_is_certain_and_named(codec: str, name: str) -> None:
    assert decode(TEXT.encode(codec)) == (TEXT, name)


@pytest.mark.parametrize("data", ["紙".encode("cp932"), "一二三".encode("euc_jp"), "café".encode("latin-1"), b"\xff"])
def test_an_encoding_that_is_not_certain_is_refused(data: bytes) -> None:
    with pytest.raises(NotImportedError, match="save"):
        decode(data)


@given(
    st.text("紙を減らす話、会議。ーカタカナabc 123\n", min_size=1), st.sampled_from(["cp932", "euc_jp", "utf-16-le"])
)
def test_what_is_decoded_is_never_something_else_than_what_was_written(text: str, codec: str) -> None:
    text += "\n"  # without one, two bytes of UTF-16 may be two letters of UTF-8
    try:
        decoded = decode(text.encode(codec))
    except NotImportedError:
        return
    assert decoded.text == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99), TEXT.encode() + b"\0"]
)
def test_binary_data_is_called_so(data: bytes) -> None:
    with pytest.raises(NotImportedError, match="binary"):
        decode(data)


def test_a_stray_control_character_is_kept() -> None:
    assert decode((TEXT + "\x02").encode()).text == TEXT + "\x02"


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(NotImportedError, match="8 MiB"):
        decode(b" " * (MAX_BYTES + 1))
