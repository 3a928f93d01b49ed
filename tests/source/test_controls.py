from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.source.load import load_text
from roundtable_tui.source.report import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable


def warnings(load_part: Callable[..., Any], part: str) -> list[tuple[int, int, str]]:
    """Place within the part, and the name in the message."""
    problems = load_part(part).problems
    assert all((problem.level, problem.code) == ("warning", "control-character") for problem in problems)
    return [(p.line - 4, p.column, p.message.split(",")[0].removeprefix("the text holds ")) for p in problems]


@pytest.mark.parametrize(
    ("part", "line", "column", "name"),
    [
        ("subtitle: a\x1b[31m\n", 1, 12, "U+001B ESCAPE"),
        ("lead: |\n  一\n  二三\u202e四\n", 3, 5, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("subtitle: 紙\u2066\n", 1, 12, "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("subtitle: a\u2028b\n", 1, 12, "U+2028 LINE SEPARATOR"),
        ("subtitle: a\rb\n", 1, 12, "U+000D CARRIAGE RETURN"),
        ("# \x07\n", 1, 3, "U+0007 BELL"),
        ('subtitle: "a\\e[31m"\n', 1, 13, "U+001B ESCAPE"),
        ('subtitle: "a\\x1b[31m"\n', 1, 13, "U+001B ESCAPE"),
        ('subtitle: "a\\u202eb"\n', 1, 13, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ('subtitle: "a\\U0000202eb"\n', 1, 13, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ('subtitle: "a\n  b\\0c"\n', 2, 4, "U+0000 NULL"),
        ('subtitle: "a\\\\\\ab"\n', 1, 15, "U+0007 BELL"),
    ],
)
def test_a_control_character_is_named_where_it_stands(
    load_part: Any, part: str, line: int, column: int, name: str
) -> None:
    assert warnings(load_part, part) == [(line, column, name)]


@pytest.mark.parametrize(
    "part",
    [
        "lead: |\r\n  一\r\n  二\r\n",
        "lead: |\n  a\tb\n",
        'subtitle: "a\\tb\\nc"\n',
        'subtitle: "a\\\\e"\n',
        "subtitle: 'a\\e'\n",
        "subtitle: a\\e\n",
        "subtitle: 👩🏽‍💻\n",
    ],
)
def test_ordinary_text_gets_no_warning(load_part: Any, part: str) -> None:
    assert warnings(load_part, part) == []


def test_the_words_are_kept_as_they_are(load_part: Any) -> None:
    transcript = load_part('subtitle: "a\\e\\u202eb"\n').transcript
    assert transcript.subtitle == "a\x1b\u202eb"


def test_a_file_of_control_characters_lists_a_thousand_of_them() -> None:
    loaded = load_text("title: " + "\x07" * 100_000 + "\n", id="x", path="x")
    assert len(loaded.problems) == MAX_PROBLEMS + 1
    assert loaded.problems[0].code == "too-many-problems"


def test_a_text_of_escapes_lists_a_thousand_of_them() -> None:
    loaded = load_text('title: "' + "\\e\n " * 100_000 + '"\n', id="x", path="x")
    assert len(loaded.problems) == MAX_PROBLEMS + 1
    assert (loaded.problems[1].line, loaded.problems[1].column) == (1, 9)
    assert max(problem.line for problem in loaded.problems) < MAX_PROBLEMS + 2
