"""Loading a file: everything the format can hold, and nothing that a file can do to the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from roundtable_tui.model import Credit, Figure, Link, Note, Participant
from roundtable_tui.source.load import Loaded, load, load_text

if TYPE_CHECKING:
    from pathlib import Path

    from roundtable_tui.model import Transcript


@pytest.fixture
def piece(request: pytest.FixtureRequest) -> Transcript:
    """The transcript that uses every key of the format."""
    loaded = load(request.path.parent / "good" / "021-2.yaml")
    assert loaded.problems == ()
    assert loaded.transcript is not None
    return loaded.transcript


def test_a_file_that_uses_the_whole_format_has_no_problem(good: Any) -> None:
    loaded = load_text(good.text, id="x", path="x")
    assert loaded.problems == ()
    assert loaded.transcript is not None


def test_the_id_is_the_stem_of_the_file(piece: Transcript) -> None:
    assert piece.id == "021-2"


def test_every_field_is_read_as_it_is_written(piece: Transcript) -> None:
    assert (piece.title, piece.subtitle) == ("図書館を町の居間に~潮見市長×司書座談会②~", "中編")
    assert (piece.series, piece.publication, piece.honorifics) == ("暮らしの話し合い", "県政だより", "敬称略")
    assert (piece.issue, piece.part, piece.parts) == (21, 2, 3)
    assert piece.previous == Link(id="021-1")
    assert piece.next == Link(title="図書館を町の居間に(後編)", url="https://example.org/021-3")
    assert (piece.held, piece.held_label, piece.published) == ("2023-05-04", "令和5年5月4日", "2023-06")
    assert (piece.lang, piece.source, piece.licence) == ("ja", "https://example.org/021-2", "CC-BY-4.0")
    assert piece.image == Figure("images/021-2.jpg", "窓辺で話す三人", "", "県広報課")
    assert (piece.tags, piece.agenda) == (("図書館", "#まちづくり"), ("開館時間", "予算"))
    assert piece.lead == "海の見える図書館で、これからの居場所を考えました。\n\n第21回の中編です。"
    assert piece.notes == (Note("OPAC", "蔵書を探すための目録。"), Note("12:30", "開館の時刻"))
    assert piece.closing == "後編へ続きます。"
    assert piece.credits == (Credit("文", "久野 栞里", "県広報課"), Credit("協力", "", "潮見市"))
    assert piece.back_numbers == (Link(id="020-2"), Link(title="第十九回", url="https://example.org/019"))


def test_participants_are_read_in_order_speaking_or_not(piece: Transcript) -> None:
    mayor = Participant("潮田", "潮田 渚", "うしおだ なぎさ", "潮見市", "市長", "市", ("潮田市長", "市長"), line=33)
    assert piece.participants[0] == mayor
    assert [one.label for one in piece.participants] == ["潮田", "本山", "NO", "参加者", "見学者"]
    assert [one.collective for one in piece.participants] == [False, False, False, True, False]


def test_sections_have_their_place_heading_and_line(piece: Transcript) -> None:
    assert [(section.path, section.heading, section.line) for section in piece.all_sections] == [
        ((1,), "朝をひらく", 41),
        ((1, 1), "予算の話", 52),
        ((1, 2), "", 59),
        ((1, 2, 1), "財源", 60),
        ((2,), "", 65),
    ]


def test_turns_are_numbered_throughout_and_know_their_speaker_and_line(piece: Transcript) -> None:
    told = [(t.number, t.kind, t.label, t.printed, t.speaker and t.speaker.label, t.line) for t in piece.turns]
    assert told == [
        (1, "narration", "―", "", None, 43),
        (2, "speech", "潮田", "", "潮田", 44),
        (3, "speech", "本山", "", "本山", 45),
        (4, "figure", "figure", "", None, 50),
        (5, "speech", "市長", "", "潮田", 54),
        (6, "speech", "NO", "", "NO", 55),
        (7, "narration", "narration", "――", None, 56),
        (8, "speech", "本山", "市立図書館司書:本山", "本山", 62),
        (9, "speech", "参加者", "", "参加者", 66),
    ]
    assert piece.turns[3].figure == Figure("images/a.png", "閲覧室", "朝の閲覧室")


def test_the_words_of_a_turn_are_exactly_those_of_the_file(piece: Transcript) -> None:
    assert [turn.text for turn in piece.turns] == [
        "話し合いは開館前の閲覧室で始まりました。",
        "開館を早めてほしいという声は、12:30 の回でも出ました。",
        "人手が要ります。\nそれでも C# の本を読みに来る高校生のために、朝は大切です。\n\n  二字下げた引用です。",
        "朝の閲覧室",
        "予算は #1 の課題です。\n来年度に考えます。",
        "はい",
        "(一同、うなずく)",
        "寄付も、",
        "ありがとうございました。",
    ]


def test_folded_english_is_joined_with_spaces() -> None:
    text = "roundtable: 1\ntitle: x\nparticipants: {A: {}}\nsections: [{turns: [{A: one\n  two}]}]\n"
    loaded = load_text(text, id="x", path="x")
    assert loaded.problems == ()
    assert loaded.transcript is not None
    assert loaded.transcript.turns[0].text == "one two"


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "\r\n"])
def test_line_breaks_at_the_end_of_a_turn_are_no_part_of_it(ending: str) -> None:
    head = "roundtable: 1\ntitle: x\nparticipants: {甲: {}}\n"
    text = f"{head}sections:\n  - turns:\n      - 甲: |+\n          一\n\n          二"
    for pure in (False, True):
        loaded = load_text(text + ending, id="x", path="x", pure=pure)
        assert loaded.transcript is not None
        assert loaded.transcript.turns[0].text == "一\n\n二"


def test_windows_line_breaks_change_nothing(good: Any) -> None:
    unix = load_text(good.text, id="x", path="x")
    assert load_text(good.text.replace("\n", "\r\n"), id="x", path="x") == unix


def test_line_breaks_of_old_macintoshes_change_nothing(good: Any) -> None:
    assert load_text(good.text.replace("\n", "\r"), id="x", path="x") == load_text(good.text, id="x", path="x")


def test_a_byte_order_mark_changes_nothing(good: Any, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("\ufeff" + good.text, encoding="utf-8")
    assert load(tmp_path / "x.yaml").transcript == load_text(good.text, id="x", path="x").transcript


def test_problems_name_the_file_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as LocalPath

    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.yaml").write_text("title: x\n", encoding="utf-8")
    assert {problem.path for problem in load(LocalPath("x.yaml")).problems} == {"x.yaml"}


def test_problems_are_in_the_order_of_their_places(sample: Any) -> None:
    problems = load_text(sample.text, id="x", path="x").problems
    assert list(problems) == sorted(problems)


def test_a_file_that_cannot_be_opened_has_an_error(sample: Any) -> None:
    loaded = load_text(sample.text, id="x", path="x")
    assert loaded.transcript is not None or any(problem.level == "error" for problem in loaded.problems)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"\xef\xbb\xbf")
@example("\ud800: \ud800\n".encode("utf-8", "surrogatepass"))
def test_no_bytes_make_loading_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / f"any-{os.getpid()}.yaml"
    path.write_bytes(data)
    loaded = load(path)
    assert loaded.transcript is not None or loaded.problems


SCALAR = st.sampled_from(
    [
        "",
        "~",
        "1",
        "紙",
        "青木",
        "―",
        "figure",
        "2021-13-45",
        "../a",
        "a: b",
        "#",
        "https://x.jp",
        " ",
        "\t",
        "\x1b",
        "\ud83d",
        "同",
    ]
)
KEY = st.sampled_from(
    [
        *(
            "roundtable",
            "title",
            "issue",
            "part",
            "parts",
            "previous",
            "held",
            "held_label",
            "lang",
            "image",
            "tags",
            "lead",
        ),
        *(
            "notes",
            "participants",
            "sections",
            "credits",
            "back_numbers",
            "heading",
            "turns",
            "青木",
            "―",
            "figure",
            "as",
        ),
        *("text", "name", "aliases", "collective", "src", "url", "id", "x", "", "<<"),
    ]
)
TREE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=5),
    max_leaves=30,
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEY, TREE, max_size=10))
def test_no_tree_makes_loading_raise(tree: dict[str, Any]) -> None:
    text = as_flow({"roundtable": "1", **tree})
    loaded = load_text(text, id="x", path="x")
    assert loaded.transcript is not None or any(problem.level == "error" for problem in loaded.problems)
    assert all(problem.message and problem.code for problem in loaded.problems)


def as_flow(tree: Any) -> str:
    """Write a tree as YAML between brackets and double quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{as_flow(key)}: {as_flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(as_flow, tree)) + "]"
    return '"' + tree.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_without_warnings_the_transcript_and_the_errors_are_the_same(sample: Any) -> None:
    whole = load_text(sample.text, id="x", path="x")
    errors = tuple(problem for problem in whole.problems if problem.level == "error")
    assert load_text(sample.text, id="x", path="x", warnings=False) == Loaded(whole.transcript, errors)


def test_there_are_warnings_to_leave_out() -> None:
    text = "roundtable: 1\ntitle: 紙\x1bの\n  話 #1\nparticipants: {青木: {}}\nsections: [{turns: [{青木: はい。}]}]\n"
    codes = {problem.code for problem in load_text(text, id="x", path="x").problems}
    assert {"control-character", "comment-in-text", "folded-text"} <= codes
    assert load_text(text, id="x", path="x", warnings=False).problems == ()


def test_a_path_may_be_plain_text(request: pytest.FixtureRequest) -> None:
    path = request.path.parent / "good" / "021-2.yaml"
    assert load(str(path)) == load(path)
