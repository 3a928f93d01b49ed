"""Writing a transcript: the file reads back to the same words, and is pleasant to edit."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roundtable_tui.model import (
    NARRATION,
    Credit,
    Figure,
    Link,
    Note,
    Participant,
    Section,
    Transcript,
    Turn,
)
from roundtable_tui.source import scalars
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

NASTY = (
    "NO 12:30 \t\r\n\x85\u2028\u2029\ufeff\0\x07\x1b\x7f\x9f\u202e\u200b\ufffe\U0001f600 'a\"\\#:-?,[]{}&*!|>%@`~=―…ー"
)
PIECES = [
    "NO",
    "12:30",
    "014",
    "2021-13-45",
    "a: b",
    "a #b",
    "# x",
    "- x",
    "? x",
    "...",
    "---",
    "「引用」",
    "\n\n",
    "  ",
]


def texts(*, at_least: int = 0, at_most: int = 40) -> st.SearchStrategy[str]:
    """Return any text that the model can hold: the loader takes no line breaks at the end and no white space alone."""
    wild = st.text(st.one_of(st.sampled_from(NASTY), st.characters(exclude_categories=["Cs"])), max_size=at_most)
    woven = st.lists(st.sampled_from(PIECES) | wild, max_size=4).map("".join)
    return (
        (wild | woven)
        .map(lambda text: text.rstrip("\n"))
        .filter(lambda text: bool(text.strip()) or not (at_least or text))
    )


WORDS = texts(at_least=1)
MAYBE = st.just("") | WORDS
LABELS = WORDS.filter(lambda text: text not in {NARRATION, "narration", "figure"})
DATES = st.sampled_from(["", "2021", "2021-11", "2021-11-10"])
IDS = WORDS.filter(lambda text: "/" not in text and "\\" not in text)
URLS = st.sampled_from(["", "https://example.jp/a?b=c#d", "http://example.jp/[x],{y}: "[:-2]])


@st.composite
def participants(draw: st.DrawFn) -> tuple[Participant, ...]:
    labels = draw(st.lists(LABELS, max_size=4, unique=True))
    people = []
    for label in labels:
        texts_of = {name: draw(MAYBE) for name in ("name", "kana", "org", "role", "side")}
        people.append(Participant(label, **texts_of, collective=draw(st.booleans())))
    if people:
        taken = set(labels)
        aliases = tuple(alias for alias in draw(st.lists(LABELS, max_size=2, unique=True)) if alias not in taken)
        people[0] = people[0]._replace(aliases=aliases)
    return tuple(people)


@st.composite
def turns(draw: st.DrawFn, people: tuple[Participant, ...]) -> Turn:
    kind = draw(st.sampled_from(["speech", "narration", "figure"] if people else ["narration", "figure"]))
    if kind == "figure":
        figure = Figure(draw(st.sampled_from(["a.png", "images/紙 #1.png"])), draw(MAYBE), draw(MAYBE), draw(MAYBE))
        return Turn(0, "figure", "figure", figure.caption, figure=figure)
    text, printed, at = draw(WORDS), draw(MAYBE), draw(st.sampled_from(["", "0:12:03", "00:12:03.400"]))
    if kind == "narration":
        return Turn(0, "narration", draw(st.sampled_from([NARRATION, "narration"])), text, None, printed, at=at)
    speaker = draw(st.sampled_from(people))
    label = draw(st.sampled_from((speaker.label, *speaker.aliases)))
    return Turn(0, "speech", label, text, speaker, printed, at=at)


def _sections(draw: st.DrawFn, people: tuple[Participant, ...], path: tuple[int, ...]) -> tuple[Section, ...]:
    found = []
    for place in range(1, draw(st.integers(1, 3 if not path else 2)) + 1):
        here = (*path, place)
        inner = _sections(draw, people, here) if len(here) < 3 and draw(st.booleans()) else ()
        spoken = tuple(draw(st.lists(turns(people), min_size=0 if inner else 1, max_size=3)))
        found.append(Section(here, draw(MAYBE), spoken, inner))
    return tuple(found)


def _numbered(sections: tuple[Section, ...], start: int) -> tuple[tuple[Section, ...], int]:
    found = []
    for section in sections:
        spoken = tuple(replace(turn, number=start + place) for place, turn in enumerate(section.turns))
        inner, start = _numbered(section.sections, start + len(spoken))
        found.append(replace(section, turns=spoken, sections=inner))
    return tuple(found), start


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    people = draw(participants().filter(bool))
    links = st.builds(Link, title=WORDS, url=URLS) | st.builds(Link, id=IDS, title=MAYBE)
    held = draw(DATES)
    part = draw(st.none() | st.integers(1, 9))
    return Transcript(
        id="x",
        title=draw(WORDS),
        **{name: draw(MAYBE) for name in ("subtitle", "series", "publication", "source", "licence", "lead")},
        **{name: draw(MAYBE) for name in ("honorifics", "closing")},
        issue=draw(st.none() | st.integers(0, 999_999_999)),
        part=part,
        parts=draw(st.none() | st.integers(part or 1, 9)),
        previous=draw(st.none() | links),
        next=draw(st.none() | links),
        held=held,
        held_label="令和" if held else "",
        published=draw(DATES),
        lang=draw(st.sampled_from(["", "ja", "en-GB", "no"])),
        image=draw(st.none() | st.builds(Figure, st.just("a.png"), MAYBE, MAYBE, MAYBE)),
        tags=tuple(draw(st.lists(WORDS, max_size=3))),
        notes=tuple(draw(st.lists(st.builds(Note, WORDS, WORDS), max_size=3, unique_by=lambda note: note.term))),
        agenda=tuple(draw(st.lists(WORDS, max_size=3))),
        participants=people,
        sections=_numbered(_sections(draw, people, ()), 1)[0],
        credits=tuple(draw(st.lists(st.builds(Credit, MAYBE, WORDS, MAYBE), max_size=3))),
        back_numbers=tuple(draw(st.lists(links, max_size=3))),
    )


def without_lines(value: Any) -> Any:
    """Return `value` with every `line` field, which counts lines of a file, set to 0."""
    if isinstance(value, Participant):
        return value._replace(line=0)
    if isinstance(value, tuple):
        return tuple(map(without_lines, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {field.name: without_lines(getattr(value, field.name)) for field in fields(value)}
    return replace(value, **(changed | ({"line": 0} if "line" in changed else {})))


def read_back(text: str) -> Transcript:
    loaded = load_text(text, id="x", path="x.yaml")
    lost = {"comment-in-text", "folded-text"}
    assert [str(one) for one in loaded.problems if one.level == "error" or one.code in lost] == []
    assert loaded.transcript is not None
    transcript: Transcript = without_lines(loaded.transcript)
    return transcript


@given(transcripts())
@settings(max_examples=50, deadline=None)
def test_every_transcript_reads_back_to_the_same_words(transcript: Transcript) -> None:
    assert read_back(dump(transcript)) == without_lines(transcript)


@pytest.mark.slow
@given(transcripts())
@settings(max_examples=600, deadline=None)
def test_thousands_of_transcripts_read_back_to_the_same_words(transcript: Transcript) -> None:
    assert read_back(dump(transcript, comments=[transcript.title])) == without_lines(transcript)


def piece(**changed: Any) -> Transcript:
    people = (Participant("青木", "青木 千尋", org="架空市", role="CIO"), Participant("長谷", "長谷 実"))
    spoken = (Turn(1, "speech", "青木", "減りましたか。", people[0]), Turn(2, "narration", NARRATION, "(一同うなずく)"))
    whole = Transcript("x", "紙の話", participants=people, sections=(Section((1,), "まずは会議から", spoken),))
    return replace(whole, **changed)


def test_the_file_looks_as_one_written_by_hand() -> None:
    people = piece().participants
    long = "あ" * 70
    turns = (
        *piece().sections[0].turns,
        Turn(3, "speech", "長谷", "半分です。\n残りは、\nこれからです。", people[1], "県局長:長谷"),
        Turn(4, "speech", "青木", long, people[0]),
        Turn(5, "figure", "figure", "会議室", figure=Figure("images/a.png", caption="会議室")),
    )
    whole = piece(
        issue=14,
        part=2,
        previous=Link(title="前半はこちら"),
        held="2021-11-10",
        held_label="令和3年11月10日",
        tags=("紙", "a, b"),
        lead="一つ目。\n二つ目。",
        notes=(Note("CIO(責任者)", "情報に責任をもつ人"),),
        sections=(Section((1,), "会議", (), (Section((1, 1), "まず", turns),)),),
        credits=(Credit("編集", "星川 杏", "同上"),),
        back_numbers=(Link("013-2"), Link("013-1")),
    )
    assert (
        dump(whole, comments=["line 1: 見出し画像"])
        == f"""\
