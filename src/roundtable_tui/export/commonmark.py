"""Escaping for CommonMark 0.31: text that renders as itself, with as few backslashes as that takes."""

from __future__ import annotations

import re

# Patterns, which `re` compiles when a text first needs them.
_RUN_OR_MARK = r"`+|~+|\*+|_+|[\\<&\]\n]"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"
_OPENS_TAG = "<[A-Za-z/!?]"
_OPENS_BLOCK = (
    r"#{1,6}(?:[ \t]|$)"  # ATX heading
    r"|>"  # block quote
    r"|[-+](?:[ \t]|$)"  # bullet list (an asterisk is escaped wherever it stands)
    r"|-[ \t]*(?:-[ \t]*)+$"  # thematic break, for which two hyphens are enough behind that of a bullet
    r"|[0-9]{1,9}(?P<dot>[.)])(?:[ \t]|$)"  # ordered list
    r"|\[(?=.*\]:)"  # link reference definition
)
_WHITE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What a CommonMark parser, or one laxer than the specification, strips from the ends of a paragraph."""

_BLANK = " \t\u3000\xa0"
_CLOSING_HASHES = r"(?:^|(?<=[ \t]))#+$"


def paragraph(text: str) -> str:
    """Return the Markdown of a paragraph of its own that renders as exactly `text`, which holds no line break."""
    return _escaped(text, begins_line=True, alone=True)


def phrase(text: str) -> str:
    """Return Markdown that renders as exactly `text` anywhere inside a line, whatever stands around it.

    A line break in `text` becomes the reference `&#10;`.
    """
    return _escaped(text, begins_line=False, alone=False)


def strong(text: str) -> str:
    """Return `text` in bold; what follows on the line has to be white space or punctuation, or nothing.

    CommonMark lets `**` close only where no letter follows a punctuation mark before it: `**宮坂:**テ` is not bold.
    The text's own white space at its ends becomes references, so that `**` always stands at ink.
    """
    return f"**{phrase(text)}**" if text else ""


def emphasis_paragraph(text: str) -> str:
    """Return a paragraph of its own that renders as exactly `text` in italics.

    Both asterisks stand at an end of the line, where they open and close whatever the text begins or ends with.
    """
    return f"*{_escaped(text, begins_line=False, alone=True)}*" if text else ""


def heading(level: int, text: str) -> str:
    """Return an ATX heading, `level` 1 to 6 (what is deeper becomes 6), that renders as exactly `text`."""
    content = _escaped(text, begins_line=False, alone=True)
    closing = re.search(_CLOSING_HASHES, content)
    if closing:  # CommonMark would take them for the closing sequence
        content = f"{content[: closing.start()]}\\{content[closing.start() :]}"
    return f"{'#' * min(level, 6)} {content}".rstrip(" ")


def link(url: str) -> str:
    """Return `url` as an autolink where it is an ordinary web address, else as text."""
    if re.fullmatch(r"https?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\[\]]+", url):
        return f"<{url}>"
    return phrase(url)


def _escaped(text: str, *, begins_line: bool, alone: bool) -> str:
    """Return `text` escaped; `alone` says that nothing shares the paragraph that an unpaired mark could pair with."""
    core = text.strip(_WHITE)
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    ticks = not alone or len(re.findall("`+", core)) > 1 or core.startswith("```")
    tildes = not alone or len(re.findall("~+", core)) > 1 or core.startswith("~~~")

    def replacement(found: re.Match[str]) -> str:
        mark = found[0]
        harmless = (mark[0] == "`" and not ticks) or (mark[0] == "~" and not tildes)
        return mark if harmless or _is_harmless(mark, core, found.start(), found.end()) else _escape(mark)

    inner = re.sub(_RUN_OR_MARK, replacement, core)
    if begins_line and not before:
        inner = _without_block_start(core, inner)
    return f"{_referenced(before)}{inner}{_referenced(after)}"


def _referenced(blank: str) -> str:
    """Return white space as numeric character references, which no parser strips."""
    return "".join(f"&#{ord(character)};" if character < "\x80" else f"&#x{ord(character):X};" for character in blank)


def _escape(mark: str) -> str:
    return _referenced(mark) if mark == "\n" else "".join(f"\\{character}" for character in mark)


def _is_harmless(mark: str, core: str, start: int, end: int) -> bool:
    """Return whether CommonMark takes `core[start:end]`, one mark or a run of the same, for text as it stands."""
    before, after = core[start - 1 : start], core[end : end + 1]
    match mark[0]:
        case "*":
            return _is_blank(before) and _is_blank(after)
        case "_":
            return (before.isalnum() and after.isalnum()) or (_is_blank(before) and _is_blank(after))
        case "\\":
            return after.isalnum()
        case "<":
            return not re.compile(_OPENS_TAG).match(core, start)
        case "&":
            return not re.compile(_ENTITY).match(core, start)
        case "]":
            return after != "("
        case _:
            return False


def _is_blank(character: str) -> bool:
    return character != "" and character in _BLANK


def _without_block_start(core: str, inner: str) -> str:
    """Return `inner`, the escaped form of `core`, so that a line beginning with it begins nothing but a paragraph."""
    opens = re.match(_OPENS_BLOCK, core)
    if not opens:
        return inner
    # Nothing before the mark was escaped: it is at the very start, or after digits.
    at = opens.start("dot") if opens["dot"] else 0
    return f"{inner[:at]}\\{inner[at:]}"
