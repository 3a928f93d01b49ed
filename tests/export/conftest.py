"""Transcripts for the tests of exporting: one by hand, and any at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import strategies as st

from roundtable_tui.model import Credit, Figure, Link, Note, Participant, Section, Transcript, Turn

AOKI = Participant("青木", "青木 千尋", "あおき ちひろ", "架空市", "総務部長", "架空市", ("青木部長",))
NAGATANI = Participant("長谷", "長谷 実", "", "県デジタル局", "課長")
TAMURA = Participant("田村", "田村 航", "", "県デジタル局", "課長")
EVERYBODY = Participant("一同", collective=True)


def speech(number: int, who: Participant | str, text: str, printed: str = "") -> Turn:
    """Return a turn of a participant, or of a label that names none."""
    if isinstance(who, str):
        return Turn(number, "speech", who, text, printed=printed)
    return Turn(number, "speech", who.label, text, who, printed)


PIECE = Transcript(
    "014-2",
    "紙の束を減らすには",
    subtitle="後編",
    series="県の円卓",
    publication="円卓マガジン",
    issue=14,
    part=2,
    parts=2,
    previous=Link("014-1"),
    held="2021-11-10",
    held_label="令和3年11月10日",
    lang="ja",
    source="https://example.jp/n/n0",
    licence="CC0-1.0",
    image=Figure("images/a.jpg", "会議室", "机の上", "青木 千尋"),
    lead="市と県が話しました。\n二度めです。",
    notes=(Note("CIO", "情報の責任者。\n二つめの段落。"), Note("端末", "机の上の機械。")),
    agenda=("紙", "研修"),
    honorifics="敬称略",
    participants=(AOKI, NAGATANI, TAMURA, EVERYBODY),
    sections=(
        Section(
            (1,),
            "紙をやめてみた",
            (Turn(1, "narration", "―", "青木部長から始まる。"),),
            (
                Section(
                    (1, 1), "会議から", (speech(2, NAGATANI, "減りましたか。"), speech(3, AOKI, "半分に。\nただし。"))
                ),
                Section(
                    (1, 2), "端末", (Turn(4, "figure", "figure", "短い", figure=Figure("b.png", "絵", "短い", "田村")),)
                ),
            ),
        ),
        Section(
            (2,), "学ぶ", (speech(5, NAGATANI, "窓口です。", "県デジタル局課長:長谷"), speech(6, "山本", "はい。"))
        ),
    ),
    closing="次回もどうぞ。",
    credits=(Credit("文", "久保 蓮", "県"), Credit("編集", "星川 杏", "同上")),
    back_numbers=(Link(title="前の号"),),
)

# Every code point that a file can hold, half a surrogate pair too; what CommonMark and YAML act on comes often.
TEXT = st.one_of(
    st.text(max_size=20),
    st.text(st.characters(categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Po", "Lo")), max_size=8),
    st.text(st.sampled_from("\\`*_~[]()<>#+-.!&;:|=\"' \t\n\r\u3000\xa0１a9あ「」。\x1b\u202e\u2028"), max_size=12),
)
SHORT = st.text(max_size=5)


def _labels(text: str) -> bool:
    return text not in ("", "―", "narration", "figure")


@st.composite
def participants(draw: st.DrawFn) -> tuple[Participant, ...]:
    """Draw some participants with labels of their own."""
    labels = draw(st.lists(TEXT.filter(_labels), min_size=1, max_size=4, unique=True))
    return tuple(
        Participant(label, *draw(st.tuples(SHORT, SHORT, SHORT, SHORT, SHORT)), collective=draw(st.booleans()))
        for label in labels
    )


@st.composite
def turns(draw: st.DrawFn, people: tuple[Participant, ...]) -> Turn:
    """Draw one turn of any kind, not numbered yet."""
    text = draw(TEXT)
    match draw(st.sampled_from(("speech", "speech", "unknown", "narration", "figure"))):
        case "speech":
            return speech(0, draw(st.sampled_from(people)), text, draw(st.one_of(st.just(""), TEXT)))
        case "unknown":
            return speech(0, draw(TEXT.filter(_labels)), text)
        case "narration":
            return Turn(0, "narration", "―", text)
        case _:
            return Turn(0, "figure", "figure", text, figure=Figure(draw(TEXT), draw(TEXT), text, draw(TEXT)))


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Draw a piece with sections up to three deep."""
    people = draw(participants())
    count = 0

    def section(path: tuple[int, ...]) -> Section:
        nonlocal count
        own = []
        for turn in draw(st.lists(turns(people), max_size=3)):
            count += 1
            own.append(replace(turn, number=count, at=draw(st.sampled_from(["", "0:12:03"]))))
        inner = range(1, draw(st.integers(0, 2 if len(path) < 3 else 0)) + 1)
        return Section(path, draw(TEXT), tuple(own), tuple(section((*path, number)) for number in inner))

    sections = tuple(section((number,)) for number in range(1, draw(st.integers(1, 2)) + 1))
    return Transcript(
        draw(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=5)),
        draw(TEXT),
        subtitle=draw(SHORT),
        issue=draw(st.none() | st.integers(0, 99)),
        lang=draw(st.sampled_from(["", "ja", "en"])),
        source=draw(TEXT),
        image=draw(st.none() | st.builds(Figure, TEXT, TEXT, TEXT, TEXT)),
        tags=tuple(draw(st.lists(TEXT, max_size=2))),
        lead=draw(TEXT),
        notes=tuple(draw(st.lists(st.builds(Note, TEXT, TEXT), max_size=2))),
        agenda=tuple(draw(st.lists(TEXT, max_size=2))),
        participants=people,
        sections=sections,
        closing=draw(TEXT),
        credits=tuple(draw(st.lists(st.builds(Credit, TEXT, TEXT, SHORT), max_size=2))),
        back_numbers=tuple(draw(st.lists(st.builds(Link, SHORT, TEXT, TEXT), max_size=1))),
    )


@pytest.fixture(scope="session")
def piece() -> Transcript:
    """Return a piece that has everything, six turns in four sections."""
    return PIECE


@pytest.fixture(scope="session")
def any_piece() -> st.SearchStrategy[Transcript]:
    """Return the strategy for any piece, to be drawn from with `data.draw`."""
    return transcripts()
