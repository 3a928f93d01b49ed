from __future__ import annotations

import re
from typing import Any

import pytest

from roundtable_tui.source.load import load_text

JARGON = re.compile(
    r"token|scalar|flow|block (mapping|collection|end)|stream|simple key|sequence|in this context", re.IGNORECASE
)


def test_each_slip_is_found_where_it_is(slip: Any) -> None:
    problems = load_text(slip.text, id="x", path="x").problems
    assert tuple((p.code, f"{p.line}:{p.column}") for p in problems) == slip.places


def test_after_a_slip_the_file_is_not_opened(slip: Any) -> None:
    assert load_text(slip.text, id="x", path="x").transcript is None


def test_a_slip_is_told_without_the_words_of_the_parser(slip: Any) -> None:
    for problem in load_text(slip.text, id="x", path="x").problems:
        assert not JARGON.search(problem.message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("participants:\n\tA: x\n", "a tab stands where YAML needs spaces; indent with spaces only"),
        ("roundtable:1\ntitle: x\n", "a space is missing behind the colon of roundtable"),
        ("title: x\nseries：y\nissue: 1\n", "a full-width colon (：) ends no key; write an ASCII colon and a space"),
        ('title: "x\n', 'the quotation mark (") that opens here is never closed'),
        ("tags: [a, b\nissue: 1\n", "the [ that opens here is not closed by ]"),
        ("title: @x\n", "text cannot begin with @; put the whole text in quotes"),
        ("title: `x`\n", "text cannot begin with `; put the whole text in quotes"),
        ("title: %x\n", "text cannot begin with %; put the whole text in quotes"),
        ("- 甲: |\n  一\n", "the text below the `|` of line 1 must be indented more than its key or label"),
    ],
)
def test_the_common_slips_are_told_in_plain_words(text: str, message: str) -> None:
    (problem,) = load_text(text, id="x", path="x").problems
    assert problem.message == message
