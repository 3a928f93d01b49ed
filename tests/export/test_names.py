from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roundtable_tui.export.names import safe_file_name

FORBIDDEN = set('/\\:*?"<>|#')
SURROGATES_TOO = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")))
DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in "0123456789¹²³")}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("紙の束を減らすには~架空市CIO×県CIO座談会②~", "紙の束を減らすには~架空市CIO×県CIO座談会②~.md"),
        ("研修と ひと/デジタル", "研修と-ひと-デジタル.md"),
        ("はい\uff1f いいえ?", "はい\uff1f-いいえ.md"),
        ("What now? Part 1: paper", "What-now-Part-1-paper.md"),
        ("がぎ", "がぎ.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        (".hidden", "hidden.md"),
        ("-rf ~", "rf-~.md"),
        ("~root", "root.md"),
        ("end. . .", "end.md"),
        ("CON", "CON_.md"),
        ("nul.tar", "nul_.tar.md"),
        ("COM¹", "COM¹_.md"),
        ("CONSOLE", "CONSOLE.md"),
        ("a\u202egpj.exe\u2069", "agpj.exe.md"),
        ("a\x1b[31mb\0c\u200b", "a[31mbc.md"),
        ("葛\U000e0100城", "葛城.md"),
        ("014-2_草稿", "014-2_草稿.md"),
        ("", "untitled.md"),
        ("...", "untitled.md"),
        (" /:?\u3000", "untitled.md"),
    ],
)
def test_a_title_gives_a_name_that_still_reads(title: str, name: str) -> None:
    assert safe_file_name(title, ".md") == name


@settings(max_examples=400)
@given(SURROGATES_TOO, st.sampled_from(["", ".md", ".json"]), st.integers(32, 220))
@example("漢" * 300, ".md", 200)
@example("か\u3099" * 300, "", 200)
@example("e" + "\u0301" * 300, "", 200)
@example("\U00020bb7" * 99, ".txt", 200)
@example("nul." + "a" * 300, "", 200)
@example("a" * 198 + "." * 9 + "b", "", 200)
def test_a_name_is_safe_everywhere_whatever_the_title(title: str, extension: str, limit: int) -> None:
    name = safe_file_name(title, extension, limit=limit)
    assert name.endswith(extension)
    assert 0 < len(name.encode()) <= limit
    assert not FORBIDDEN & set(name)
    assert unicodedata.is_normalized("NFC", name)
    assert not any(unicodedata.category(character)[0] in "CZ" for character in name)
    assert name[0] not in ".-~ "
    assert name[-1] not in ". "
    assert name.split(".")[0].lower() not in DEVICES
    assert Path(name).name == PureWindowsPath(name).name == name
    assert safe_file_name(name.removesuffix(extension), extension, limit=limit) == name


@given(st.text("かがは゛\u3099\u309a漢字e\u0301\u0323🇯🇵", max_size=120), st.integers(20, 60))
def test_a_cut_never_parts_a_mark_from_its_base(title: str, limit: int) -> None:
    whole = safe_file_name(title, limit=1000)
    cut = safe_file_name(title, limit=limit)
    if cut == whole or cut == "untitled":
        return
    following = whole[len(cut)]
    assert whole.startswith(cut)
    assert unicodedata.category(following)[0] != "M" or len(whole.encode()) > limit
    bases = [character for character in whole if unicodedata.category(character)[0] != "M"]
    if len(bases) > 1 and unicodedata.category(following)[0] == "M":
        # Only a single base with more marks than the whole name has room for may be cut between marks.
        assert sum(unicodedata.category(character)[0] != "M" for character in cut) == 1


def test_a_fallback_names_what_has_no_title() -> None:
    assert safe_file_name("???", ".md", fallback="014-2#1.1") == "014-2-1.1.md"
    assert safe_file_name("???", ".md", fallback="..") == "untitled.md"


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="leaves no room"):
        safe_file_name("a", ".markdown", limit=20)
