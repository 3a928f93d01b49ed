"""Words taken from the middle of a piece as plain text in which nobody can be given what somebody else said.

One passage alone is its words. Where there are several, each speech begins with the label of its speaker, heading,
narration and figure are marked as what they are, and an empty line parts each from the next: so only the paragraphs of
one turn stand line under line, and whose they are stands before the first. A rule parts the talk from what is printed
before and after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from roundtable_tui.model import NARRATION, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.export.words import Words

Kind = Literal["heading", "speech", "narration", "figure", "other"]

HEADING = "■ "
"""What a heading begins with among turns."""

UNKNOWN = "？"
"""The label of a speech that has none: nothing, before its words, would leave them to whoever spoke before."""


class Passage(NamedTuple):
    """Words that stand together in a piece: all of a turn or a part of it, a heading, or what is `other` than talk."""

    kind: Kind
    text: str
    label: str = ""


def excerpt(passages: Iterable[Passage], words: Words) -> str:
    r"""Return `passages`, in the order of the piece, as text in which every paragraph is one line.

    `words` are those of the piece's language.
    """
    several = [passage for passage in passages if passage.text.strip("\n")]
    if len(several) == 1:
        return "\n".join(_paragraphs(several[0].text))
    blocks: list[str] = []
    before = None
    for passage in several:
        talk = passage.kind != "other"
        if before is not None and talk != before:
            blocks.append(NARRATION * 4)
        before = talk
        blocks.append(_marked(passage, words))
    return "\n\n".join(blocks)


def _marked(passage: Passage, words: Words) -> str:
    paragraphs = _paragraphs(passage.text)
    match passage.kind:
        case "speech":
            label = passage.label.replace("\n", " ") or UNKNOWN
            paragraphs[0] = words.spoken.format(label=label, text=paragraphs[0])
        case "heading":
            paragraphs = [HEADING + " ".join(paragraphs)]
        case "narration":
            paragraphs = [NARRATION + paragraph for paragraph in paragraphs]
        case "figure":
            paragraphs = [f"[{words.figure}: {paragraph}]" for paragraph in paragraphs]
    return "\n".join(paragraphs)


def _paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs_of(text)]
