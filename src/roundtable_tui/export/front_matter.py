"""The YAML front matter of an exported Markdown file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.export.visible import with_unsafe_replaced
from roundtable_tui.text.safe import display

if TYPE_CHECKING:
    from roundtable_tui.export.selection import Selection

_FENCE = "---"
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\ufeff": r"\ufeff"})
"""What a double-quoted scalar cannot hold as it is; U+FEFF would be taken for a byte order mark."""


def front_matter(selection: Selection) -> str:
    """Return the front matter with its fences and a line break at the end; a field that is not there has no line.

    All text is double-quoted (YAML 1.2, section 7.3.1), so that `no`, `012`, `2021-11-10` and `a: b` stay text.
    """
    lines = [_FENCE]
    for key, value in _fields(selection).items():
        if isinstance(value, int):
            lines.append(f"{key}: {value}")
        elif isinstance(value, str):
            lines.append(f"{key}: {quoted(value)}")
        else:
            lines += [f"{key}:", *(f"  - {quoted(item)}" for item in value)]
    return "\n".join([*lines, _FENCE, ""])


def quoted(text: str) -> str:
    r"""Return `text` as a YAML double-quoted scalar on one line, which is a JSON string too, but for astral escapes.

    Unsafe code points (see `text.safe`) are escaped (`\u001b`, `\U000e0041`), so that they read back; half a surrogate
    pair, which YAML cannot hold, becomes the visible mark for it.
    """
    return f'"{with_unsafe_replaced(text.translate(_ESCAPES), _escape)}"'


def _escape(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return display(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _fields(selection: Selection) -> dict[str, str | int | tuple[str, ...]]:
    transcript = selection.transcript
    fields: dict[str, str | int | tuple[str, ...] | None] = {
        "title": transcript.title,
        "subtitle": transcript.subtitle,
        "series": transcript.series,
        "publication": transcript.publication,
        "issue": transcript.issue,
        "part": transcript.part,
        "parts": transcript.parts,
        "held": transcript.held,
        "held_label": transcript.held_label,
        "published": transcript.published,
        "lang": transcript.lang,
        "section": selection.headings,
        "anchor": str(selection.anchor),
        "excerpt": selection.only,
        "source": transcript.source,
        "licence": transcript.licence,
        "tags": transcript.tags if selection.whole else (),
        "names": None if selection.names else "left out",
    }
    return {key: value for key, value in fields.items() if value not in (None, "", ())}
