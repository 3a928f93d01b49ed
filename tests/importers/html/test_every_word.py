"""No word that a page shows is lost, invented or moved, whatever its elements do to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError
from roundtable_tui.importers.html import HtmlImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

    Lost = Callable[[str, Imported], Counter[str]]
    InOrder = Callable[[str, Imported], bool]

_FIELDS = re.compile(r"[:：/／※＊*()（）・―─—–\-－、,，.．0-9]")
"""Signs for which the fields of a file stand."""


class Bit(NamedTuple):
    """A piece of a page, and what of it is shown."""

    markup: str
    shown: str


PROSE = st.text("あいうえ山川紙箱ABé😀", min_size=1, max_size=20).map(lambda text: Bit(f"話{text}。", f"話{text}。"))
ENTITY = st.sampled_from(
    [Bit("&amp;", "&"), Bit("&#x7d19;", "紙"), Bit("&lt;p&gt;", "<p>"), Bit("1 < 2", "1<2"), Bit("&nbsp;", "")]
)
NAME = st.sampled_from(["青木", "田村", "司会", "一同", "長谷さん"]).map(lambda name: Bit(name, name))
UNSEEN = st.sampled_from(
    [
        "<!-- 隠 -->",
        "<script>隠</script>",
        "<style>隠</style>",
        "<rp>隠</rp>",
        "<hr>",
        "<br>",
        "\n",
        "<wbr>",
        "<img src=隠>",
    ]
).map(lambda markup: Bit(markup, ""))
WORDS = PROSE | ENTITY | NAME | UNSEEN


def around(
    name: str, inside: st.SearchStrategy[Bit], extra: str = "", *, closed: bool = True
) -> st.SearchStrategy[Bit]:
    end = f"</{name}>" if closed else ""
    return st.lists(inside, max_size=3).map(
        lambda bits: Bit(
            f"<{name}{extra}>{''.join(bit.markup for bit in bits)}{end}", "".join(bit.shown for bit in bits)
        )
    )


def any_of(names: str, inside: st.SearchStrategy[Bit]) -> st.SearchStrategy[Bit]:
    return st.one_of(
        *(
            around(name, inside, closed=closed)
            for name in names.split()
            for closed in (True, False)
            if closed or name in "p li"
        )
    )


INLINE = st.recursive(
    WORDS, lambda inner: any_of("b strong em a span ruby cite sup i small time button", inner), max_leaves=6
)
BLOCK = st.recursive(
    any_of("p h1 h2 h3 li dt dd figcaption blockquote td pre", INLINE),
    lambda inner: (
        any_of("div section article main aside nav footer ul dl table tr figure details blockquote form", inner)
        | around("div", inner, " class='sns-share'")
        | around("p", INLINE, " hidden")
    ),
    max_leaves=8,
)
TURN = st.builds(
    lambda name, text, form: Bit(
        form.format(name.markup, text.markup), name.shown + "：" * form.count("：") + text.shown
    ),
    NAME,
    PROSE,
    st.sampled_from(
        [
            "<p><b>{}</b>　{}</p>",
            "<p>{}<br>{}</p>",
            "<h3>{}</h3><p>{}",
            "<p><strong>{}：</strong>{}</p>",
            "<dt>{}<dd>{}",
        ]
    ),
)
PAGES = st.lists(TURN | BLOCK, min_size=2, max_size=8).map(
    lambda bits: Bit("".join(bit.markup for bit in bits), "".join(bit.shown for bit in bits))
)
STRAY = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(["</p>", "</div>", "<b>", "</table>", "<p>", "<li>", "</b>"])),
    max_size=4,
)


def check(page: Bit, lost: Lost, in_order: InOrder) -> None:
    try:
        imported = HtmlImporter().read(page.markup)
    except NotImportedError:
        return
    missing = {sign: times for sign, times in lost(page.shown, imported).items() if not _FIELDS.match(sign)}
    assert missing == {}
    assert in_order(page.shown, imported) or "sup" in page.markup or "ruby" in page.markup


@given(page=PAGES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_that_a_page_shows_is_in_the_transcript_or_set_aside(
    page: Bit, lost: Lost, in_order: InOrder
) -> None:
    check(page, lost, in_order)


@given(page=PAGES, strays=STRAY)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_is_lost_where_tags_are_missing_or_too_many(
    page: Bit, strays: list[tuple[int, str]], lost: Lost, in_order: InOrder
) -> None:
    markup = page.markup
    for place, tag in strays:
        cut = re.compile("[<>]").search(markup, place)  # between two tags, not within one
        at = len(markup) if cut is None else cut.start() + (cut[0] == ">")
        markup = markup[:at] + tag + markup[at:]
    check(Bit(markup, page.shown), lost, in_order)


@given(st.text(st.sampled_from("<>/pbrdivh1&;='\"!- \n青木：あ。"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_whatever_is_no_page_never_fails_in_another_way(text: str) -> None:
    try:
        HtmlImporter().read(f"<p>青木：紙。</p><p>田村：箱。</p><p>青木：紙。</p><p>田村：箱。</p>{text}")
    except NotImportedError:
        pytest.fail("the talk before it was not read")
