"""What the text of a cue says and who says it: voice tags, other tags, character references (WebVTT, 4.2.2 and 6.4)."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s+(?P<name>[^<>]*))?>|</v\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:c|i|b|u|s|em|strong|lang|font|span)(?:[.\s][^<>]*)?>|<[0-9]+(?::[0-9]+)+(?:[.,][0-9]+)?>|\{\\[a-z]+[^{}]*\}|\{[biu]\}",
    re.IGNORECASE,
)
_RUBY = re.compile(
    r"<rt(?:\.[^<>]*)?>(?P<reading>.*?)(?:</rt>|(?=</ruby>)|$)|</?ruby(?:\.[^<>]*)?>|</?rp>", re.IGNORECASE
)


class Piece(NamedTuple):
    """A part of a cue's line: `voice` names its speaker, None where no voice tag is open."""

    voice: str | None
    text: str


def pieces_of(line: str, voice: str | None = None) -> list[Piece]:
    """Return the parts of a line of a cue by voice, without markup; `voice` is the one open from the line before.

    A voice tag ends with `</v>`, with the next voice tag, or with the cue. A ruby text follows its base in brackets.
    """
    found: list[Piece] = []
    start = 0
    for tag in _VOICE.finditer(line):
        _add(found, voice, line[start : tag.start()])
        voice = None if tag["name"] is None else " ".join(unescape(tag["name"]).split())
        start = tag.end()
    _add(found, voice, line[start:])
    return found


def open_voice(line: str, voice: str | None) -> str | None:
    """Return whose voice tag is open at the end of `line`, where `voice` was open at its beginning."""
    for tag in _VOICE.finditer(line):
        voice = None if tag["name"] is None else " ".join(unescape(tag["name"]).split())
    return voice


def _add(found: list[Piece], voice: str | None, markup: str) -> None:
    text = _RUBY.sub(lambda ruby: f"（{ruby['reading']}）" if ruby["reading"] else "", _TAG.sub("", markup))
    text = unescape(text).replace("\u00a0", " ").strip()
    if text:
        found.append(Piece(voice, text))
