"""One speech as Japanese minutes print it: `○山田委員長　これより会議を開きます。` and the lines below."""

from __future__ import annotations

import re

_LABEL = re.compile(r"\s*[○◯〇●◆◎]\s*(?P<label>[^\s　]{1,60}(?:[（(][^（）()\n]{1,40}[）)])?)[\s　]+")
_NARRATED = re.compile(r"[〔［\[].*[〕］\]]|[（(][^（）()]*[）)]|[―─—–━\-=＝◇◆○\s　]{3,}")


def split_speech(words: str, speaker: str) -> tuple[str, list[tuple[bool, str]]]:
    """Return the label as printed and the parts of a speech: whether each is narration, and its text.

    `speaker` is who the source says speaks: where no label begins the speech, it may begin with the name alone. What is
    spoken keeps a paragraph a line; a rule, and what stands in brackets on a line of its own, is narration.
    """
    found = _LABEL.match(words)
    label, rest = (found["label"], words[found.end() :]) if found else ("", words)
    parts: list[tuple[bool, list[str]]] = []
    for line in filter(None, map(_stripped, rest.splitlines())):
        narrated = bool(_NARRATED.fullmatch(line))
        if not parts or narrated or parts[-1][0]:
            parts.append((narrated, []))
        parts[-1][1].append(line)
    return label or speaker, [(narrated, "\n".join(lines)) for narrated, lines in parts]


def _stripped(line: str) -> str:
    return line.strip(" \t\r\u3000")
