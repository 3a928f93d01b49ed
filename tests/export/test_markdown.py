from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roundtable_tui.export.markdown import markdown
from roundtable_tui.export.visible import visible
from roundtable_tui.model import Section, Turn
from roundtable_tui.text.safe import unsafe_code_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from roundtable_tui.model import Transcript

PARSER = MarkdownIt("commonmark")


def body(document: str) -> str:
    """Return the Markdown after the front matter."""
    fence, _, after = document.partition("\n---\n")
    assert fence.startswith("---\n")
    return after


def inline(token: Token) -> tuple[str, str]:
    """Return the one inline element that all of `token` stands in, or nothing, and its text."""
    children = token.children or []
    types = [child.type for child in children if child.type != "text"]
    text = "".join(child.content for child in children if child.type == "text")
    if types in (["strong_open", "strong_close"], ["em_open", "em_close"]):
        # Text outside of the element would be empty: nothing is set beside it.
        assert not children[0].content
        assert not children[-1].content
        return types[0].removesuffix("_open"), text
    assert not types
    return "", text


def talk_of(document: str) -> Iterator[tuple[str, str]]:
    """Yield what the talk renders as, (what, text) in order: headings deeper than 1, labels, paragraphs …"""
    tokens = PARSER.parse(body(document))
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag != "h1"]
    start = headings[0]
    end = next(at for at, token in enumerate(tokens) if token.type == "hr" and at > start)
    quoted = False
    kind = ""
    for token in tokens[start:end]:
        match token.type:
            case "blockquote_open" | "blockquote_close":
                quoted = token.type == "blockquote_open"
                kind = "picture"
            case "heading_open":
                kind = token.tag
            case "inline":
                element, text = inline(token) if token.children else ("", "")
                if kind.startswith("h"):
                    yield kind, text
                elif quoted:
                    yield kind, text
                    kind = "caption"
                else:
                    yield {"strong": "label", "em": "narration", "": "paragraph"}[element], text
                if kind.startswith("h"):
                    kind = ""
            case other:
                assert other in ("heading_close", "paragraph_open", "paragraph_close"), other


