"""The reader with everything frozen, and the files that its screens are compared with."""

from __future__ import annotations

import difflib
import time
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.language import set_language
from roundtable_tui.config.settings import Settings
from roundtable_tui.library.library import Library
from roundtable_tui.model import Anchor
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.state.bookmarks import Bookmarks, Shown
from roundtable_tui.state.place import Place, turn_hash
from roundtable_tui.state.places import Places
from roundtable_tui.state.progress import Progress
from roundtable_tui.state.queries import Queries
from roundtable_tui.state.words import around
from roundtable_tui.text import cells
from roundtable_tui.tui.app import RoundtableApp
from roundtable_tui.tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from roundtable_tui.model import Turn


FOLDER = Path(__file__).parents[2] / "golden" / "screens"
HEAD = "=== "
"""What every head of a section in a golden file begins with."""

NOON = 1_733_022_000
"""2024-12-01 12:00 in Tokyo, in seconds since 1970; everything kept came before it."""

NEVER = 86_400.0


# The reader, frozen


@pytest.fixture(autouse=True)
def _frozen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no clock, place or pause of this machine come into a screen."""
    for name in ("TMUX", "STY", "SSH_TTY", "SSH_CONNECTION", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    clock = count(NOON - 3 * 86_400, 37_000)
    for module in ("places", "bookmarks"):
        monkeypatch.setattr(f"roundtable_tui.state.{module}.time", lambda: min(next(clock), NOON))
    screens = "roundtable_tui.tui.screens"
    for name in (
        *(f"{screens}.opening.KEEP_AFTER", f"{screens}.opening.LOOK_EVERY", f"{screens}.search.KEEP_AFTER"),
        *(f"{screens}.remembering.READ_AFTER", f"{screens}.offering.COUNT_SECONDS"),
        "roundtable_tui.tui.widgets.status_bar.SPEAKS_FOR",
    ):
        monkeypatch.setattr(name, NEVER)
    monkeypatch.setattr(f"{screens}.charts.PAUSE", 0.001)
    monkeypatch.setattr(Path, "cwd", classmethod(lambda cls: cls("/home/reader/papers")))
    monkeypatch.chdir(FOLDER)
    with pytest.MonkeyPatch.context() as zone:
        zone.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> IndexEngine:
    """Return a search of the library of the screens that has read all of it."""
    folder = tmp_path_factory.mktemp("index")
    with pytest.MonkeyPatch.context() as there:
        there.chdir(FOLDER)
        engine = IndexEngine(_library(folder), folder)
        assert engine.fill()
        engine.prepare()
    return engine


def _library(cache: Path | None = None) -> Library:
    library = Library(FOLDER / "library", cache=cache)
    library._folder = "library"  # where the checkout lies is not to be seen in what is said about a file
    return library


@pytest.fixture
def frozen_reader(
    engine: IndexEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., RoundtableApp]]:
    """Return a function that makes the reader as the golden screens show it, on a state of its own each time."""
    sessions = []

    def make(place: str, *, lang: str, theme: str, hints: bool) -> RoundtableApp:
        set_language(lang)
        library = _library()
        places = Places(tmp_path_factory.mktemp("state") / "state.sqlite3")
        _remember(library, places)
        session = Session(library, Settings(theme=theme, pictures="off", hints=hints), places)
        session._engine, session.indexing.finished = engine, True
        sessions.append(session)
        return RoundtableApp(session, Anchor.parse(place))

    yield make
    for session in sessions:
        session.close()


def _remember(library: Library, places: Places) -> None:
    """Let something have been read, marked and looked for before."""
    store, root = places.store, library.root
    pieces = {name: library.load(name).transcript for name in ("012-1", "012-2", "011", "quay-3")}
    for name, turn, note in (
        ("012-2", 4, ""),
        ("quay-3", 2, "the nails"),
        ("012-1", 4, "百四段。次に登る日を聞く"),
    ):
        piece = pieces[name]
        assert piece is not None
        spoken = piece.turns[turn - 1]
        Bookmarks(store).add(root, _place(spoken, name), note, Shown(piece.title, spoken.label, spoken.text))
    gone = Shown("灯台の電球", "汐田", "電球は二年に一度です。")
    Bookmarks(store).add(root, Place("010", 3), "この号はもうない", gone)
    for name, turn in (("011", 4), ("quay-3", 2), ("012-1", 9)):
        piece = pieces[name]
        assert piece is not None
        places.save(root, _place(piece.turns[turn - 1], name))
        Progress(store).add(root, piece, ((1, turn),))
    for query in ("はしご 百四段", "speaker:早瀬 図面", "起重機"):
        Queries(store).keep(root, query)


def _place(turn: Turn, piece: str) -> Place:
    return Place(piece, turn.number, turn_hash=turn_hash(turn), words=around(turn.text, 0))


# The files


class GoldenFiles:
    """The golden file of each state: the text of the screen at each size in each language, and some of its styles.

    With `writing`, what is different is put into the files instead of being told. Styles are those of a theme; where
    `styles` names none, the text alone is compared.
    """

    def __init__(self, *, writing: bool) -> None:
        self.writing = writing
        self.differences: list[str] = []

    def same(self, state: str, lang: str, strips: Sequence[Strip], styles: str) -> bool:
        """Return whether the screen is the golden one."""
        kept = _sections(FOLDER / f"{state}.txt")
        return all(kept.get(head) == lines for head, lines in _drawn(lang, strips, styles).items())

    def compare(self, state: str, lang: str, strips: Sequence[Strip], styles: str) -> None:
        """Note how the screen differs from the golden one, or make it the golden one."""
        path = FOLDER / f"{state}.txt"
        kept, drawn = _sections(path), _drawn(lang, strips, styles)
        if self.writing:
            _write(path, kept | drawn)
            return
        for head, lines in drawn.items():
            if kept.get(head) != lines:
                name = f"{path.name} ({head})"
                shown = difflib.unified_diff(kept.get(head, []), lines, name, "the screen now", n=2, lineterm="")
                self.differences.append("\n".join(shown))

    def names(self) -> set[str]:
        """Return the names of the states that have a file."""
        return {path.stem for path in FOLDER.glob("*.txt")}


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    """Return the golden files, to be compared or, with `--golden write`, to be written."""
    return GoldenFiles(writing=request.config.getoption("--golden") == "write")


def _sections(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in path.read_text("utf-8").split("\n")[:-1] if path.exists() else ():
        if line.startswith(HEAD):
            lines = found[line.removeprefix(HEAD)] = []
        else:
            lines.append(line)
    return found


def _write(path: Path, sections: dict[str, list[str]]) -> None:
    def order(head: str) -> tuple[int, str]:
        return int(head.partition("×")[0]), head

    lines = [line for head in sorted(sections, key=order) for line in (HEAD + head, *sections[head])]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _drawn(lang: str, strips: Sequence[Strip], styles: str) -> dict[str, list[str]]:
    """Return the sections that a screen becomes, by their heads."""
    text = ["".join(segment.text for segment in strip) for strip in strips]
    width = strips[0].cell_length
    wrong = [line for line in text if cells.width(line) != width]
    assert not wrong, f"each line is to be as wide as the screen, {width} cells: {wrong[0]!r}"
    head = f"{width}×{len(text)} {lang}"
    found = {head: [line.rstrip() for line in text]}
    if styles:
        found[f"{head}, styles of {styles}"] = _styles(strips)
    return found


def _styles(strips: Sequence[Strip]) -> list[str]:
    """Return a letter for the style of each cell, a dot for the most frequent one, and what the letters mean."""
    rows = [[(_words(segment.style), cells.width(segment.text)) for segment in strip] for strip in strips]
    counted: Counter[str] = Counter()
    for row in rows:
        for words, width in row:
            counted[words] += width
    letters = iter("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    usual = max(counted, key=lambda words: (counted[words], words))
    named = {words: "." if words == usual else next(letters) for words in counted}
    lines = ["".join(named[words] * width for words, width in row) for row in rows]
    return [*lines, *(f"{letter} {words}" for words, letter in named.items())]


def _words(style: Style | None) -> str:
    """Return a style in words, the links and other things that are not seen left out."""
    if style is None:
        return "plain"
    attributes = ("bold", "dim", "italic", "underline", "reverse", "strike", "blink")
    shown = [name for name in attributes if getattr(style, name)]
    colours = [
        f"{sign}{colour.name}" for sign, colour in (("", style.color), ("on ", style.bgcolor)) if colour is not None
    ]
    return " ".join([*colours, *shown]) or "plain"
