"""Who is meant by a label: never somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.source.load import Loaded

TALK = "sections:\n  - turns:\n      - {}: はい\n"


def speaker_and_codes(load_part: Callable[..., Loaded], participants: str, label: str) -> tuple[str | None, list[str]]:
    loaded = load_part(f"participants:\n{participants}{TALK.format(label)}")
    assert loaded.transcript is not None
    (turn,) = loaded.transcript.turns
    assert turn.shown_label == label.strip('"')
    return turn.speaker and turn.speaker.label, [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    ("participants", "label", "speaker", "codes"),
    [
        ("  青木: {}\n", "青木", "青木", []),
        ("  青木:\n", "青木", "青木", []),
        ("  青木: {aliases: [青木部長]}\n", "青木部長", "青木", []),
        ("  NO: {}\n", "NO", "NO", []),
        ('  "12:30": {}\n', "12:30", "12:30", []),
        ("  青木: {}\n", "青本", None, ["unknown-label"]),
        ("  青木: {name: 青木 千尋}\n", "千尋", None, ["unknown-label"]),
        ("  青木: {}\n", "青木 ", "青木", []),
        ("  青木: {}\n", '"青木 "', None, ["unknown-label"]),
        ("  青木: {aliases: [部長]}\n  田村: {aliases: [部長]}\n", "部長", None, ["alias-taken", "ambiguous-label"]),
        (
            "  青木: {aliases: [部長]}\n  田村: {aliases: [部長]}\n  山: {aliases: [部長]}\n",
            "山",
            "山",
            ["alias-taken"] * 2,
        ),
        ("  青木: {aliases: [田村]}\n  田村: {}\n", "田村", "田村", ["alias-taken"]),
        ("  田村: {}\n  青木: {aliases: [田村]}\n", "田村", "田村", ["alias-taken"]),
        ("  青木: {aliases: [青木]}\n", "青木", "青木", ["alias-taken"]),
        ("  青木: {aliases: [部長, 部長]}\n", "部長", "青木", ["alias-taken"]),
        ("  青木: {aliases: [―]}\n", "青木", "青木", ["reserved-label"]),
        ('  青木: {aliases: [""]}\n', "青木", "青木", ["empty-value"]),
        ("  ―: {name: 久保}\n", "―", None, ["reserved-label"]),
        ("  narration: {name: 久保}\n", "narration", None, ["reserved-label"]),
        ('  "": {name: 久保}\n', '""', None, ["empty-value", "unknown-label"]),
        ('  "青木 ": {}\n', '"青木 "', "青木 ", ["space-around-label"]),
        ("  - 青木: {name: 青木 千尋}\n  - 田村: {}\n", "田村", "田村", ["wrong-kind"]),
        ("  [青木, 田村]\n", "青木", "青木", ["wrong-kind"]),
        ("  - 青木: {name: 千尋}\n  - 青木: {name: 実}\n", "青木", None, ["wrong-kind", "ambiguous-label"]),
        ("  - 青木:\n", "青木", "青木", ["wrong-kind"]),
        ("  - {name: 青木, org: 市}\n", "青木", None, ["wrong-kind", "unknown-label"]),
        ("  - [青木]\n", "青木", None, ["wrong-kind", "unknown-label"]),
        ("  青木: 総務部長\n", "青木", "青木", ["wrong-kind"]),
    ],
)
def test_a_turn_is_its_speakers_or_nobodys(
    load_part: Any, participants: str, label: str, speaker: str | None, codes: list[str]
) -> None:
    if participants.startswith('  "青木 "'):
        loaded = load_part(f"participants:\n{participants}{TALK.format(label)}")
        assert loaded.transcript.turns[0].speaker.label == "青木 "
        assert [problem.code for problem in loaded.problems] == codes
        return
    found, problems = speaker_and_codes(load_part, participants, label.rstrip(" ") if label == "青木 " else label)
    assert (found, problems) == (speaker, codes)


def unknown(load_part: Callable[..., Any], label: str) -> str:
    loaded = load_part(f"participants: {{青木: {{aliases: [青木部長]}}, Reid: {{}}}}\n{TALK.format(label)}")
    (problem,) = loaded.problems
    assert (problem.code, problem.line, problem.column) == ("unknown-label", 6, 9)
    return str(problem.message)


@pytest.mark.parametrize(
    ("label", "remedy"),
    [
        ("青本", "the nearest is '青木'"),
        ("青木課長", "the nearest is '青木部長'"),
        ("reid", "the nearest is 'Reid'"),
        ("Ried", "the nearest is 'Reid'"),
        ("—", "narration is ― (U+2015) or `narration`"),
        ("――", "narration is ― (U+2015) or `narration`"),
        ("ー", "narration is ― (U+2015) or `narration`"),
        ("山", "known are '青木', 'Reid', '青木部長'"),
    ],
)
def test_the_nearest_label_is_named(load_part: Any, label: str, remedy: str) -> None:
    assert unknown(load_part, label).endswith(remedy)


def test_without_participants_every_label_is_unknown(load_part: Any) -> None:
    (problem,) = load_part(f"participants: {{}}\n{TALK.format('甲')}").problems
    assert problem.message == "the label '甲' is no participant and no alias; known are none"


def test_a_participant_is_read_in_full(load_part: Any) -> None:
    loaded = load_part(
        "participants:\n  青木: {name: 青木 千尋, kana: あおき, org: 市, role: 長, side: 市, collective: TRUE}\n"
    )
    (aoki,) = loaded.transcript.participants
    assert (aoki.name, aoki.kana, aoki.org, aoki.role, aoki.side, aoki.collective) == (
        *("青木 千尋", "あおき", "市", "長", "市", True),
    )
