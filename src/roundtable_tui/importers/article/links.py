"""The other parts of the piece and other pieces: 全2回, 前半はこちら, 直近のバックナンバー."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import composed
from roundtable_tui.importers.numerals import NUMBER, number
from roundtable_tui.model import Link

if TYPE_CHECKING:
    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

_HERE = re.compile(r"[^。、!！\s※＊*→⇒▶►>＞(（「]*(?:は|へは|を読む場合は)(?:こちら|コチラ)(?:から)?")
_BEFORE = re.compile(r"前|上編|上巻|[(（]上[)）]|第[1１一]回|①")
_AFTER = re.compile(r"後|次|続|下編|下巻|[(（]下[)）]")
_OF = re.compile(rf"全\s*({NUMBER})\s*[回話部編]")
_SENTENCE_OF = re.compile(rf"[^。!！※＊*]*全\s*{NUMBER}\s*[回話部編][^。!！]*[。!！]?")
_LONGEST = 120
"""The longest line, in code points, that can be nothing but links."""

_ADDRESS = re.compile(r"https?://[^\s「」()（）]+")
_BACK_NUMBERS = re.compile(r".{0,20}(?:バックナンバー|back numbers?|過去の記事).{0,12}", re.IGNORECASE)


def parts_in(text: str) -> int | None:
    """Return how many parts `text` says there are (全2回), None where it does not."""
    found = _OF.search(text)
    return number(found[1]) or None if found else None


def take_links(line: Line, draft: Draft) -> bool:
    """Read how many parts there are and the links to those before and after; return whether `line` says no more.

    The title of a link is as printed. A line that says more than the titles is set aside as printed.
    """
    if len(line.text) > _LONGEST:
        return False
    heres = [found[0] for found in _HERE.finditer(line.text)]
    parts = parts_in(line.text)
    rest = _SENTENCE_OF.sub("", _HERE.sub("", line.text)) if heres or parts is not None else line.text
    if re.search(r"\w", rest):
        return False
    read = []
    if parts is not None and draft.parts is None:
        draft.parts = parts
        read.append(f"parts: {parts}")
    for title in heres:
        if _BEFORE.search(title) and draft.previous is None:
            draft.previous = Link(title=title, url=line.marks.url)
            read.append("previous")
        elif _AFTER.search(title) and draft.next is None:
            draft.next = Link(title=title, url=line.marks.url)
            read.append("next")
    whole = [title for title in heres if title == line.text]
    if not whole or not read:
        draft.report.set_aside(
            line, f"read as {' and '.join(read)}" if read else "a link whose address is not in the text"
        )
    return True


def is_back_numbers(text: str) -> bool:
    """Return whether `text` is a link to back numbers, or the heading of some."""
    return bool(_BACK_NUMBERS.fullmatch(composed(text))) and "。" not in text


def back_number(line: Line) -> Link:
    """Return the link that `line` is or prints: its title, and its address where there is one."""
    text = line.text
    if line.marks.url:
        return Link(title=text, url=line.marks.url)
    address = _ADDRESS.search(text)
    if address is None:
        return Link(title=text)
    return Link(title=(text[: address.start()] + text[address.end() :]).strip(), url=address[0])
