"""Every piece of a library, indexed in memory."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from roundtable_tui.search.corpus import Corpus
from roundtable_tui.search.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from roundtable_tui.library.library import Library

    Write = Callable[[Mapping[str, str]], Library]


class Counting(Originals):
    """Originals that remember what was read."""

    def __init__(self) -> None:
        super().__init__()
        self.reads: list[str] = []

    def read(self, piece: str, path: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
        self.reads.append(piece)
        return super().read(piece, path)


def ids(corpus: Corpus) -> list[str]:
    return [piece.label.id for piece in corpus.snapshot.pieces]


def test_the_newest_piece_is_read_first_and_pieces_stand_in_the_order_of_the_library(
    library: Write, document: Callable[..., str]
) -> None:
    dates = {"a": "2021", "b": "2023", "c": "2022"}
    files = {name: document([("青木", "紙")], held=date) for name, date in dates.items()}
    originals = Counting()
    corpus = Corpus(library(files), originals)
    assert corpus.fill()
    assert originals.reads == ids(corpus) == ["b", "c", "a"]


def test_only_changed_files_are_read_again(library: Write, folder: Path, document: Callable[..., str]) -> None:
    originals = Counting()
    corpus = Corpus(library({name: document([("青木", "紙")]) for name in "abc"}), originals)
    corpus.fill()
    kept = {piece.label.id: piece for piece in corpus.snapshot.pieces}
    originals.reads.clear()
    (folder / "b.yaml").write_text(document([("青木", "とても長い箱")]), encoding="utf-8")
    (folder / "c.yaml").unlink()
    (folder / "d.yaml").write_text(document([("青木", "束")]), encoding="utf-8")
    assert corpus.fill()
    assert sorted(originals.reads) == ["b", "d"]
    assert sorted(ids(corpus)) == ["a", "b", "d"]
    assert next(piece for piece in corpus.snapshot.pieces if piece.label.id == "a") is kept["a"]
    originals.reads.clear()
    assert corpus.fill()
    assert originals.reads == []


def test_a_file_of_the_same_size_with_another_time_is_read_again(
    library: Write, folder: Path, document: Callable[..., str]
) -> None:
    corpus = Corpus(library({"a": document([("青木", "紙")])}), Originals())
    corpus.fill()
    (folder / "a.yaml").write_text(document([("青木", "箱")]), encoding="utf-8")
    os.utime(folder / "a.yaml", (1, 1))
    corpus.fill()
    assert "箱" in corpus.snapshot.pieces[0].text


def test_reading_can_be_stopped_and_taken_up_again(library: Write, document: Callable[..., str]) -> None:
    originals = Counting()
    corpus = Corpus(library({str(number): document([("青木", "紙")]) for number in range(5)}), originals)
    assert not corpus.fill(lambda: len(originals.reads) == 2)
    assert (corpus.snapshot.searched, corpus.snapshot.total) == (2, 5)
    assert corpus.fill()
    assert (corpus.snapshot.searched, corpus.snapshot.total, len(originals.reads)) == (5, 5, 5)


def test_a_snapshot_stays_as_it_is_while_the_library_is_read_on(library: Write, document: Callable[..., str]) -> None:
    corpus = Corpus(library({name: document([("青木", "紙")]) for name in "ab"}), Originals())
    before = corpus.snapshot
    corpus.fill()
    assert before.pieces == ()
    assert len(corpus.snapshot.pieces) == 2


def test_two_threads_that_fill_read_every_file_once(library: Write, document: Callable[..., str]) -> None:
    originals = Counting()
    corpus = Corpus(library({str(number): document([("青木", "紙")]) for number in range(20)}), originals)
    threads = [threading.Thread(target=corpus.fill) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(originals.reads) == sorted(map(str, range(20)))


def test_words_count_the_pieces_that_hold_them(library: Write, document: Callable[..., str]) -> None:
    files = {"a": document([("青木", "チャットとチャット")]), "b": document([("青木", "チャットとBYOD")])}
    corpus = Corpus(library(files), Originals())
    corpus.fill()
    assert corpus.snapshot.words["ちやつと"] == 2
    assert corpus.snapshot.words["byod"] == 1


def test_a_piece_that_was_not_reached_yet_is_read_when_it_is_asked_for(
    library: Write, document: Callable[..., str]
) -> None:
    corpus = Corpus(library({"a": document([("青木", "紙")]), "b": ""}), Originals())
    piece = corpus.piece("a")
    assert piece is not None
    assert piece.label.id == "a"
    assert corpus.piece("b") is None
    assert corpus.piece("c") is None
    assert corpus.snapshot.pieces == ()
