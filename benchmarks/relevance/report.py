"""Tables and lists of what was answered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from benchmarks.figures import Grid, GridRow
from benchmarks.relevance.scores import mean_reciprocal_rank, recall, worst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.relevance.answer import Found
    from benchmarks.relevance.expect import Pieces
    from benchmarks.relevance.scores import Score
    from benchmarks.relevance.sets import CaseSet

IN_EACH_CLASS, OVER_ALL = 0.93, 0.97
"""The least Recall@5 of this program."""

_AROUND = 22
"""Code points shown around a mark."""


def grid(name: str, rows: int, scores: Mapping[str, Sequence[Score]]) -> Grid:
    """Return a line for each class and one for all of them; of `scores` by side, the first is this program's.

    `name` is that of the cases, which are over so many `rows`.
    """
    ours = next(iter(scores.values()))
    table = Grid(
        f"relevance, {name}: {len(ours)} cases over {rows} rows",
        ("", "cases", *(f"{side} R@1 R@5 MRR" for side in scores), ""),
    )
    kinds = list(dict.fromkeys(each.case.kind for each in ours))
    for kind in (*kinds, ""):
        of_kind = {side: [each for each in all_ if kind in ("", each.case.kind)] for side, all_ in scores.items()}
        table.rows.append(_row(kind, of_kind, IN_EACH_CLASS if kind else OVER_ALL))
    shown = [each.case.query for each in ours if each.case.none and each.answer]
    table.after.append(f"that are to find nothing and show something: {'、'.join(shown) or 'none'}")
    stray = [each.case.query for each in ours if each.stray]
    table.after.append(f"that show what a filter or -word forbids: {'、'.join(stray) or 'none'}")
    return table


def _row(kind: str, scores: Mapping[str, Sequence[Score]], goal: float) -> GridRow:
    values: dict[str, tuple[float, ...]] = {}
    for side, each in scores.items():
        values[side] = (recall(each, 1), recall(each, 5), mean_reciprocal_rank(each))
    ours = next(iter(values.values()))
    cells = [" ".join(f"{value:.2f}" for value in three) for three in values.values()]
    number = len(next(iter(scores.values())))
    return GridRow(kind or "all", (str(number), *cells), values, kept=ours[1] >= goal)


def worst_lines(cases: CaseSet, scores: Sequence[Score], number: int) -> Iterator[str]:
    """Yield what became of the worst `number` queries: what was expected and what came instead."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for each in worst(scores, number):
        rank = "nothing accepted" if each.rank is None else f"first accepted at {each.rank}"
        said = f"shows {len(each.stray)} forbidden" if each.stray else "shows something" if each.case.none else rank
        lines = [f"{each.case.query}  ({each.case.kind}): {said}, of {len(each.answer)}"]
        wanted = sorted(each.accepted)[:2]
        lines += [f"    wanted {_line(cases.pieces, key, each.case.words)}" for key in wanted]
        lines += [f"    came   {found.key} {found.why} {_marked(found)}" for found in (each.stray or each.answer)[:3]]
        by_kind[each.case.kind] += lines
    for lines in by_kind.values():
        yield from lines


def _line(pieces: Pieces, key: str, words: Sequence[Sequence[str]]) -> str:
    text = pieces.by_key[key].original if key in pieces.by_key else ""
    at = next((text.find(word) for group in words for word in group if word in text), 0)
    return f"{key} {_cut(text, at, at)}"


def _marked(found: Found) -> str:
    start, end = found.spans[0] if found.spans else (0, 0)
    text = f"{found.text[:start]}[{found.text[start:end]}]{found.text[end:]}" if found.spans else found.text
    return _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _AROUND) : end + 2 * _AROUND].split())
