"""The two lints: no text lost in silence, and no false alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

LINTS = {"comment-in-text", "folded-text"}
TURN = "sections:\n  - turns:\n"


def found(load_part: Callable[..., Any], part: str) -> list[tuple[str, int, int]]:
    """Codes and places of the lints, lines counted within the part."""
    results = []
    for pure in (False, True):
        problems = load_part(part, pure=pure).problems
        results.append([(p.code, p.line, p.column) for p in problems if p.code in LINTS])
    assert results[0] == results[1]
    before = 4 - sum(part.startswith(key) or f"\n{key}" in part for key in ("title:", "participants:", "sections:"))
    return [(code, line - before, column) for code, line, column in results[0]]


@pytest.mark.parametrize(
    ("part", "line", "column"),
    [
        ("subtitle: 後編 #2\n", 1, 14),
        ("subtitle: 後編 # 2\n", 1, 14),
        ("subtitle: 後編  #2\n", 1, 15),
        ("title: 紙の話 #ペーパーレス\n", 1, 12),
        ("closing: a b #c\r\n", 1, 14),
        ("tags: [研修 #1\n  ]\n", 1, 11),
        (f"{TURN}      - 青木: 課題の #1 です。\n", 3, 17),
        (f"{TURN}      - 青木:\n          text: 課題の #1 です。\n", 4, 21),
        (f"{TURN}    heading: 課題 #1\n", 3, 17),
        ("notes:\n  CIO: 情報 #責任者\n", 2, 11),
        ("participants:\n  青木: {name: 青木 #1\n    }\n", 2, 17),
        ("subtitle: #2\n", 1, 11),
        ("lead: one\n  two #2\n", 2, 7),
    ],
)
def test_words_behind_a_hash_sign_are_missed(load_part: Any, part: str, line: int, column: int) -> None:
    assert found(load_part, part) == [("comment-in-text", line, column)]


@pytest.mark.parametrize(
    "part",
    [
        "issue: 14  # number in the series\n",
        "issue: 14 #n\n",
        "held: 2021-11-10 #n\n",
        "previous: 014-1 #n\n",
        "lang: ja #n\n",
        "subtitle: 後編  # as printed\n",
        "subtitle: 後編      ##  as printed\n",
        "subtitle: 後編\t# as printed\n",
        "subtitle: 後編  #\n",
        "subtitle: # none\n",
        "subtitle:   # none\n",
        "subtitle: '後編' #2\n",
        'subtitle: "後編" #2\n',
        "subtitle: C#\n",
        "subtitle: 後編#2\n",
        "subtitle: 後編\u3000#2\n",
        "# on its own line\nsubtitle: 後編\n  # on its own line\n# and again\n",
        "lead: | # paragraphs\n  一 #2\n",
        "lead: >- # folded\n  one\n",
        "tags: # words\n  - 研修\n",
        "tags: [研修]  # words\n",
        "tags: [研修] #words\n",
        f"{TURN}      # on its own line\n      - 青木: はい\n      # on its own line\n",
        f"{TURN}      - 青木: はい  # narration\n",
        "participants: #all\n  青木: {} #one\n  田村: #two\n",
    ],
)
def test_a_comment_that_is_one_gets_no_warning(load_part: Any, part: str) -> None:
    assert found(load_part, part) == []


@pytest.mark.parametrize(
    ("part", "line", "column"),
    [
        ("lead: 県では\n  話し合い\n", 2, 3),
        ("lead: 県では、CIO\n  が\n", 2, 3),
        ("lead: 県の\n  CIO\n", 2, 3),
        ("lead: in the\n  town\n  県\n", 3, 3),
        ("lead: >\n  県では\n  話し合い\n", 3, 3),
        ("lead: >-\n    県では\n    話し合い\n", 3, 5),
        ("lead: >2\n    県では\n  県では\n  話し合い\n", 4, 3),
        ("lead: >\n\n  一\n\n  二\n  三\n", 6, 3),
        ('lead: "県では\n  話し合い"\n', 2, 3),
        ("lead: '県では\n\n  話し\n  合い'\n", 4, 3),
        (f"{TURN}      - 青木: 半分ほどに\n          なりました。\n", 4, 11),
        ("lead: 県では\r\n  話し合い\r\n", 2, 3),
    ],
)
def test_a_space_put_into_japanese_is_noticed_where_lines_are_joined(
    load_part: Any, part: str, line: int, column: int
) -> None:
    assert found(load_part, part) == [("folded-text", line, column)]


@pytest.mark.parametrize(
    "part",
    [
        "lead: one\n  two\n",
        "lead: >\n  one\n  two\n",
        "lead: |\n  県では\n  話し合い\n",
        "lead: >\n  県では\n\n  話し合い\n",
        "lead: >\n  県では\n    話し合い\n  県では\n",
        "lead: 県では\n\n  話し合い\n",
        'lead: "県では\\\n  話し合い"\n',
        "lead: >\n  県では話し合い\n\n\nissue: 1\n",
        "lead:\n  県では話し合い\n",
        "lead:\n  '県では話し合い'\n",
        "lead: 한국어\n  낱말\n",
        "lead: >\n  県では\n# a comment\nissue: 1\n",
    ],
)
def test_a_fold_that_alters_nothing_gets_no_warning(load_part: Any, part: str) -> None:
    assert found(load_part, part) == []


def test_a_text_that_is_folded_often_is_told_of_once(load_part: Any) -> None:
    (problem,) = load_part("lead: >\n  一\n  二\n  三\n  四\n").problems
    assert "and at 2 more" in problem.message


def test_a_backslash_before_another_escapes_no_line_break(load_part: Any) -> None:
    assert found(load_part, 'lead: "県では\\\\\n  話し合い"\n') == [("folded-text", 2, 3)]
