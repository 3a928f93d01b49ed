from __future__ import annotations

import pytest

from roundtable_tui.source.encoding import ForeignEncoding, decode

TEXT = "roundtable: 1\ntitle: 紙の束を減らすには\nlead: |\n  カタカナとひらがな、漢字。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
    ],
)
def test_another_encoding_is_named(codec: str, name: str) -> None:
    with pytest.raises(ForeignEncoding, match=name):
        decode(TEXT.encode(codec))


@pytest.mark.parametrize(
    ("codec", "place"), [("cp932", (2, 8)), ("euc_jp", (2, 8)), ("iso2022_jp", (2, 8)), ("utf-16", (1, 1))]
)
def test_the_first_byte_that_shows_it_has_a_place(codec: str, place: tuple[int, int]) -> None:
    with pytest.raises(ForeignEncoding) as caught:
        decode(TEXT.encode(codec))
    assert (caught.value.line, caught.value.column) == place


def test_one_bad_byte_is_named_with_its_place_in_characters() -> None:
    with pytest.raises(ForeignEncoding, match="0xff is not UTF-8") as caught:
        decode("title: 紙\nlead: 束".encode() + b"\xff" + b"\n")
    assert (caught.value.line, caught.value.column) == (2, 8)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(TEXT.encode("utf-8-sig")) == TEXT


@pytest.mark.parametrize("text", [TEXT, "", "a\0b\n", "\x1b[31m", "\ufeff\ufeff"[1:] + "x"])
def test_what_is_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


def test_a_half_of_a_surrogate_pair_is_not_utf_8() -> None:
    with pytest.raises(ForeignEncoding):
        decode(b"title: \xed\xa0\x80\n")
