"""Tags, text and broken ends, and that no page makes reading it slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.importers.html.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable


def read(source: str) -> list[tuple[str, str]]:
    """Return the kind of each token, and its name or its text."""
    return [(token.kind, token.name or token.text) for token in tokens(source)]


def test_tags_text_entities_and_comments() -> None:
    assert read("<P class=a>青木&amp;田村<br/><!-- x --></p >1 < 2") == [
        ("start", "p"),
        ("text", "青木&田村"),
        ("start", "br"),
        ("comment", " x "),
        ("end", "p"),
        ("text", "1 < 2"),
    ]


def test_attributes_in_every_spelling_and_the_first_of_two_counts() -> None:
    (token,) = tokens("<a HREF='x>y' b=\"1&lt;2\" c=3 d e = f href=z>")
    assert token.attributes == {"href": "x>y", "b": "1<2", "c": "3", "d": "", "e": "f"}


@pytest.mark.parametrize("name", ["script", "style", "textarea", "title"])
def test_nothing_but_its_own_end_ends_raw_text(name: str) -> None:
    assert read(f"<{name}><p></scriptx></x></{name.upper()} >あ")[:3] == [
        ("start", name),
        ("text", "<p></scriptx></x>"),
        ("end", name),
    ]


@pytest.mark.parametrize("rest", ["<!-- あ", "<p class='あ", "<p あ", "</p", "<?あ", "<!あ"])
def test_what_has_no_end_is_kept_whole(rest: str) -> None:
    assert read(f"い{rest}") == [("text", "い"), ("broken", rest)]


@pytest.mark.parametrize("number", ["&#99999999999;", "&#x110000;", "&#xFFFFFFFFFFFF;", "&#" + "9" * 5000 + ";"])
def test_a_number_of_no_character_is_read_as_one_that_is_unknown(number: str) -> None:
    assert read(number) == [("text", "\ufffd")]


def test_each_token_has_its_line() -> None:
    assert [token.line for token in tokens("あ\n<p\n>い\n\n</p><!--\n--><b>")] == [1, 2, 3, 5, 5, 6]


@given(st.text(st.sampled_from("<>/!-?ab='\"& \n;#あ"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_is_lost_and_lines_are_counted_whatever_is_broken(source: str) -> None:
    found = list(tokens(source))
    assert [token.line for token in found] == sorted(token.line for token in found)
    shown = "".join(token.text for token in found)
    assert shown.count("あ") <= source.count("あ")
    assert "あ" not in source or "<" in source or shown.count("あ") == source.count("あ")


@pytest.mark.parametrize(
    "bit",
    [
        "<",
        "</",
        "<a",
        "<!--",
        "<!-->",
        "<a b='",
        "<a b=\"<a c='",
        "<![",
        "<?",
        "<script>",
        "<title></",
        "&",
        "&#9",
        "<a =",
        "<p>",
    ],
)
def test_twice_as_much_of_anything_costs_twice_as_much(
    bit: str, steps: Callable[[Callable[[], object], int], int]
) -> None:
    once = steps(lambda: list(tokens(bit * 500)), 100_000)
    assert steps(lambda: list(tokens(bit * 1000)), 100_000) <= 2 * once + 50
