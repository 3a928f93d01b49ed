"""From bytes to keys: whole, whatever the bytes and however they arrive."""

from __future__ import annotations

import os
import sys
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("the keyboard of a Unix terminal", allow_module_level=True)

from hypothesis import example, given
from hypothesis import strategies as st
from textual.events import Key, Paste

from roundtable_tui.tui.terminal.answers import Answers, Told
from roundtable_tui.tui.terminal.keyboard import PASTE_BEGINS, PASTE_ENDS, Keyboard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message


def heard(*chunks: bytes, answers: Answers | None = None) -> list[Message]:
    """Return what a keyboard hands out for `chunks`, each read by itself, until the terminal is gone."""
    typed, types = os.pipe()
    woken, wakes = os.pipe()
    messages: list[Message] = []
    keyboard = Keyboard(typed, woken, answers=answers)
    try:
        for chunk in chunks:
            os.write(types, chunk)
            assert keyboard._read(messages.append)
        os.close(types)
        assert not keyboard.listen(messages.append)
    finally:
        for descriptor in (typed, woken, wakes):
            os.close(descriptor)
    return messages


def keys(messages: Sequence[Message]) -> str:
    """Return the characters of the keys in `messages`."""
    return "".join(message.character or "" for message in messages if isinstance(message, Key))


def pastes(messages: Sequence[Message]) -> list[str]:
    """Return the pasted texts in `messages`."""
    return [message.text for message in messages if isinstance(message, Paste)]


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=5))
@example([b"\x1b[99999999999u"])
@example([b"\x1b[1114112;1u", b"\xff\xed\xa0\x80"])
def test_no_bytes_stop_the_keyboard(noise: list[bytes]) -> None:
    # What ends a paste and every sequence, so that the key that follows is a key.
    assert keys(heard(*noise, PASTE_ENDS.encode(), b"\x1b[I", b"q")).endswith("q")


@given(st.text(), st.lists(st.integers(1, 12), max_size=8))
@example("\x1b[48;1;1;1;1t\x1bq\x1b]52;c;x\x07", [3])
@example("一\x1b[20", [9])
def test_a_paste_is_one_message_however_it_is_cut(pasted: str, cuts: list[int]) -> None:
    pasted = pasted.replace(PASTE_ENDS, "").encode("utf-8", "replace").decode()
    data = pasted.encode() + PASTE_ENDS.encode() + b"q"
    chunks = [PASTE_BEGINS.encode()]
    for cut in cuts:
        chunks.append(data[:cut])
        data = data[cut:]
    messages = heard(*filter(None, [*chunks, data]))
    assert pastes(messages) == [pasted.replace("\0", "")]
    assert keys(messages) == "q"
    assert len(messages) == 2


def test_a_character_that_arrives_in_pieces_is_one_key() -> None:
    data = "円".encode()
    assert keys(heard(data[:1], data[1:2], data[2:])) == "円"


def test_a_report_is_no_key_and_the_key_that_begins_like_one_is() -> None:
    assert keys(heard(b"a\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\b\x1bP>|term\x1b\\c")) == "abc"
    alt = [message.key for message in heard(b"\x1b]", b"x", b"\x1b[I") if isinstance(message, Key)]
    assert "x" in alt


@pytest.mark.parametrize(
    "answer", ["\x1b[?62;22c", "\x1b[>0;276;0c", "\x1b[99;99;99z", "\x1b[99999999999u", "\x1b[8;24;80t", "\x1b[?7;1$y"]
)
def test_an_answer_that_nobody_asked_for_is_passed_over(answer: str) -> None:
    assert keys(heard(b"a", answer.encode(), b"b")) == "ab"
    assert keys(heard(b"a", answer[:3].encode(), answer[3:].encode() + b"b")) == "ab"


