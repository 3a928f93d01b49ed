r"""How one text is written in YAML 1.1 and 1.2 so that both read back exactly that text.

Plain where every reader takes it for text, a `|` block where it has lines to lay out and nothing that a block cannot
hold, double quotes with escapes everywhere else.
"""

from __future__ import annotations

import re

_NOT_LITERAL = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What must be escaped: not printable in YAML (5.1), a line break other than LF (YAML 1.1: NEL, LS, PS), a byte order
mark, or a bidirectional control, which YAML could hold but which would show the editor another order than the file has.
"""

_SURROGATE = re.compile("[\ud800-\udfff]")

_OTHER_TYPES = re.compile(
    r"""  (?: y | n | yes | no | on | off | true | false | null | ~ | << | = )  # YAML 1.1: bool, null, merge, value
    | [-+]? (?: 0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-f_]+ )                                    # int in base 2, 8, 16
    | [-+]? (?: [0-9][0-9_,]* (?:\.[0-9_]*)? | \.[0-9_]+ ) (?:e[-+]?[0-9]+)?              # int and float
    | [-+]? [0-9][0-9_]* (?: :[0-5]?[0-9])+ (?:\.[0-9_]*)?                                # base 60: 12:30
    | [-+]? \.inf | \.nan
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: (?:t|[\ \t]+) [0-9:.]+ [\ \t]* (?:z|[-+][0-9:]+)? )?  # timestamp
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Plain scalars that some reader would not take for text."""

_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_ESCAPES = {
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    '"': '\\"',
    "\\": "\\\\",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_TO_ESCAPE = re.compile(f'["\\\\\t\n]|{_NOT_LITERAL.pattern}')


def plain(text: str, *, flow: bool = False) -> bool:
    """Return whether `text` may stand without quotes; `flow` says that it stands inside `[…]` or `{…}`."""
    if not text or text[0] in " \t" or text[-1] in " \t:" or text[0] in _INDICATORS:
        return False
    if text[0] in "-?:" and (len(text) == 1 or text[1] in " \t-?:,[]{}"):
        return False
    if ": " in text or " #" in text or "\t" in text or "\n" in text or text.startswith("..."):
        return False
    if flow and (re.search(r"[,\[\]{}?]|:[,\[\]{}]", text) or text[0] == ":"):
        return False
    return not _NOT_LITERAL.search(text) and not _OTHER_TYPES.fullmatch(text)


def inline(text: str, *, flow: bool = False) -> str:
    """Return `text` on one line, quoted only where it has to be; `flow` as for `plain`."""
    return text if plain(text, flow=flow) else quoted(text)


def quoted(text: str) -> str:
    """Return `text` in double quotes on one line.

    Raises ValueError for a lone surrogate, which no YAML file can hold.
    """
    return f'"{_escaped(text)}"'


def lines(text: str, indent: int) -> list[str]:
    """Return `text` as a scalar that lays its lines out below its key: the first string follows the key.

    The other strings are whole lines, indented by `indent` spaces. A `|` block where one can hold the text, else
    double quotes with one line of the text to a line. A `|` block ends with a line break that `text` does not have.
    """
    if _fits_a_block(text):
        return ["|", *(" " * indent + line if line else "" for line in text.split("\n"))]
    first, *rest = text.split("\n")
    written = [f'"{_escaped(first)}']
    for line in rest:
        written[-1] += "\\n\\"
        # White space at the start of a continued line is not content unless it is escaped.
        written.append(" " * indent + ("\\" if line[:1] == " " else "") + _escaped(line))
    written[-1] += '"'
    return written


def comment(text: str) -> str:
    """Return `text` as one line of a comment: what could end the line or is not printable stands as an escape."""
    return "# " + re.sub(f"[\t\n]|{_NOT_LITERAL.pattern}|{_SURROGATE.pattern}", lambda found: _escape(found[0]), text)


def _fits_a_block(text: str) -> bool:
    """Return whether `|` holds `text` so that neither YAML nor an editor that trims lines would change it."""
    rows = text.split("\n")
    if not text or not rows[0] or not rows[-1]:
        return False
    return not _NOT_LITERAL.search(text) and all(row == row.strip(" \t") for row in rows)


def _escaped(text: str) -> str:
    lone = _SURROGATE.search(text)
    if lone:
        raise ValueError(f"character {lone.start() + 1} is half of a surrogate pair, which no file can hold: {text!r}")
    return _TO_ESCAPE.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return _ESCAPES.get(character) or (
        f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    )
