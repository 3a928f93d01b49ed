from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.cli.jsonlines import encode
from roundtable_tui.cli.output import Output, Styled, wants_color

HOSTILE = "\x1b]52;c;eA==\x07\x9b31m\u202e\u2066\ud800紙\x7f"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(color: bool = False) -> tuple[Output, io.StringIO, io.StringIO]:
    stdout, stderr = io.StringIO(), io.StringIO()
    return Output(stdout, stderr, color=color), stdout, stderr


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    out, stdout, stderr = written()
    out.line(HOSTILE, Styled(HOSTILE, "match"))
    out.text(HOSTILE + "\n" + HOSTILE)
    out.error(HOSTILE)
    out.note(HOSTILE)
    for text in (stdout.getvalue(), stderr.getvalue()):
        assert "紙" in text
        assert not set(text) & set("\x1b\x07\x9b\u202e\u2066\ud800\x7f")


def test_a_line_stays_one_line_and_text_is_as_many_as_it_has() -> None:
    out, stdout, _ = written()
    out.line("a\nb")
    out.text("c\nd\n")
    out.text("")
    assert stdout.getvalue() == "a␊b\nc\nd\n\n"


def test_only_what_is_styled_is_coloured_and_only_when_colour_is_on() -> None:
    for color, expected in ((False, "ab\n"), (True, "a\x1b[1;33mb\x1b[0m\n")):
        out, stdout, _ = written(color)
        out.line("a", Styled("b", "match"), Styled("", "bold"))
        assert stdout.getvalue() == expected


def test_errors_begin_with_the_name_of_the_program_and_go_to_stderr() -> None:
    out, stdout, stderr = written()
    out.error("there is no piece")
    assert (stdout.getvalue(), stderr.getvalue()) == ("", "roundtable: there is no piece\n")


def test_raw_is_raw() -> None:
    out, stdout, _ = written()
    out.raw("\x1b\r\n\t")
    assert stdout.getvalue() == "\x1b\r\n\t"


@pytest.mark.parametrize(
    ("choice", "environ", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {}, True, False),
    ],
)
def test_when_there_is_colour(choice: str, environ: dict[str, str], terminal: bool, expected: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert wants_color(choice, stream, environ) is expected  # type: ignore[arg-type]


@given(st.text(st.characters(exclude_categories=[])))
def test_json_reads_back_to_the_same_text_on_one_safe_line(text: str) -> None:
    line = encode({"text": text, "spans": [[0, 1]]})
    assert json.loads(line) == {"v": 1, "text": text, "spans": [[0, 1]]}
    line.encode()
    assert len(line.splitlines()) == 1
    assert not any(ch < " " or "\x7f" <= ch <= "\x9f" or ch in "\u061c\u200e\u200f\u2028\u2029" for ch in line)
    assert not any("\u202a" <= ch <= "\u202e" or "\u2066" <= ch <= "\u2069" for ch in line)


def test_japanese_stays_readable_in_json() -> None:
    assert encode({"text": "紙の束"}) == '{"v": 1, "text": "紙の束"}'
