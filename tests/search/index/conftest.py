"""Small libraries, indexes of them, and what an index holds in a form that can be compared."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.library.library import Library
from roundtable_tui.search.index.cache import Cache
from roundtable_tui.search.index.update import update
from roundtable_tui.search.readings.analyser import find_analyser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from roundtable_tui.search.index.reader import Reader

PEOPLE = {
    "青木": {"name": "青木 千尋", "kana": "あおき ちひろ", "org": "架空市", "role": "情報課長"},
    "星川": {"name": "星川 杏"},
}


def document(turns: Sequence[str], **fields: Any) -> str:
    """A transcript (YAML takes JSON) whose turns are said by 青木 and 星川 in turn, with a narration at the end."""
    said = [{("青木", "星川")[number % 2]: text} for number, text in enumerate(turns)]
    section = {"heading": "紙をやめた日", "turns": [*said, {"―": "拍手"}]}
    whole = {"roundtable": 1, "title": "紙の束", **fields, "participants": PEOPLE, "sections": [section]}
    return json.dumps(whole, ensure_ascii=False)


def contents(reader: Reader) -> dict[str, object]:
    """What an index holds, with file names for numbers: rows, tokens of each row, people and words."""
    pieces = reader.pieces()
    voices = reader.voices()
    rows: dict[int, tuple[object, ...]] = {}
    kept: list[object] = []
    for piece in sorted(pieces.values(), key=lambda piece: os.fsencode(piece.name)):
        own = reader.rows_of(piece)
        for number, row in enumerate(own):
            who = None if row.voice is None else voices[row.voice][1:]
            rows[row.id] = (piece.name, number)
            kept.append((piece.name, number, row.field, row.turn, who, row.section, row.label, row.text, row.words))
        meta = (piece.label, piece.subtitle, piece.published, piece.readable, piece.readings, piece.section_list())
        kept.append((piece.name, piece.hash, *meta, piece.last - piece.first == len(own)))
    return {
        "rows": kept,
        "tokens": _tokens(reader, rows),
        "people": sorted(str(voice[1:]) for voice in voices.values()),
        "words": sorted(reader.words()),
    }


def _tokens(reader: Reader, rows: dict[int, tuple[object, ...]]) -> list[object]:
    """Every token with the row it stands in, but those of pieces and voices, whose numbers differ."""
    if not reader.has_grams:
        return []
    from roundtable_tui.search.grams import PIECE, VOICE

    reader.database.execute("PRAGMA query_only = 0")
    reader.database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, gram, instance)")
    found = reader.database.execute("SELECT term, doc FROM temp.seen").fetchall()
    return sorted((term, str(rows[row])) for term, row in found if term[0] not in (PIECE, VOICE))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for the files of a library."""
    path = tmp_path / "library"
    path.mkdir()
    return path


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    """Returns what writes a piece, by its file's stem, with the texts of its turns and other fields."""

    def write(name: str, *turns: str, **fields: Any) -> Path:
        path = folder / f"{name}.yaml"
        path.write_text(document(turns, **fields), encoding="utf-8")
        return path

    return write


@pytest.fixture
def filled(folder: Path, write: Callable[..., Path]) -> Path:
    """The folder with ten pieces in it, dated one month after the other."""
    for number in range(1, 11):
        words = ("研修の資料を配りました。", f"サーバーは{number}台あります。", "Work style, 残業は減った。")
        write(f"{number:03}", *words[: 1 + number % 3], issue=number, held=f"2021-{number:02}-01")
    return folder


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Cache]]:
    """Returns what opens the index of a folder in a cache folder (by its name), and closes it after the test."""
    caches: list[Cache] = []

    def open_cache(folder: Path, name: str = "cache", **options: Any) -> Cache:
        cache = Cache(os.path.realpath(folder), tmp_path / name, **options)
        caches.append(cache)
        return cache

    yield open_cache
    for cache in caches:
        cache.close()


@pytest.fixture
def updated() -> Callable[..., bool]:
    """Returns what brings the index of a folder up to date."""

    def run(folder: Path, cache: Cache, **options: Any) -> bool:
        return update(Library(folder, cache=folder.parent / "catalogue"), cache, find_analyser, **options)

    return run


@pytest.fixture
def held() -> Callable[[Cache], dict[str, object]]:
    """Returns what says what an index holds."""
    return lambda cache: cache.read(contents)


@pytest.fixture
def fresh(
    opened: Callable[..., Cache], updated: Callable[..., bool], held: Callable[[Cache], dict[str, object]]
) -> Callable[[Path], dict[str, object]]:
    """Returns what a new index of a folder holds."""
    made: list[int] = []

    def build(folder: Path) -> dict[str, object]:
        made.append(0)
        cache = opened(folder, f"fresh-{len(made)}")
        assert updated(folder, cache)
        return held(cache)

    return build
