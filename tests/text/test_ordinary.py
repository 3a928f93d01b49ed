"""The quick test must never let through what the long way round would treat otherwise."""

from __future__ import annotations

from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.fold_rules import leans
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.ordinary import is_ordinary
from roundtable_tui.text.safe import display

ORDINARY = [character for character in map(chr, range(0x110000)) if is_ordinary(character)]


def test_an_ordinary_code_point_is_shown_as_it_is() -> None:
    assert [character for character in ORDINARY if display(character) != character] == ["\t", "\n"]


def test_an_ordinary_code_point_extends_nothing() -> None:
    apart = "x".join(ORDINARY)
    assert not is_ordinary(apart + "\u0301")  # takes the long way
    assert boundaries(apart + "\u0301")[:-1] == tuple(range(len(apart)))


def test_an_ordinary_code_point_leans_on_nothing_and_never_folds_to_nothing() -> None:
    assert not [character for character in ORDINARY if leans(character) or not fold_text(character)]


def test_japanese_and_english_text_is_ordinary() -> None:
    assert is_ordinary("「テレワーク」の研修は、ＣＩＯ（部長）が令和３年に……①〜②※ “Yes” — naïve café\n\t々〆ヶ㈱℃")


def test_marks_controls_and_joined_signs_are_not_ordinary() -> None:
    for text in ("か\u3099", "ｶﾞ", "か゛", "e\u0301", "\r", "\x1b", "👩\u200d💻", "🇯🇵", "\u1112\u1161", "\xad"):
        assert not is_ordinary(f"研修{text}")
