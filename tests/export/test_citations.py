from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from roundtable_tui.export.citations import Quotation, citation, citations
from roundtable_tui.model import Anchor
from roundtable_tui.source.load import load_text

PIECE = """\
roundtable: 1
title: 橋の話①
series: 川べり座談会
issue: 3
part: 1
parts: 2
held: 2024-05-10
source: https://example.org/003-1
participants:
  水野: {name: 水野 汐, org: 川べり町, role: 土木課長}
sections:
  - heading: 橋をかける
    sections:
      - heading: "*渡し舟*のころ"
        turns:
          - 水野: |
              1. 橋ができる前は、渡し舟でした。
              - 朝の *一便* に乗りおくれると、<b>遅刻</b>します。
          - ―: 川の音。
"""
ENGLISH = """\
roundtable: 1
title: A talk
lang: en
sections:
  - heading: One
    turns:
      - Ruth: Three times?
"""


def quotation(text: str, turn: int) -> Quotation:
    loaded = load_text(text, id="003-1", path="003-1.yaml")
    assert loaded.transcript is not None
    found = loaded.transcript.turn(turn)
    assert found is not None
    return Quotation(loaded.transcript, Anchor("003-1", (), turn), found.text)


def test_a_turn_is_quoted_whole_with_who_says_it_and_where_it_is_from() -> None:
    text = citations("「舟」", [quotation(PIECE, 1)])
    assert text == (
        "# 「舟」\n"
        "\n"
        "- **水野**（水野 汐、川べり町 土木課長）\n"
        "\n"
        "  > 1\\. 橋ができる前は、渡し舟でした。\n"
        "  >\n"
        "  > \\- 朝の \\*一便\\* に乗りおくれると、\\<b>遅刻\\</b>します。\n"
        "\n"
        "  出典: 「橋の話①」、川べり座談会 第3回（全2回の1）、令和6年5月10日（2024年5月10日）、"
        "003-1:1 橋をかける › \\*渡し舟\\*のころ、<https://example.org/003-1>\n"
    )


def test_what_is_quoted_renders_as_exactly_the_words_of_the_turn() -> None:
    tokens = MarkdownIt("commonmark").parse(citations("x", [quotation(PIECE, 1), quotation(PIECE, 2)]))
    depth = 0
    said = []
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if depth and token.type == "inline":
            said.append("".join(child.content for child in token.children or ()))
    assert said == [
        "1. 橋ができる前は、渡し舟でした。",
        "- 朝の *一便* に乗りおくれると、<b>遅刻</b>します。",
        "川の音。",
    ]
    assert [token.type for token in tokens].count("list_item_open") == 2


def test_narration_has_no_speaker() -> None:
    assert "- > *川の音。*\n" in citations("x", [quotation(PIECE, 2)])


def test_a_piece_in_english_is_cited_in_english() -> None:
    text = citations("x", [quotation(ENGLISH, 1)])
    assert "- **Ruth**\n\n  > Three times?\n\n  Source: “A talk”, 003-1:1 One\n" in text


def test_a_heading_is_cited_as_what_it_is() -> None:
    piece = quotation(PIECE, 1).transcript
    text = citations("x", [Quotation(piece, Anchor("003-1", (1,)), "橋をかける", "見出し")])
    assert "- **見出し**\n\n  > 橋をかける\n" in text
    assert "003-1#1 橋をかける" in text


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    piece = quotation(PIECE, 1).transcript
    text = citations("\x1b[2J", [Quotation(piece, Anchor("003-1"), "a\x1b[31m", "x\x9b")])
    assert "\x1b" not in text
    assert "\x9b" not in text


def test_several_turns_of_a_piece_are_one_citation_each_under_its_speaker() -> None:
    first = quotation(PIECE, 1)
    turns = [first, Quotation(first.transcript, Anchor("003-1", turn=2), "川の音。")]
    text = citation([turns[0]._replace(text="渡し舟でした。"), turns[1]])
    assert text == (
        "**水野**（水野 汐、川べり町 土木課長）\n\n> 渡し舟でした。\n\n> *川の音。*\n\n"
        "出典: 「橋の話①」、川べり座談会 第3回（全2回の1）、令和6年5月10日（2024年5月10日）、"
        "003-1:1–2 橋をかける › \\*渡し舟\\*のころ、<https://example.org/003-1>\n"
    )


def test_a_citation_is_of_one_piece() -> None:
    for quotations in ([], [quotation(PIECE, 1), quotation(ENGLISH, 1)]):
        with pytest.raises(ValueError, match="one piece"):
            citation(quotations)


def test_a_reader_s_remark_stands_after_the_reference_and_apart_from_the_words() -> None:
    text = citations("しおり", [quotation(ENGLISH, 1)._replace(remark="ask *again*\nlater")])
    assert text.endswith("003-1:1 One\n\n  ask \\*again\\*\n\n  later\n")
