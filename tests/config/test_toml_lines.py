from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.config.toml_lines import lines_of

EXAMPLE = '''\
# A comment, [not] a = "table"
measure = 80

theme = """
[keys]
a = 1
"""
[keys]  # mine
turn.next = [
  "}",  # ]
]
"part.next" = []
a = {b = 1, "c.d" = 2}

[[list]]
x = 1
[[list]]
y = 2
'''


def test_each_key_stands_where_its_statement_begins() -> None:
    assert lines_of(EXAMPLE) == {
        ("measure",): 2, ("theme",): 4, ("keys",): 8, ("keys", "turn"): 9, ("keys", "turn", "next"): 9,
        ("keys", "part.next"): 12, ("keys", "a"): 13, ("keys", "a", "b"): 13, ("keys", "a", "c.d"): 13,
        ("list",): 15, ("list", "x"): 16, ("list", "y"): 18,
    }  # fmt: skip


VALUES = st.one_of(
    st.integers(0, 9).map(str),
    st.sampled_from(["[]", "[\n 1,\n]", "'''\nb = 1\n[t]\n'''", '"#"', "{c = 1}", "[[1], [\n2]]", "1979-05-27"]),
)
LINES = st.one_of(st.just("# b = 2"), st.just(""), VALUES.map(lambda value: f"@ = {value}"), st.just("[@]"))


@settings(max_examples=60)
@given(st.lists(LINES, max_size=12))
def test_every_key_of_a_sound_file_has_the_line_it_is_on(parts: list[str]) -> None:
    statements = [part.replace("@", f"k{number}") for number, part in enumerate(parts)]
    text = "\n".join(statements)
    table = tomllib.loads(text)
    found = lines_of(text)
    lines = text.split("\n")
    for path, number in found.items():
        if path[-1].startswith("k"):
            assert path[-1] in lines[number - 1]
    assert {path[0] for path in found if len(path) == 1} == table.keys()
