"""The published article that lies beside the project, as pages of several makers: each is read as its text is."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from roundtable_tui.importers import decode, importer_named, recognise
from roundtable_tui.source.write import dump

FOLDER = Path(__file__).parents[3].parent / "shared" / "articles"
ARTICLES = sorted(FOLDER.glob("000_*.txt"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason="../shared/articles, which is no part of the project, is missing")

TURNS = {
    "breaks": "<p><strong>{label}</strong><br>{first}</p>",
    "paragraphs": "<p><strong>{label}</strong></p><p>{first}</p>",
    "beside": "<p><strong>{label}：</strong>{first}</p>",
    "boxes": '<div class="talk"><div class="name">{label}</div><div class="text"><p>{first}</p></div></div>',
    "headings": "<h4>{label}</h4><p>{first}</p>",
    "terms": "<dl><dt>{label}<dd>{first}</dl>",
}


def page(text: str, turn: str) -> str:
    """Return `text` as a page; a block that begins with a speaker's label becomes `turn`."""
    blocks = [[escape(line) for line in block.split("\n") if line] for block in text.split("\n\n")]
    labels = {"宮坂", "梅原", "都デジタルサービス局戦略部長:深井"}
    out = [
        "<!doctype html><title>窓</title><header><a href='/'>家</a><button>ログイン</button></header><main><article>"
    ]
    above = [place for place in range(len(blocks) - 1) if blocks[place + 1][0] in labels]
    for place, block in enumerate(blocks):
        if place == 1:
            out.append(f"<h1>{block[0]}</h1>")
        elif block[0] in labels:
            out.append(turn.format(label=block[0], first="</p><p>".join(block[1:])))
        elif len(block) == 1 and place in above and len(block[0]) < 20:
            out.append(f"<h3>{block[0]}</h3>")
        elif len(block) == 1 and place + 1 in above and len(block[0]) < 20:
            out.append(f"<h2>{block[0]}</h2>")
        else:
            out.append(f"<p>{'<br>'.join(block)}</p>")
    return "\n".join(
        [*out, "</article><section><h2>コメント</h2><p>いいですね。</p></section></main><footer>足</footer>"]
    )


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_the_article_as_a_page_is_read_as_its_text(turn: str) -> None:
    text = decode(ARTICLES[0].read_bytes()).text
    source = page(text, turn)
    assert recognise(source).name == "html"
    imported = recognise(source).read(source)
    assert dump(imported.transcript) == dump(importer_named("article").read(text).transcript)
    assert imported.doubts == ()