# yaml-language-server: $schema=../schema/roundtable-1.schema.json
roundtable: 1
title: 紙の話
issue: 14
part: 2
previous: {{title: 前半はこちら}}
held: 2021-11-10
held_label: 令和3年11月10日
tags: [紙, "a, b"]

lead: |
  一つ目。
  二つ目。
notes:
  CIO(責任者): 情報に責任をもつ人

participants:
  青木: {{name: 青木 千尋, org: 架空市, role: CIO}}
  長谷: {{name: 長谷 実}}

sections:
  - heading: 会議
    sections:
      - heading: まず
        turns:
          - 青木: 減りましたか。
          - ―: (一同うなずく)
          - 長谷:
              as: 県局長:長谷
              text: |
                半分です。
                残りは、
                これからです。
          - 青木: |
              {long}
          - figure: {{src: images/a.png, caption: 会議室}}

credits:
  - {{role: 編集, name: 星川 杏, org: 同上}}
back_numbers: [013-2, 013-1]

# line 1: 見出し画像
"""
    )


@pytest.mark.parametrize(
    "text", ["テレワーク", "a:b", "a#b", "CIO:部長(担当)", "-5%", "https://example.jp/", "~紙~", "013-2", "―"]
)
def test_text_that_every_reader_takes_for_text_has_no_quotes(text: str) -> None:
    assert scalars.inline(text) == text


LIKE_OTHER_TYPES = ["NO", "y", "Null", "~", "014", "1_000", "0x1F", "1e3", ".inf", "12:30", "2021-11-10", "=", "<<"]
LIKE_YAML = [
    "",
    " a",
    "a ",
    "a: b",
    "a:",
    "a #b",
    "#a",
    "- a",
    "-",
    "? a",
    ": a",
    "*a",
    "&a",
    "!a",
    "|",
    ">",
    "'a",
    '"a',
]
LIKE_YAML += ["%a", "@a", "`a", "[a", "{a", "...", "---"]
NOT_PRINTABLE = ["a\tb", "a\rb", "a\x85b", "a\u2028b", "\ufeffa", "\0", "\x1b[31m", "a\u202eb", "a\nb"]


@pytest.mark.parametrize("text", [*LIKE_OTHER_TYPES, *LIKE_YAML, *NOT_PRINTABLE])
def test_text_that_some_reader_would_take_for_something_else_is_quoted(text: str) -> None:
    written = scalars.inline(text)
    assert written.startswith('"')
    assert written.isprintable()
    assert yaml.safe_load(f"k: {written}") == {"k": text}


@given(texts())
@example("a\n b\n\n\tc \n")
@example("\n a")
@settings(deadline=None)
def test_any_yaml_reader_gets_the_text_in_any_place(text: str) -> None:
    inside = scalars.inline(text, flow=True)
    below = "\n".join(["k: " + scalars.lines(text, 4)[0], *scalars.lines(text, 4)[1:], ""])
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(f"k: {scalars.inline(text)}", loader) == {"k": text}
        assert yaml.load(f"k: {{a: {inside}, b: [{inside}, {inside}]}}", loader) == {
            "k": {"a": text, "b": [text, text]}
        }
        assert yaml.load(below, loader)["k"] == text + "\n" * below.startswith("k: |")
        assert yaml.load(f"{scalars.inline(text)}: v", loader) == {text: "v"}


@given(st.text())
@settings(deadline=None)
def test_a_comment_never_becomes_anything_else(text: str) -> None:
    transcript = piece()
    written = dump(transcript, comments=[text])
    assert read_back(written) == transcript
    assert written.removesuffix("\n").startswith(dump(transcript).removesuffix("\n") + "\n\n# ")
    assert written.count("\n") == dump(transcript).count("\n") + 2


def test_a_label_longer_than_a_yaml_key_may_be_reads_back() -> None:
    person = Participant("長" * 1500, "長谷 実")
    turn = Turn(1, "speech", person.label, "はい。", person, "県局長")
    whole = piece(participants=(person,), sections=(Section((1,), "", (turn,)),), notes=(Note("語" * 2000, "意味"),))
    assert read_back(dump(whole)) == whole


def test_lines_that_an_editor_would_trim_are_quoted_line_by_line() -> None:
    turn = Turn(1, "speech", "青木", "一つ目。 \n  二つ目。", piece().participants[0])
    whole = piece(sections=(Section((1,), "", (turn,)),))
    assert '      - 青木: "一つ目。 \\n\\\n          \\  二つ目。"\n' in dump(whole)
    assert read_back(dump(whole)) == whole


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"participants": (Participant("青木"), Participant("青木"))}, "青木"),
        ({"participants": (Participant("figure"),)}, "figure"),
        ({"notes": (Note("CIO", "一つ"), Note("CIO", "二つ"))}, "CIO"),
        ({"title": "紙\ud800"}, "surrogate"),
    ],
)
def test_what_no_file_can_hold_is_refused_and_named(changed: dict[str, Any], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        dump(piece(**changed))
