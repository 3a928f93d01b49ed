"""Hits are listed by piece, the piece of the best hit first, and are the same hits when more are fetched."""

from __future__ import annotations

from roundtable_tui.model import Anchor
from roundtable_tui.search.engine import Results
from roundtable_tui.search.hit import Hit, PieceLabel
from roundtable_tui.search.query import parse_query
from roundtable_tui.tui.searching.found import Found


def hit(piece: str, turn: int, score: float = 50) -> Hit:
    label = PieceLabel(piece, piece)
    return Hit(label, Anchor(piece, (), turn), "text", "exact", score, f"words {piece} {turn}", ((0, 5),), turn)


def found(*hits: Hit, total: int | None = None, complete: bool = True) -> Found:
    results = Results(parse_query("words"), hits, len(hits) if total is None else total, 1, 1, complete=complete)
    return Found(results, "relevance")


def test_hits_of_one_piece_stand_together_in_the_order_of_the_best_hit() -> None:
    shown = found(hit("b", 7), hit("a", 1), hit("b", 2), hit("a", 3))
    assert [(each.piece.id, each.turn) for each in shown.hits] == [("b", 7), ("b", 2), ("a", 1), ("a", 3)]
    assert [(group.piece.id, len(group.hits)) for group in shown.groups] == [("b", 2), ("a", 2)]
    assert shown.in_piece("a") == (shown.hits[2], shown.hits[3])


def test_a_hit_is_found_again_though_it_matched_with_another_score() -> None:
    shown = found(hit("a", 1), hit("a", 2))
    assert shown.number_of(hit("a", 2)._replace(score=1.0)) == 1
    assert shown.number_of(hit("a", 3)) is None


def test_all_is_here_only_when_the_answer_is_whole() -> None:
    assert found(hit("a", 1)).all_here
    assert not found(hit("a", 1), total=2).all_here
    assert not found(hit("a", 1), complete=False).all_here
