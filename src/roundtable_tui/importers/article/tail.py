"""What stands behind the talk: a closing notice, credits, links to other pieces, the rest of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.furniture import is_rule
from roundtable_tui.importers.article.hits import looks_like_turn
from roundtable_tui.importers.article.links import back_number, is_back_numbers
from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.article.takers import take
from roundtable_tui.importers.article.talk import is_bracketed, told
from roundtable_tui.importers.lines import blocks, ends_as_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.article.talk import Talk
    from roundtable_tui.importers.lines import Line

NOTICE = re.compile(r"次回|次号|お楽しみ|今後も|本取組|この取組|ご期待|ご覧|お読み|つづく|に続く|ご意見|お問い?合わせ")


def read_tail(lines: Sequence[Line], talk: Talk, draft: Draft, *, apart: bool) -> None:
    """Put `lines`, all that stands behind the block of the last turn, into the draft.

    `apart` says that a block there cannot be the last speaker going on.
    """
    ended = listing = False
    for block in blocks(lines):
        telling = False
        for line in block:
            said = told(line)
            if line.marks.figure is not None and not ended:
                talk.show(line, line.marks.figure)
            elif said is not None and not ended:
                talk.narrate(line, said)
                apart = telling = True
            elif telling and talk.current is not None:
                talk.current.paragraphs.append(line.text)
                draft.report.doubt(line, "stands right below a narration; read as more of it")
            elif take(line, draft):
                # A rule or a note may stand between the talk and the closing notice.
                ended, listing = ended or not (is_note(line.text) or is_rule(line.text)), False
            elif line.marks.depth:
                draft.report.set_aside(line, "a heading behind the talk")
                ended, listing = True, is_back_numbers(line.text)
            elif is_back_numbers(line.text) or (listing and not line.first):
                draft.back_numbers.append(back_number(line))
                ended = listing = True
            elif is_bracketed(line.text) and not ended:
                talk.narrate(line, line.text)
            elif looks_like_turn(line.text) and not ended and not NOTICE.search(line.text):
                talk.narrate(line, line.text)
                draft.report.doubt(line, "begins as a turn does, but with no participant's name; read as narration")
                apart = True
            elif line.marks.figure is not None or ended or not ends_as_prose(line.text):
                draft.report.set_aside(line, "stands behind the talk and fits no field")
            else:
                _close_or_go_on(line, talk, draft, apart=apart)


def _close_or_go_on(line: Line, talk: Talk, draft: Draft, *, apart: bool) -> None:
    """Take `line` for the closing notice, or for the last speaker going on where turns are printed like that."""
    current = talk.current
    if draft.closing or apart or NOTICE.search(line.text) or current is None or current.voice is None:
        draft.closing.append(line.text)
        narrated = current is not None and current.voice is None
        if not (narrated or (apart and NOTICE.search(line.text))) and len(draft.closing) == 1:
            draft.report.doubt(line, "read as the closing notice; it may be the last speaker going on")
    else:
        current.paragraphs.append(line.text)
        draft.report.doubt(line, f"read as the next paragraph of {current.voice.name}; it may be a closing notice")