def turn_as_rendered(turn: Turn) -> Iterator[tuple[str, str]]:
    """Yield what `talk_of` has to find for `turn`; of a figure only the caption."""
    if turn.kind == "speech":
        yield "label", visible(turn.shown_label)
    what = {"speech": "paragraph", "narration": "narration", "figure": "caption"}[turn.kind]
    for paragraph in turn.paragraphs:
        yield what, visible(paragraph)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_rendering_gives_back_every_turn_under_its_speaker_to_the_last_character(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    path = data.draw(st.sampled_from([(), *(section.path for section in piece.all_sections)]))
    expected = []
    for section in piece.all_sections:
        if path[: section.depth] == section.path or section.path[: len(path)] == path:
            expected.append((f"h{min(section.depth + 1, 6)}", visible(section.heading)))
        if section.path[: len(path)] == path:
            expected += [part for turn in section.turns for part in turn_as_rendered(turn)]
    rendered = [part for part in talk_of(markdown(piece, path)) if part[0] != "picture"]
    assert rendered == expected


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_nothing_in_the_file_can_steer_a_terminal(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    names = data.draw(st.booleans())
    document = markdown(piece, names=names)
    assert unsafe_code_points(document) == ()
    document.encode()


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_everything_around_the_talk_renders_as_itself_too(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    texts = [
        "".join(child.content for child in token.children or () if child.type == "text")
        for token in PARSER.parse(body(markdown(piece)))
        if token.type == "inline"
    ]
    paragraphs = [line for text in (piece.lead, piece.closing, piece.subtitle) for line in text.split("\n") if line]
    assert [line for line in map(visible, paragraphs) if line not in texts] == []
    assert [item for item in map(visible, piece.agenda) if item and item not in texts] == []
    assert all(any(text.startswith(visible(person.label)) for text in texts) for person in piece.participants)
    if piece.title:
        assert visible(piece.title) in texts
    for note in piece.notes:
        first = next((line for line in note.text.split("\n") if line), "")
        assert ": ".join(filter(None, (visible(note.term), visible(first)))) in ["", *texts]
    elements = {
        child.type.removesuffix("_open").removesuffix("_close")
        for token in PARSER.parse(body(markdown(piece)))
        for child in token.children or ()
    }
    assert elements <= {"text", "strong", "em", "link"}
    assert "link" not in elements or piece.source.startswith("http")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_front_matter_reads_back_as_it_was(any_piece: st.SearchStrategy[Transcript], data: st.DataObject) -> None:
    piece = data.draw(any_piece)
    document = markdown(piece)
    fields = yaml.safe_load(document.partition("\n---\n")[0])

    def kept(text: str) -> str:
        return "".join("\u2426" if "\ud800" <= character <= "\udfff" else character for character in text)

    expected = {"title": kept(piece.title), "subtitle": kept(piece.subtitle), "source": kept(piece.source)}
    for key, text in expected.items():
        assert fields.get(key, "") == text
    assert fields["anchor"] == piece.id
    assert fields.get("issue") == piece.issue
    assert tuple(fields.get("tags", ())) == tuple(map(kept, piece.tags))


def test_fields_that_are_not_there_leave_no_trace(piece: Transcript) -> None:
    missing = {
        field.name: field.default for field in fields(piece) if field.name not in ("id", "title", "lang", "sections")
    }
    bare = replace(piece, **missing)  # type: ignore[arg-type]
    document = markdown(bare)
    assert document.startswith(
        '---\ntitle: "紙の束を減らすには"\nlang: "ja"\nanchor: "014-2"\n---\n\n# 紙の束を減らすには\n\n## 紙を'
    )
    assert document.endswith("\n\nはい。\n\n---\n\n- 出典: 「紙の束を減らすには」\n- 箇所: 014-2\n")
    assert "\n\n\n" not in document


def test_an_outline_deeper_than_six_levels_stays_at_the_sixth(piece: Transcript) -> None:
    section = Section((1,) * 9, "深い")
    for depth in range(8, 0, -1):
        section = Section((1,) * depth, f"深さ{depth}", sections=(section,))
    found = list(talk_of(markdown(replace(piece, sections=(section,)), (1,) * 9)))
    assert [tag for tag, _ in found] == ["h2", "h3", "h4", "h5", "h6", "h6", "h6", "h6", "h6"]
    assert found[-1][1] == "深い"


def test_a_section_of_a_piece_can_be_quoted_with_its_source(piece: Transcript) -> None:
    document = markdown(piece, (1, 1))
    assert "令和3年11月10日（2021年11月10日）" in document
    assert "- **青木**: 青木 千尋（あおき ちひろ）、架空市 総務部長\n" in document
    assert document.endswith(
        "- 出典: 「紙の束を減らすには 後編」、県の円卓 第14回（全2回の2）、円卓マガジン、"
        "令和3年11月10日（2021年11月10日）、<https://example.jp/n/n0>\n"
        "- ライセンス: CC0-1.0\n- 箇所: 014-2#1.1 紙をやめてみた › 会議から\n"
    )
    for elsewhere in ("田村 航", "市と県が", "次回も", "久保", "窓口です。", "青木部長から始まる。", "机の上の機械"):
        assert elsewhere not in document


@pytest.mark.parametrize("label", ["宮坂:", "宮坂：", "（宮坂）", "「宮坂」", "[宮坂]", "宮坂!"])
def test_a_label_as_printed_is_bold_in_the_rendered_page(piece: Transcript, label: str) -> None:
    turn = Turn(1, "speech", "青木", "テレワークの話です。", piece.participants[0], label)
    html = PARSER.render(body(markdown(replace(piece, sections=(Section((1,), "話", (turn,)),)))))
    assert f"<p><strong>{label}</strong></p>\n<p>テレワークの話です。</p>" in html


@pytest.mark.parametrize("text", ["「始めます」", "（拍手）", "*", "_拍手_", " 間 ", "　", "1. 拍手", "- 拍手", "\\"])
def test_narration_is_in_italics_whatever_it_begins_and_ends_with(piece: Transcript, text: str) -> None:
    turn = Turn(1, "narration", "―", text)
    html = PARSER.render(body(markdown(replace(piece, sections=(Section((1,), "話", (turn,)),)))))
    assert f"<p><em>{text}</em></p>" in html
