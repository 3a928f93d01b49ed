"""Where a heading may be broken: at the end of a phrase (文節), so that no word and no particle is torn from its noun.

A heading is read at a glance, and a line of it that ends in 残って with いた on the next is stumbled over. There is no
dictionary here: a phrase of Japanese mostly ends where hiragana end, because particles and endings are hiragana and
what begins a phrase mostly is not. The rest are a few particles before more hiragana, brackets and punctuation.
A phrase ends only where a line may end by UAX #14, which also lets ~ and ～ start one. One that is found too long costs
no more than a shorter line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from roundtable_tui.text import cells as width_of
from roundtable_tui.text.breaks import may_break
from roundtable_tui.text.graphemes import is_boundary
from roundtable_tui.text.wrap import trimmed, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Lines = list[tuple[int, int]]

_OPEN = r"「『（【〔《〈［｛“‘(\["
_CLOSE = r"」』）】〕》〉］｝”’)\]"
_STOP = "、。，．！？!?…‥―—：:；;~～〜|／　 "
_HIRAGANA = "ぁ-ゖゝゞ"
_OTHER = "々〇一-鿿㐀-䶿ァ-ヺー0-9A-Za-z０-９Ａ-Ｚａ-ｚ"
_KANJI = "々〇一-鿿㐀-䶿"
_STEM = "いきぎしじちびみりえけげせてねべめれ"
"""What a verb ends in when a second one, or a noun, is joined to it: 引き継ぎ, 打ち合わせ, 言い方."""
_BEGINS = (
    # behind punctuation, and before an opening bracket that no bracket opens before
    rf"(?<=[{_STOP}])(?=[^{_STOP}{_CLOSE}])|(?<=[^{_OPEN}{_STOP}])(?=[{_OPEN}~])"
    # behind a closing bracket, unless a particle or an ending follows
    rf"|(?<=[{_CLOSE}])(?=[{_OTHER}])"
    # where hiragana end; お知らせ and ご案内 are words, and so are 引っ越し, 書き直し and 茶わん蒸し
    rf"|(?<=[{_HIRAGANA}])(?<![おごっん])(?<![{_KANJI}][{_STEM}])(?=[{_OTHER}])"
    rf"|(?<=[{_KANJI}][{_STEM}])(?=[{_OTHER}])(?![{_KANJI}])"
    rf"|(?<=[のをにはがでともへや])(?=[おご][{_OTHER}])"
    # whoever asks or points begins anew
    rf"|(?<=[のをにはがでとも])(?=だれ|どこ|どう|どの|どれ|なぜ|なに|いつ|その|この|あの|それ|これ)"
    # を and particles behind a noun, before hiragana that go on with neither a particle nor a verb's ending (上がる)
    rf"|(?<=を)(?=[{_HIRAGANA}])"
    rf"|(?<=[{_OTHER}{_CLOSE}][のはにへ])(?=[{_HIRAGANA}])(?![はがもをのにでとへかだなよねさじやず])"
    rf"|(?<=[{_OTHER}{_CLOSE}][がも])(?=[{_HIRAGANA}])(?![らりるれろっはをのとなかよねしさ])"
    rf"|(?<=[{_OTHER}{_CLOSE}][でと])(?=[{_HIRAGANA}])(?![るれたてはもをのかきすいうさしとなにじや])"
    rf"|(?<=[のには]は)(?=[{_HIRAGANA}])(?![なじ])|(?<=[にで]は)(?=[{_HIRAGANA}])(?![な])"
)


@cache
def _begins() -> re.Pattern[str]:
    """Return what finds the beginnings of phrases, compiled when the first heading has to be broken."""
    return re.compile(_BEGINS)


@cache
def _subtitle() -> re.Pattern[str]:
    """Return what finds a subtitle set in wave dashes behind a title: the first of them opens, as a bracket does."""
    return re.compile(rf"(?<=[{_HIRAGANA}{_OTHER}{_CLOSE}！？!?])[~～][^~～\s][^~～]*[~～]\Z")


def phrases(text: str) -> Lines:
    """Return the phrases of `text` as [start, end) offsets (code points) that cover it without a gap.

    Latin words are phrases; white space belongs to the phrase before it. An empty text has none.
    """
    found = {match.start() for match in _begins().finditer(text)}
    ends = {at for at in found if 0 < at < len(text) and may_break(text, at) and is_boundary(text, at)}
    if (subtitle := _subtitle().search(text)) and subtitle.start():
        ends = {*ends, subtitle.start()} - {subtitle.start() + 1}
    begins = [0, *sorted(ends)]
    return [(start, end) for start, end in zip(begins, [*begins[1:], len(text)], strict=True) if start < end]


def wrap_heading(text: str, cells: int) -> Lines:
    """Return the lines of a heading as `wrap` does, without hanging, broken between phrases as far as they fit.

    There are as few lines as that takes, and they are as even as that allows: no last line of two characters. Where
    phrases would cost two lines more than `wrap` needs, the lines are those of `wrap`.
    """
    plain = wrap(text, cells, hang=False)
    if len(plain) == 1:
        return plain
    parts = phrases(text)
    lines = _packed(text, parts, cells)
    if len(lines) > len(plain) + 1:
        return plain
    return _even(text, parts, cells, lines)


def _cells(text: str, start: int, end: int) -> int:
    start, end = trimmed(text, start, end)
    return width_of.width(text[start:end])


def _packed(text: str, parts: Sequence[tuple[int, int]], cells: int) -> Lines:
    """Return lines of as many whole phrases as `cells` hold; a phrase that is longer than a line is wrapped."""
    lines: Lines = []
    for start, end in parts:
        if lines and _cells(text, lines[-1][0], end) <= cells:
            lines[-1] = (lines[-1][0], end)
        elif _cells(text, start, end) <= cells:
            lines.append((start, end))
        else:
            lines.extend(_within(text, start, end, cells))
    return lines


def _within(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    for first, last in wrap(text[start:end], cells, hang=False):
        yield start + first, start + last


def _even(text: str, parts: Sequence[tuple[int, int]], cells: int, lines: Lines) -> Lines:
    """Return as many lines as `lines`, packed into the fewest cells that still hold them and every phrase whole."""
    least = max(_cells(text, start, end) for start, end in parts)
    while least < cells:
        middle = (least + cells) // 2
        tried = _packed(text, parts, middle)
        if len(tried) <= len(lines):
            lines, cells = tried, middle
        else:
            least = middle + 1
    return lines
