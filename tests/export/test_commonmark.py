from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roundtable_tui.export import commonmark
from roundtable_tui.export.visible import visible

# What CommonMark acts on is rare among all code points: give it, and Japanese, a fair chance besides.
MARKS = "\\`*_{}[]()<>#+-.!&;:|~=\"'/ \t\u3000\xa0\u2003\ufeff\u200b\u00ad0129aAzé漢かー「」（）。、：＊"
LINE_CHARACTERS = st.characters(exclude_characters="\n")
WORDS = st.sampled_from(
    [
        "&amp;",
        "&#32;",
        "&#x3000;",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<https://a.b>",
        "](",
        "[a]: /b",
        "![",
        "[a](",
        "[a](/b)",
        "**",
        "__",
        "```",
        "~~~",
        "~~",
        "---",
        "***",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "12) ",
        "> ",
        "# ",
        "    ",
        " #",
        "\\",
        "漢字",
        "かな。",
        "word",
    ]
)
LINES = st.one_of(
    st.text(LINE_CHARACTERS, min_size=1, max_size=30),
    st.text(st.sampled_from(MARKS), min_size=1, max_size=14),
    st.lists(st.one_of(WORDS, st.text(st.sampled_from(MARKS), max_size=2)), min_size=1, max_size=6)
    .map("".join)
    .filter(bool),
)
# GitHub's additions act on more than CommonMark does; neither may change a word.
PARSERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))


def spans(source: str, parser: MarkdownIt) -> list[tuple[str, ...]]:
    """Return the types of the block tokens, then those of the inline tokens and their text."""
    tokens = parser.parse(source)
    found: list[tuple[str, ...]] = []
    for token in tokens:
        found.append((token.type, token.tag))
        for child in token.children or ():
            if child.type == "text" and found[-1][0] == "text":
                found[-1] = ("text", found[-1][1] + child.content)
            elif child.type != "text" or child.content:
                found.append((child.type, child.content))
    return found


def only_text(tag: str, text: str, inside: str = "") -> list[tuple[str, ...]]:
    """Return the spans of a block of `tag` that holds `text` and nothing else, inside one inline element."""
    kind = "heading" if tag.startswith("h") else "paragraph"
    inner = [("text", text)]
    if inside:
        inner = [(f"{inside}_open", ""), *inner, (f"{inside}_close", "")]
    return [(f"{kind}_open", tag), ("inline", ""), *inner, (f"{kind}_close", tag)]


@settings(max_examples=1500, deadline=None)
@given(LINES)
@example("\u3000全角の字下げ\u3000")
@example("a\\")
@example("a\\ ")
@example("[a]: b")
@example("[a]: <b> 'c'")
@example("2021. 11")
@example("[a](b)")
@example("![a](b 'c')")
@example("[笑](<b>)")
@example("- - -")
@example("* * *")
@example("_ _ _")
@example("`a` ``b``")
@example("<a@b.c> <!x> <?y> </z> <![CDATA[ ]]>")
@example("&copy; &#0; &#x110000; &nosuch;")
@example("a  ")
@example("\ufeff# a")
@example("~半角の波~と~もう一つ~")
@example("~~消される~~")
@example("| a | b |")
@example("--")
@example("- -")
def test_a_paragraph_renders_as_exactly_its_text(text: str) -> None:
    text = visible(text)
    for parser in PARSERS:
        assert spans(commonmark.paragraph(text), parser) == only_text("p", text)
        # After anything and before anything that an export puts around it.
        around = f"- x\n\n{commonmark.paragraph(text)}\n\n*y*\n\n> {commonmark.paragraph(text)}\n\n---\n"
        inner = [found for found in spans(around, parser) if found[0] == "text"]
        assert inner == [("text", "x"), ("text", text), ("text", "y"), ("text", text)]
        item = [found for found in spans(f"- {commonmark.paragraph(text)}\n", parser) if found[0] == "text"]
        assert item == [("text", text)]


