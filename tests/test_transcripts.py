"""The bundled back issues: sound, invented, long enough to read on, and an example of every feature of the format."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from roundtable_tui.model import Figure, Link, Participant, Transcript, Turn
from roundtable_tui.source.load import load

FOLDER = Path(__file__).resolve().parent.parent / "transcripts"
PATHS = sorted(FOLDER.glob("*.yaml"))
MODELINE = "# yaml-language-server: $schema=../schema/roundtable-1.schema.json"
INVENTED = {"ja": "架空", "en": "invented"}


@pytest.fixture(scope="module")
def pieces() -> dict[str, Transcript]:
    """Return every bundled piece by its id; one that does not open is missing."""
    loaded = (load(path).transcript for path in PATHS)
    return {piece.id: piece for piece in loaded if piece is not None}


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links(piece: Transcript) -> list[Link]:
    return [link for link in (piece.previous, piece.next, *piece.back_numbers) if link is not None]


def words(piece: Transcript) -> str:
    """Return all that a reader reads around the turns of `piece`, where it says what it is."""
    return "\n".join([piece.lead, piece.closing, *(note.text for note in piece.notes)])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_bundled_piece_opens_without_a_problem(path: Path) -> None:
    loaded = load(path)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.transcript is not None


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_bundled_file_names_its_schema_and_says_that_it_is_invented(path: Path) -> None:
    first, second = source(path).splitlines()[:2]
    assert first == MODELINE
    assert second.startswith("# ")
    assert "invented" in second


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_bundled_file_points_nowhere_but_at_the_example_domain(path: Path) -> None:
    hosts = set(re.findall(r"https?://([^/\s,}]+)", source(path)))
    assert hosts <= {"example.jp"}


def test_every_piece_tells_its_reader_that_it_is_invented(pieces: dict[str, Transcript]) -> None:
    silent = [piece.id for piece in pieces.values() if INVENTED[piece.lang] not in words(piece)]
    assert silent == []


def test_every_piece_is_free_for_anyone_to_use(pieces: dict[str, Transcript]) -> None:
    assert {piece.licence for piece in pieces.values()} == {"CC0-1.0"}


def test_there_are_enough_pieces_issues_turns_and_languages(pieces: dict[str, Transcript]) -> None:
    issues = Counter((piece.series, piece.issue) for piece in pieces.values())
    per_series = Counter(series for series, _ in issues)
    languages = Counter(piece.lang for piece in pieces.values())
    assert len(pieces) >= 14
    assert len(issues) >= 10
    assert sum(count > 1 for count in issues.values()) >= 4
    assert len(per_series) >= 2
    assert max(per_series.values()) >= 8
    assert languages["en"] >= 2
    assert languages["ja"] >= 12
    assert sum(turn.kind == "speech" for piece in pieces.values() for turn in piece.turns) >= 340


def test_pieces_differ_in_length(pieces: dict[str, Transcript]) -> None:
    lengths = [len(piece.turns) for piece in pieces.values()]
    assert min(lengths) <= 8
    assert max(lengths) >= 45


def test_no_two_turns_are_alike(pieces: dict[str, Transcript]) -> None:
    texts = Counter(turn.text for piece in pieces.values() for turn in piece.turns)
    assert [text for text, count in texts.items() if count > 1] == []


def test_issues_of_a_series_are_dated_in_their_order(pieces: dict[str, Transcript]) -> None:
    series: dict[str, list[Transcript]] = defaultdict(list)
    for piece in pieces.values():
        series[piece.series].append(piece)
    for members in series.values():
        members.sort(key=lambda piece: (piece.issue or 0, piece.part or 0))
        assert [piece.held for piece in members] == sorted(piece.held for piece in members)
        assert [piece.published for piece in members] == sorted(piece.published for piece in members)
        assert len({piece.published for piece in members}) == len(members)


def test_every_part_of_an_issue_is_there(pieces: dict[str, Transcript]) -> None:
    parts: dict[tuple[str, int | None, int], list[int | None]] = defaultdict(list)
    for piece in pieces.values():
        if piece.parts is not None:
            parts[piece.series, piece.issue, piece.parts].append(piece.part)
    assert parts
    for (_, _, count), found in parts.items():
        assert sorted(part or 0 for part in found) == list(range(1, count + 1))


def test_every_id_that_a_piece_links_to_is_there(pieces: dict[str, Transcript]) -> None:
    named = {link.id for piece in pieces.values() for link in links(piece) if link.id}
    assert named
    assert named <= set(pieces)


def test_next_and_previous_lead_there_and_back(pieces: dict[str, Transcript]) -> None:
    onward = {(piece.id, piece.next.id) for piece in pieces.values() if piece.next and piece.next.id}
    back = {(piece.previous.id, piece.id) for piece in pieces.values() if piece.previous and piece.previous.id}
    assert onward
    assert onward == back


def unused(kind: type, found: list[object]) -> set[str]:
    """Return the fields of `kind` that are empty in everything found."""
    names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    return {name for name in names if not any(getattr(each, name) for each in found)}


def test_every_field_of_the_model_is_used_somewhere(pieces: dict[str, Transcript]) -> None:
    transcripts: list[object] = list(pieces.values())
    participants: list[object] = [person for piece in pieces.values() for person in piece.participants]
    turns: list[object] = [turn for piece in pieces.values() for turn in piece.turns]
    figures: list[object] = [turn.figure for piece in pieces.values() for turn in piece.turns if turn.figure]
    every_link: list[object] = [link for piece in pieces.values() for link in links(piece)]
    assert unused(Transcript, transcripts) == set()
    assert unused(Participant, participants) == set()
    assert unused(Turn, turns) == set()
    assert unused(Figure, figures) == set()
    assert unused(Link, every_link) == set()


def test_every_shape_of_section_and_turn_is_used_somewhere(pieces: dict[str, Transcript]) -> None:
    sections = [section for piece in pieces.values() for section in piece.all_sections]
    turns = [turn for piece in pieces.values() for turn in piece.turns]
    assert {section.depth for section in sections} == {1, 2, 3}
    assert any(section.turns and section.sections for section in sections)
    assert any(section.sections and not section.turns for section in sections)
    assert {turn.kind for turn in turns} == {"speech", "narration", "figure"}
    assert {len(turn.paragraphs) for turn in turns} >= {1, 2}
    assert any(turn.speaker and turn.label in turn.speaker.aliases for turn in turns)
    assert any(turn.speaker and turn.speaker.collective for turn in turns)
    assert any(len(piece.lead.split("\n")) > 2 for piece in pieces.values())


def test_every_precision_of_a_date_is_used_with_and_without_its_label(pieces: dict[str, Transcript]) -> None:
    assert {piece.held.count("-") for piece in pieces.values()} == {0, 1, 2}
    assert {"\nheld_label: " in source(path) for path in PATHS} == {True, False}


def test_someone_listens_without_speaking(pieces: dict[str, Transcript]) -> None:
    silent = [
        person.full_name
        for piece in pieces.values()
        for person in piece.participants
        if person not in [turn.speaker for turn in piece.turns]
    ]
    assert silent


def test_two_people_of_one_surname_meet_in_one_piece(pieces: dict[str, Transcript]) -> None:
    surnames = [Counter(person.family for person in piece.participants) for piece in pieces.values()]
    assert any(count > 1 for counter in surnames for count in counter.values())


def test_people_come_back_in_other_roles(pieces: dict[str, Transcript]) -> None:
    positions: dict[str, set[str]] = defaultdict(set)
    for piece in pieces.values():
        for person in piece.participants:
            positions[person.full_name].add(person.position)
    assert sum(len(held) > 1 for held in positions.values()) >= 8


def test_every_spelling_that_the_format_allows_is_used_somewhere() -> None:
    text = "\n".join(map(source, PATHS))
    assert re.search(r"^ +- ―: ", text, re.MULTILINE)
    assert re.search(r"^ +- narration: ", text, re.MULTILINE)
    assert re.search(r"^ +as: .+\n +text: \|", text, re.MULTILINE)
    assert re.search(r"^  \S+: \{name: ", text, re.MULTILINE)
    assert re.search(r"^  \S+:\n    name: ", text, re.MULTILINE)
    assert "org: 同上" in text
