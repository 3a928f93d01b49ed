from __future__ import annotations

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roundtable_tui.export.front_matter import quoted
from roundtable_tui.text.safe import unsafe_code_points


@settings(max_examples=1000, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",))))
@example("no")
@example("2021-11-10")
@example("a: b # c")
@example("---")
@example("\x00\t\n\r\x1b\x7f\x85\x9b\u2028\u202e\ufeff\ufffe\U000e0041\U0001f600\"\\'")
def test_text_reads_back_as_it_was_from_one_safe_line(text: str) -> None:
    written = quoted(text)
    assert yaml.safe_load(f"key: {written}\n") == {"key": text}
    assert yaml.load(f"key: {written}\n", yaml.CBaseLoader) == {"key": text}
    assert unsafe_code_points(written) == ()
    assert "\n" not in written


def test_japanese_stays_readable() -> None:
    assert quoted("紙の束を減らすには~架空市×県②~") == '"紙の束を減らすには~架空市×県②~"'


def test_half_a_surrogate_pair_becomes_a_visible_mark() -> None:
    assert quoted("a\ud800b") == '"a␦b"'