@settings(max_examples=1000, deadline=None)
@given(LINES)
@example("宮坂:")
@example("（編集部）")
@example("「")
@example(" a ")
@example("*")
@example("\\")
@example("a*")
@example("_a_")
def test_bold_and_italics_are_what_they_say_whatever_the_text(text: str) -> None:
    text = visible(text)
    for parser in PARSERS:
        assert spans(commonmark.strong(text), parser) == only_text("p", text, "strong")
        assert spans(commonmark.emphasis_paragraph(text), parser) == only_text("p", text, "em")
        item = spans(f"- {commonmark.strong(text)}: x", parser)
        assert item[2:-2] == [
            ("paragraph_open", "p"),
            *only_text("p", text, "strong")[1:-1],
            ("text", ": x"),
            ("paragraph_close", "p"),
        ]


@settings(max_examples=1000, deadline=None)
@given(LINES, st.integers(1, 9))
@example("見出し #", 2)
@example("#", 2)
@example("# #", 2)
@example("\\#", 2)
@example("a\n\nb", 2)
def test_a_heading_renders_as_exactly_its_text(text: str, level: int) -> None:
    text = visible(text)
    for parser in PARSERS:
        assert spans(commonmark.heading(level, text), parser) == only_text(f"h{min(level, 6)}", text)


@settings(max_examples=500, deadline=None)
@given(LINES, LINES)
def test_phrases_side_by_side_do_not_pair_up(one: str, other: str) -> None:
    one, other = visible(one), visible(other)
    for parser in PARSERS:
        assert spans(f"x {commonmark.phrase(one)}: {commonmark.phrase(other)} y", parser) == only_text(
            "p", f"x {one}: {other} y"
        )


@pytest.mark.parametrize(
    "label",
    [
        "宮坂",
        "宮坂:",
        "宮坂：",
        "（宮坂）",
        "「宮坂」",
        "(宮坂)",
        "[宮坂]",
        "宮坂。",
        "A&B",
        "R_D_",
        "*",
        "宮坂\u3000",
        "O'Neil!",
    ],
)
def test_a_label_is_bold_whatever_it_ends_with(label: str) -> None:
    html = MarkdownIt("commonmark").render(f"{commonmark.strong(label)}\n\nテレワークは、できていますか。\n")
    shown = label.replace("&", "&amp;")
    assert html == f"<p><strong>{shown}</strong></p>\n<p>テレワークは、できていますか。</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "テレワークについて伺ってみたいのですが、かなりできていますか。",
        "紙の束は5 * 3で15、約10~20cm。R&Dとsnake_case、AT&T、3 < 5 > 2、C:\\Users\\me、[笑]、#1、1.5倍!",
        "“Well,” she said—half joking (as usual)—“it's 5-10% at most; e.g. a_b #3, or isn't it?”",
        "-5度でした。",
        "2021.11.10に始めた。",
        "#タグ",
        "…――それで？",
    ],
)
def test_ordinary_text_is_not_escaped(text: str) -> None:
    assert commonmark.paragraph(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u3000字下げ\u3000", "&#x3000;字下げ&#x3000;"),
        (" \ta", "&#32;&#9;a"),
        ("\ufeffa", "&#xFEFF;a"),  # parsers in JavaScript strip it
        ("~~消す~~", "\\~\\~消す\\~\\~"),
        ("~副題~", "\\~副題\\~"),  # GitHub strikes out between single ones too
        ("10~20", "10~20"),
        ("[a](b)", "[a\\](b)"),
        ("1. 紙", "1\\. 紙"),
        ("# 紙", "\\# 紙"),
        ("---", "\\---"),
        ("--", "\\--"),  # behind a bullet it is a rule
    ],
)
def test_what_a_parser_would_act_on_is_escaped_once(text: str, written: str) -> None:
    assert commonmark.paragraph(text) == written


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.jp/n/n000?a=1&b=%E3%81%82#x", "<https://example.jp/n/n000?a=1&b=%E3%81%82#x>"),
        ("広報誌 *12* 号", "広報誌 \\*12\\* 号"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://例え.jp/", "https://例え.jp/"),
        ("https://a.b/<c>", "https://a.b/\\<c>"),
    ],
)
def test_only_a_web_address_becomes_a_link(url: str, written: str) -> None:
    assert commonmark.link(url) == written


def test_the_link_leads_where_the_source_says() -> None:
    url = "https://example.jp/n/n000?a=1&b=%E3%81%82&copy=2#x_y_z"
    (inline,) = (token for token in MarkdownIt("commonmark").parse(commonmark.link(url)) if token.type == "inline")
    assert inline.children is not None
    assert inline.children[0].attrs["href"] == url
