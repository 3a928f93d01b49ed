"""What may reach a terminal, and what a reader sees of the rest."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roundtable_tui.text.safe import TAB_CELLS, display, is_dropped, unsafe_code_points

NEVER_SHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001f3fb-\U0001f3ff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U0010fffe\U0010ffff]"
)
HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=[]),
        st.sampled_from(
            "\x1b]52;c\x07\x9b\x7f\t\n\r\u202e\u2066\u200f\ud83d\udc80\u2028\u200d\ufe0f\U000e0041研か\u3099"
        ),
    )
)
ORDINARY = st.text(st.sampled_from("研修の話、テレワーク。「」…―①※ａＡｱﾞか\u3099々〆ヶ𠮷é àπд한👍〜 "))


@given(HOSTILE)
@example("\x1b]52;c;cm0gLXJm\x07")
@example("\U0001fffe\U0010ffff")
def test_a_displayed_text_holds_nothing_that_acts_or_hides(text: str) -> None:
    assert not NEVER_SHOWN.search(display(text))


def test_no_code_point_at_all_is_shown_where_it_would_act_or_hide() -> None:
    assert not NEVER_SHOWN.search("".join(display(chr(code)) for code in range(0x110000)))


@given(HOSTILE)
def test_displaying_twice_changes_nothing(text: str) -> None:
    assert display(display(text)) == display(text)


@given(HOSTILE, HOSTILE)
def test_a_text_is_displayed_as_its_parts_are(left: str, right: str) -> None:
    assert display(left + right) == display(left) + display(right)


@given(ORDINARY)
def test_ordinary_writing_is_shown_as_it_is(text: str) -> None:
    assert display(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x08", "␀␇␈"),
        ("一\n二", "一␊二"),
        ("一\r\n", "一␍␊"),
        ("a\tb", f"a{' ' * TAB_CELLS}b"),
        ("\x7f", "␡"),
        ("\x9b31m", "␦31m"),
        ("\u202egnp.exe", "␦gnp.exe"),
        ("\u2028\u2029", "␤␤"),
        ("\udc80\ud83d", "␦␦"),
        ("\U000e0068\U000e0069", "␦␦"),
        ("\u3164\uffa0", "␦␦"),
        ("👩\u200d💻", "👩💻"),
        ("👍🏽", "👍"),
        ("❤\ufe0f葛\U000e0100", "❤葛"),
        ("co\xadop\u200b\u2060\ufeff", "coop"),
        ("e" + "\u0301" * 30, "e" + "\u0301" * 30),
    ],
)
def test_each_class_is_shown_as_documented(text: str, shown: str) -> None:
    assert display(text) == shown


@given(HOSTILE)
def test_what_is_made_visible_is_reported_with_its_place(text: str) -> None:
    reported = {offset for offset, _ in unsafe_code_points(text)}
    changed = {place for place, character in enumerate(text) if display(character) != character}
    assert reported == {place for place in changed if text[place] not in "\t\n" and not is_dropped(text[place])}


def test_a_report_names_the_code_point() -> None:
    assert unsafe_code_points("一\x1b\x9b\u202e\udc80\x7f\t\n\ufdd0") == (
        (1, "U+001B ESCAPE"),
        (2, "U+009B CONTROL"),
        (3, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (4, "U+DC80 LONE SURROGATE"),
        (5, "U+007F DELETE"),
        (8, "U+FDD0 NONCHARACTER OR UNASSIGNED"),
    )


def test_an_ordinary_text_has_nothing_to_report() -> None:
    assert unsafe_code_points("令和3年、テレワーク…\n👍") == ()
