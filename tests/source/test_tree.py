"""Limits and what a transcript must not use: refused early, however small the file that asks for much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from roundtable_tui.source.events import event_source
from roundtable_tui.source.load import load_text
from roundtable_tui.source.report import Report
from roundtable_tui.source.tree import MAX_DEPTH, MAX_VALUES, build

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.source.nodes import Node


class Counted:
    """The events of a text, and how many of them were asked for."""

    def __init__(self, text: str, *, pure: bool) -> None:
        self.text = text
        self.next_event = event_source(text, pure=pure)
        self.count = 0

    def __call__(self) -> Any:
        self.count += 1
        return self.next_event()

    def build(self) -> tuple[Node | None, list[tuple[str, int]]]:
        report = Report("x", self.text)
        root = build(self, report)
        return root, [(problem.code, problem.line) for problem in report.finish()]


@pytest.fixture(params=[False, True], ids=["libyaml", "pure"])
def counted(request: pytest.FixtureRequest) -> Callable[[str], Counted]:
    return lambda text: Counted(text, pure=request.param)


def test_hundreds_of_brackets_are_refused_at_the_seventeenth(counted: Callable[[str], Counted]) -> None:
    events = counted("[" * 900)
    assert events.build() == (None, [("too-deep", 1)])
    assert events.count <= MAX_DEPTH + 3


@pytest.mark.parametrize("pure", [False, True])
def test_a_hundred_thousand_brackets_are_refused_by_whoever_counts_them_first(pure: bool) -> None:
    loaded = load_text("[" * 100_000, id="x", path="x", pure=pure)
    assert loaded.transcript is None
    assert [(problem.code, problem.line) for problem in loaded.problems] == [("too-deep", 1)]


def test_a_hundred_thousand_nested_blocks_are_refused_at_the_seventeenth(counted: Callable[[str], Counted]) -> None:
    events = counted("".join(f"{' ' * depth}a:\n" for depth in range(1000)))
    assert events.build() == (None, [("too-deep", MAX_DEPTH + 1)])
    assert events.count <= 2 * MAX_DEPTH + 5


def test_sixteen_levels_are_allowed(counted: Callable[[str], Counted]) -> None:
    root, problems = counted("[" * MAX_DEPTH + "]" * MAX_DEPTH).build()
    assert root is not None
    assert problems == []


def test_many_values_are_refused_where_the_limit_is_passed() -> None:
    events = Counted("- a\n" * (MAX_VALUES + 5_000), pure=False)
    assert events.build() == (None, [("too-many-values", MAX_VALUES)])
    assert events.count <= MAX_VALUES + 3


def test_as_many_values_as_the_limit_are_allowed() -> None:
    root, problems = Counted("- a\n" * (MAX_VALUES - 1), pure=False).build()
    assert root is not None
    assert problems == []


def test_a_file_of_aliases_that_would_grow_without_end_is_read_once_and_refused(
    counted: Callable[[str], Counted],
) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 30)]
    events = counted("\n".join(lines))
    root, problems = events.build()
    assert {code for code, _ in problems} == {"anchor", "alias"}
    assert len(problems) == 30 + 290
    assert events.count < 600
    assert root is not None  # the tree is there, but each alias is one node of it


def test_a_file_with_an_alias_is_not_opened(sample: Any) -> None:
    loaded = load_text(sample.text, id="x", path="x")
    codes = {problem.code for problem in loaded.problems}
    refused = {"anchor", "alias", "merge-key", "tag", "directive", "several-documents", "duplicate-key"}
    assert not codes & refused or loaded.transcript is None


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: &x 2\n", "anchor", 2),
        ("a: 1\nb: *x\n", "alias", 2),
        ("a: 1\n<<: {b: 2}\n", "merge-key", 2),
        ("a: 1\nb: !t 2\n", "tag", 2),
        ("a: 1\nb: !!str 2\n", "tag", 2),
        ("a: 1\nb: !t {c: 2}\n", "tag", 2),
        ("a: 1\nb: &x [2]\n", "anchor", 2),
        ("%YAML 1.2\n---\na: 1\n", "directive", 1),
        ("# c\n%TAG !e! tag:e,2000:\n---\na: 1\n", "directive", 2),
        ("a: 1\n---\nb: 1\n", "several-documents", 2),
        ("a: 1\nb: 1\na: 1\n", "duplicate-key", 3),
        ("a: {b: 1,\n  c: 1, b: 2}\n", "duplicate-key", 2),
        ('a: 1\n"a": 2\n', "duplicate-key", 2),
    ],
)
def test_each_of_them_is_refused_with_its_line(
    counted: Callable[[str], Counted], text: str, code: str, line: int
) -> None:
    assert counted(text).build()[1] == [(code, line)]


def test_a_quoted_merge_sign_is_a_key_like_any_other(counted: Callable[[str], Counted]) -> None:
    assert counted('"<<": a\n').build()[1] == []


def test_a_single_document_may_be_marked_as_one(counted: Callable[[str], Counted]) -> None:
    assert counted("---\na: b\n...\n").build()[1] == []


def test_nodes_know_where_they_begin(counted: Callable[[str], Counted]) -> None:
    root, _ = counted("a:\n  - 青木: はい\n").build()
    (_, items) = root.pairs[0]  # type: ignore[union-attr]
    label, text = items.items[0].pairs[0]  # type: ignore[union-attr]
    assert (label.start_mark.line, label.start_mark.column) == (1, 4)
    assert (text.start_mark.line, text.start_mark.column) == (1, 8)


def test_errors_of_the_parser_pass_through(counted: Callable[[str], Counted]) -> None:
    with pytest.raises(yaml.YAMLError):
        counted("a: [").build()
