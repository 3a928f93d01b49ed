from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sections", "codes"),
    [
        ("sections: [{heading: 一}]\n", ["empty-section"]),
        ("sections: [{heading: 一, turns: []}]\n", ["empty-section"]),
        ("sections: [{heading: 一, turns: , sections: }]\n", ["empty-section"]),
        ("sections: []\n", ["empty-section"]),
        ("sections: [{turns: [{青木: はい}], sections: []}]\n", ["empty-section"]),
        ("sections: [{sections: [{turns: [{青木: はい}]}], turns: [{青木: はい}]}]\n", ["turns-after-sections"]),
        ("sections: [{headng: 一, turns: [{青木: はい}]}]\n", ["unknown-key"]),
        ("sections: [はい]\n", ["wrong-kind"]),
        ("sections: はい\n", ["wrong-kind"]),
        ("sections:\n", ["missing-key"]),
        ("sections: {heading: 一, turns: [{青木: はい}]}\n", ["wrong-kind"]),
        ("sections: [{turns: {青木: はい}}]\n", ["wrong-kind"]),
        ("sections: [{heading: [一], turns: [{青木: はい}]}]\n", ["wrong-kind"]),
        ("sections: [{turns: [{青木: はい}]}]\n", []),
        ("sections: [{turns: [], sections: [{turns: [{青木: はい}]}]}]\n", []),
    ],
)
def test_a_section_has_turns_or_sections(codes_of: Any, sections: str, codes: list[str]) -> None:
    assert codes_of(sections) == codes


def test_turns_below_sections_are_read_before_them_and_numbered_so(load_part: Any) -> None:
    text = "sections: [{sections: [{turns: [{青木: 二}]}], turns: [{青木: 一}]}]\n"
    transcript = load_part(text).transcript
    assert [(turn.number, turn.text) for turn in transcript.turns] == [(1, "一"), (2, "二")]


def test_one_section_that_is_no_list_is_shown(load_part: Any) -> None:
    transcript = load_part("sections: {heading: 一, turns: [{青木: はい}]}\n").transcript
    assert [(section.path, section.heading) for section in transcript.sections] == [((1,), "一")]


def test_six_levels_of_sections_fit_and_seven_do_not(load_part: Any) -> None:
    def nested(levels: int) -> str:
        inner = "turns: [{青木: {text: はい}}]"
        for _ in range(levels - 1):
            inner = f"sections: [{{{inner}}}]"
        return f"sections: [{{{inner}}}]\n"

    assert load_part(nested(6)).problems == ()
    assert [problem.code for problem in load_part(nested(7)).problems] == ["too-deep"]
