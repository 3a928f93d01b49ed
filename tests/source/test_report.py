from __future__ import annotations

from roundtable_tui.source.load import load_text
from roundtable_tui.source.report import MAX_PROBLEMS, Report


def test_a_thousand_problems_are_listed_and_the_others_told_of() -> None:
    report = Report("x")
    for line in range(MAX_PROBLEMS + 5):
        report.add(line + 1, 1, "unknown-key", "m")
    problems = report.finish()
    assert len(problems) == MAX_PROBLEMS + 1
    assert (problems[0].line, problems[0].level, problems[0].code) == (0, "error", "too-many-problems")


def test_unlisted_warnings_alone_are_a_warning() -> None:
    report = Report("x")
    for line in range(MAX_PROBLEMS + 1):
        report.add(line + 1, 1, "control-character", "m", warning=True)
    assert report.finish()[0].level == "warning"


def test_exactly_a_thousand_problems_are_all_listed() -> None:
    report = Report("x")
    for line in range(MAX_PROBLEMS):
        report.add(line + 1, 1, "unknown-key", "m")
    assert len(report.finish()) == MAX_PROBLEMS


def test_what_refuses_the_file_counts_even_where_it_is_not_listed() -> None:
    text = "title: x\n" + "".join(f"k{n}: x\n" for n in range(MAX_PROBLEMS)) + "a: &b c\n"
    assert load_text(text, id="x", path="x").transcript is None
    anchors = "".join(f"k{n}: &a x\n" for n in range(MAX_PROBLEMS + 1))
    loaded = load_text(anchors, id="x", path="x")
    assert (loaded.transcript, len(loaded.problems)) == (None, MAX_PROBLEMS + 1)