@pytest.mark.parametrize(
    ("typed", "key"),
    [("\x1b[A", "up"), ("\x1b[1;5C", "ctrl+right"), ("\x1b[5~", "pageup"), ("\x1b[[A", "f1"), ("\x1b[15~", "f5"),
     ("\x1bOP", "f1"), ("\x1b[Z", "shift+tab"), ("\x1b[24^", "ctrl+f12")],
)  # fmt: skip
def test_the_keys_that_are_sequences_are_known(typed: str, key: str) -> None:
    assert [message.key for message in heard(typed.encode(), b"\x1b[I") if isinstance(message, Key)] == [key]


def test_the_mouse_is_heard() -> None:
    kinds = [type(message).__name__ for message in heard(b"\x1b[<0;5;5M\x1b[<0;5;5m\x1b[<65;5;5M")]
    assert kinds == ["MouseDown", "MouseUp", "MouseScrollDown"]


def test_nothing_is_looked_at_while_nothing_is_typed() -> None:
    typed, types = os.pipe()
    woken, wakes = os.pipe()
    keyboard = Keyboard(typed, woken)
    assert keyboard._patience() is None, "it waits for a byte, not for a clock"
    os.write(types, b"\x1b")
    assert keyboard._read(lambda _message: None)
    patience = keyboard._patience()
    assert patience is not None
    assert patience < 1, "Esc, or the beginning of a sequence"
    for descriptor in (typed, types, woken, wakes):
        os.close(descriptor)


def test_a_keyboard_that_is_woken_ends_at_once() -> None:
    typed, types = os.pipe()
    woken, wakes = os.pipe()
    ended: list[bool] = []
    thread = threading.Thread(target=lambda: ended.append(Keyboard(typed, woken).listen(lambda _message: None)))
    thread.start()
    os.write(wakes, b"\0")
    thread.join(60)
    assert ended == [True]
    os.set_blocking(woken, False)
    with pytest.raises(BlockingIOError):
        os.read(woken, 1)  # or the next keyboard would end at once, too
    for descriptor in (typed, types, woken, wakes):
        os.close(descriptor)


def answered(*chunks: bytes) -> tuple[list[str], str]:
    """Return the answers in `chunks`, all questions asked, and the characters of the keys in them."""
    told: list[Told] = []
    answers = Answers(told.append)
    answers.asked("width", "graphics", "cell", "device")
    messages = heard(*chunks, answers=answers)
    return [f"{each.subject} {each.answer}" for each in told], keys(messages)


ANSWERS = {
    b"\x1b[2;3R": "width 3",
    b"\x1b_Gi=31;OK\x1b\\": "graphics i=31;OK",
    b"\x1b[6;20;10t": "cell 20;10",
    b"\x1b[?62;4;22c": "device 62;4;22",
}


@given(st.data())
def test_an_answer_is_taken_out_however_it_is_cut(data: st.DataObject) -> None:
    whole = b"".join(b"j" + answer for answer in ANSWERS) + b"k"
    # A lone ESC is not held back: what follows it 30 ms later is no longer part of a sequence.
    places = [at for at in range(1, len(whole)) if whole[at - 1 : at] != b"\x1b"]
    cuts = sorted(data.draw(st.sets(st.sampled_from(places))))
    chunks = [whole[start:end] for start, end in pairwise([0, *cuts, len(whole)])]
    assert answered(*chunks) == ([*ANSWERS.values()], "jjjjk")


def test_only_the_first_answer_counts_and_only_one_that_was_asked_for() -> None:
    assert answered(b"\x1b[2;2R\x1b[2;3R") == (["width 2"], "")
    assert keys(heard(b"j\x1b[2;3R\x1b[6;20;10tk")) == "jk"


def test_what_only_begins_like_an_answer_is_typed_in_the_end() -> None:
    assert answered(b"\x1b[2", b"~j")[1] == "j"
    assert answered(b"\x1b[", b"Aj")[1] == "j"
    assert answered(b"\x1b[20", b"0~words\x1b[201~q")[1] == "q"


def test_the_question_after_which_nothing_comes_closes_the_others() -> None:
    assert answered(b"\x1b[?1;2c\x1b[6;20;10t") == (["device 1;2"], "")
