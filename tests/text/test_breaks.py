"""Single places: what is found by looking around them, and where a word too long for a line is split."""

from __future__ import annotations

import pytest

from roundtable_tui.text.breaks import may_break, may_split


def places(text: str) -> str:
    """Return `text` with | at every place to break and ¦ at every other place to split."""
    parts = [text[:1]]
    for at in range(1, len(text)):
        parts.append("|" if may_break(text, at) else "¦" if may_split(text, at) else "")
        parts.append(text[at])
    return "".join(parts)


@pytest.mark.parametrize(
    "marked",
    [
        "あ|い|う",
        "あ。|い、|う",
        "え|「は|い」|と",
        "10万円|と|百|万|円",
        "4万2千円|と|四|万|二|千|円",
        "3か所|と|2ヶ月|と|数|か|所|と|剣ヶ|峰|で|か|月",
        "17通|と|3千か国",
        "(100)￥と|(a)|￥5",
        "12：30|と|注：|５|と|Ｎｏ．５",
        "a |「b」 |c",
        "「 あ",
        " あ",
        "well-|known",
        "Wi-¦Fi|は",
        "https://¦example.com/¦a-¦b/¦c?¦d=¦e&¦f",
        "a@¦b.com|へ",
        "1,234,567",
        "2021-11-10",
        "2021/11/10",
        "soft\u00ad¦hyphen",
        "か\u3099|い",
        "10：30|と|１０：３０",
        "注※|と、|※注|意",
        "5–10 |and |a–|b",
        "C++の|A",
    ],
)
def test_places_in_a_text(marked: str) -> None:
    assert places(marked.replace("|", "").replace("¦", "")) == marked


def test_a_hyphen_in_an_address_is_no_place_to_break() -> None:
    assert "-|" not in places("see https://example.com/well-known/long-lasting now")
    assert "-|" not in places("/usr/share/well-known")
