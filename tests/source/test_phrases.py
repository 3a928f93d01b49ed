from __future__ import annotations

import subprocess
import sys

import pytest

from roundtable_tui.source.phrases import nearest, or_nearest, quoted


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("青本", ("田村", "青木"), "青木"),
        ("ab", ("ba", "xy"), "ba"),
        ("ＣＩＯ", ("cio",), "cio"),
        ("a", ("part",), None),
        ("x", (), None),
        ("x" * 100_000, ("x" * 40,), "x" * 40),
    ],
)
def test_the_nearest_name_is_the_one_most_alike(name: str, known: tuple[str, ...], near: str | None) -> None:
    assert nearest(name, known) == near


def test_a_few_names_are_all_told_where_none_is_near() -> None:
    assert or_nearest("x", ("as", "text")) == "known are 'as', 'text'"
    assert or_nearest("?", tuple(f"key{n}" for n in range(30))) == "none is like it"


def test_quoted_names_show_what_cannot_be_seen_and_end() -> None:
    assert quoted("a\x1b\u202e") == r"'a\x1b\u202e'"
    assert len(quoted("x" * 10_000)) < 50


def test_a_file_without_problems_loads_nothing_that_only_problems_need() -> None:
    program = (
        "import sys; from roundtable_tui.source.load import load_text\n"
        "text = 'roundtable: 1\\ntitle: x\\nparticipants: {A: {}}\\nsections: [{turns: [{A: b}]}]\\n'\n"
        "assert load_text(text, id='x', path='x').problems == ()\n"
        "print(sorted({'rapidfuzz', 'difflib', 'textual', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
