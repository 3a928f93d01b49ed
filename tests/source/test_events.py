from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from roundtable_tui.source import events
from roundtable_tui.source.load import load_text

if TYPE_CHECKING:
    from roundtable_tui.source.load import Loaded

needs_libyaml = pytest.mark.skipif(not events.HAVE_LIBYAML, reason="PyYAML has been built without libyaml here")


def both(text: str) -> tuple[Loaded, Loaded]:
    return load_text(text, id="x", path="x"), load_text(text, id="x", path="x", pure=True)


@needs_libyaml
def test_both_parsers_give_the_same_transcript_and_the_same_problems(sample: Any) -> None:
    compiled, pure = both(sample.text)
    assert compiled == pure


@needs_libyaml
def test_the_two_parsers_asked_for_are_two_parsers() -> None:
    compiled, pure = events.event_source("a: b"), events.event_source("a: b", pure=True)
    assert compiled.__self__.__class__ is not pure.__self__.__class__  # type: ignore[attr-defined]


def test_the_pure_parser_is_taken_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "HAVE_LIBYAML", False)
    monkeypatch.setattr(events, "CBaseLoader", None, raising=False)
    loaded = load_text(
        "roundtable: 1\ntitle: 題\nparticipants: {甲: {}}\nsections: [{turns: [甲: はい]}]\n", id="x", path="x"
    )
    assert loaded.problems == ()
    assert loaded.transcript is not None
    assert loaded.transcript.turns[0].text == "はい"


LINE = st.sampled_from(
    [
        *(
            "title: 題",
            "  title: x",
            "tags: [a, b",
            "tags: [a]",
            "  - 青木: はい",
            "- 青木: いいえ",
            "sections:",
            "lead: |",
        ),
        *(
            "  本文",
            "続き",
            "",
            "  ",
            "\t",
            "  \tx",
            "series:x",
            "series: a: b",
            "alt: 'it",
            'alt: "x',
            "  }",
            "]",
            "- ",
            "-",
        ),
        *("# c", "x # c", "key:", "key:\tv", ": b", "{a: b}", "{a:[b]}", "[a: b]", "&a b", "*a", "!t x", "%x", "---"),
        *(
            "...",
            "@x",
            "`",
            "a: |x",
            "a: >-",
            "   deep",
            "<<: x",
            "'a': b",
            '"a\\q"',
            '"a\\ud800"',
            "\u3000x",
            "a：b",
            "- - x",
        ),
    ]
)


@needs_libyaml
@settings(deadline=None, max_examples=600, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINE, max_size=7))
@example(["tags: [a, b", "]"])
def test_both_parsers_agree_on_whether_a_file_opens_and_on_what_it_holds(lines: list[str]) -> None:
    compiled, pure = both("\n".join(lines))
    assert compiled == pure
