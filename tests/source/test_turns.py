from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "sections:\n  - turns:\n"


def turns_and_codes(load_part: Callable[..., Any], turns: str) -> tuple[list[tuple[str, str]], list[str]]:
    results = []
    for pure in (False, True):
        loaded = load_part(HEAD + turns, pure=pure)
        assert [turn.number for turn in loaded.transcript.turns] == list(range(1, len(loaded.transcript.turns) + 1))
        told = [(turn.label, turn.text) for turn in loaded.transcript.turns]
        results.append((told, [problem.code for problem in loaded.problems]))
    assert results[0] == results[1]
    return results[0]


@pytest.mark.parametrize("time", ["0:12:03", "00:12:03.4", "100:00:59.999"])
def test_a_turn_keeps_when_in_a_recording_it_begins(load_part: Callable[..., Any], time: str) -> None:
    for pure in (False, True):
        loaded = load_part(f"{HEAD}      - 青木: {{at: '{time}', text: はい}}\n", pure=pure)
        assert [(turn.at, turn.text) for turn in loaded.transcript.turns] == [(time, "はい")]
        assert loaded.problems == ()


@pytest.mark.parametrize("time", ["12:03", "0:60:00", "0:12:03.4567", "12分", "1723"])
def test_what_is_no_time_is_named_and_not_guessed(load_part: Callable[..., Any], time: str) -> None:
    loaded = load_part(f"{HEAD}      - 青木: {{at: '{time}', text: はい}}\n")
    assert [(turn.at, turn.text) for turn in loaded.transcript.turns] == [("", "はい")]
    assert [problem.code for problem in loaded.problems] == ["bad-time"]
    assert "0:12:03" in loaded.problems[0].message


@pytest.mark.parametrize(
    ("turns", "told", "codes"),
    [
        ("      - 青木: はい\n", [("青木", "はい")], []),
        ("      - 青木: NO\n      - 田村: 014\n", [("青木", "NO"), ("田村", "014")], []),
        ("      - 青木: ~\n", [("青木", "~")], []),
        ("      - 青木:\n          text: はい\n", [("青木", "はい")], []),
        ("      - 青木: はい\n        田村: いいえ\n", [("青木", "はい"), ("田村", "いいえ")], ["several-labels"]),
        (
            "      - 青木: はい\n        as: 青木部長\n",
            [("青木", "はい"), ("as", "青木部長")],
            ["several-labels", "unknown-label"],
        ),
        ("      - はい\n", [("", "はい")], ["no-label"]),
        ("      - 青木：はい\n", [("", "青木：はい")], ["no-label"]),
        ("      - 青木:はい\n", [("", "青木:はい")], ["no-label"]),
        ("      - [はい, いいえ]\n", [("", "[はい, いいえ]")], ["no-label"]),
        ("      - {}\n", [("", "")], ["no-label"]),
        ("      -\n      - 青木: はい\n", [("", ""), ("青木", "はい")], ["no-label"]),
        ('      - "": はい\n', [("", "はい")], ["unknown-label"]),
        ("      - 青木:\n", [("青木", "")], ["empty-turn"]),
        ('      - 青木: " "\n', [("青木", " ")], ["empty-turn"]),
        ("      - 青木: |\n\n\n      - 田村: はい\n", [("青木", ""), ("田村", "はい")], ["empty-turn"]),
        ("      - 青木: {}\n", [("青木", "")], ["missing-key", "empty-turn"]),
        ("      - 青木:\n          text:\n", [("青木", "")], ["empty-turn"]),
        ("      - 青木: [笑]\n", [("青木", "[笑]")], ["wrong-kind"]),
        ("      - 青木:\n        - はい\n        - いいえ # c\n", [("青木", "- はい\n- いいえ")], ["wrong-kind"]),
        ("      - 青木:\n          次は: 研修\n", [("青木", "次は: 研修")], ["text-read-as-mapping"]),
        (
            "      - 青木:\n          as: 青木部長\n          txt: はい\n",
            [("青木", "as: 青木部長\ntxt: はい")],
            ["missing-key", "unknown-key"],
        ),
        ("      - 青木:\n          text: [はい]\n", [("青木", "[はい]")], ["wrong-kind"]),
        ("      - [青木]: はい\n", [("[青木]", "はい")], ["key-not-text", "unknown-label"]),
        ("      青木: はい\n", [("青木", "はい")], ["wrong-kind"]),
        ("      はい\n", [("", "はい")], ["wrong-kind", "no-label"]),
    ],
)
def test_whatever_is_said_is_shown(load_part: Any, turns: str, told: list[tuple[str, str]], codes: list[str]) -> None:
    found, problems = turns_and_codes(load_part, turns)
    assert found == told
    assert sorted(problems) == sorted(codes)


@pytest.mark.parametrize("label", ["―", "narration"])
def test_narration_is_nobodys(load_part: Any, label: str) -> None:
    loaded = load_part(f"{HEAD}      - {label}: (笑)\n")
    (turn,) = loaded.transcript.turns
    assert (turn.kind, turn.label, turn.speaker, loaded.problems) == ("narration", label, None, ())


def test_a_figure_counts_as_a_turn_and_its_caption_is_its_text(load_part: Any) -> None:
    loaded = load_part(f"{HEAD}      - figure: {{src: a.png, alt: 庭, caption: 庭で}}\n      - 青木: はい\n")
    figure, turn = loaded.transcript.turns
    assert (figure.kind, figure.text, figure.figure.src, turn.number) == ("figure", "庭で", "a.png", 2)


def test_a_figure_without_its_keys_is_shown_as_written(load_part: Any) -> None:
    loaded = load_part(f"{HEAD}      - figure: images/a.png\n")
    assert loaded.transcript.turns[0].text == "images/a.png"
    assert [problem.code for problem in loaded.problems] == ["wrong-kind"]


@pytest.mark.parametrize(
    ("item", "remedy"),
    [
        ("青木：はい", "with an ASCII colon and a space in place of ："),
        ("青木:はい", "with a space after the colon"),
        ("はい", "but has no label (― is narration)"),
    ],
)
def test_a_missing_label_is_told_as_the_slip_it_is(load_part: Any, item: str, remedy: str) -> None:
    (problem,) = load_part(f"{HEAD}      - {item}\n").problems
    assert problem.message == f"a turn must be `label: text`, {remedy}"
