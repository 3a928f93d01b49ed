"""The slips that make a file no YAML, each explained by the lines around the place where a parser stumbled."""

from __future__ import annotations

import re
from typing import NamedTuple

_MISSING_SPACE = re.compile(r"\s*(?:- +)*[^\s:：\"'#\[\]{},-][^\s:：\"'#]*?(?P<colon>:)[^\s:/]")
_FULL_WIDTH = re.compile("\\s*(?:- +)*[^\\s:]+?(?P<colon>：)")
_BLOCK_MARK = re.compile(r"(?:^|.*[\s:])[|>][-+0-9]*\s*(?:#.*)?$")
_BAD_ESCAPE = re.compile(
    r'\\(?:[0abtnvfre "/\\N_LP\t\n]|x[0-9A-Fa-f]{2}|u(?![dD][89A-Fa-f])[0-9A-Fa-f]{4}'
    r"|U(?:000(?!0[dD][89A-Fa-f])[0-9A-Fa-f]|0010)[0-9A-Fa-f]{4}|(?P<bad>.))"
)


class Slip(NamedTuple):
    """A slip: line and column counted from 1, the code of the problem, and what it says."""

    line: int
    column: int
    code: str
    message: str


class Stumble(NamedTuple):
    """Where a parser stumbled (`at`) and what it was in the middle of (`begun`): lines and columns from 0."""

    lines: list[str]
    at: tuple[int, int]
    begun: tuple[int, int]

    @property
    def line(self) -> str:
        """The line in which the parser stumbled."""
        return self.line_at(self.at[0])

    @property
    def char(self) -> str:
        """The character at which the parser stumbled; nothing at the end of a line."""
        return self.line[self.at[1] : self.at[1] + 1].strip("\r")

    @property
    def before(self) -> str:
        """What stands before that character in its line."""
        return self.line[: self.at[1]]

    @property
    def mark(self) -> str:
        """The character at which begins what the parser was in the middle of."""
        line, column = self.begun
        return self.line_at(line)[column : column + 1]

    def line_at(self, place: int) -> str:
        """Return the line `place`; behind the last one it is empty."""
        return self.lines[place] if place < len(self.lines) else ""

    def line_above(self, place: int) -> int:
        """Return the line before `place` that is neither empty nor a comment, or -1."""
        place -= 1
        while place >= 0 and (not self.lines[place].strip() or self.lines[place].lstrip().startswith("#")):
            place -= 1
        return place

    def here(self, code: str, message: str) -> Slip:
        """Return a slip at the place where the parser stumbled."""
        return Slip(self.at[0] + 1, self.at[1] + 1, code, message)

    def there(self, code: str, message: str) -> Slip:
        """Return a slip at the place where what the parser was in the middle of begins."""
        return Slip(self.begun[0] + 1, self.begun[1] + 1, code, message)


def tab(stumble: Stumble) -> Slip:
    """A tab stands where only spaces can."""
    place = len(stumble.line) - len(stumble.line.lstrip(" ")) if not stumble.before.strip() else stumble.at[1]
    message = "a tab stands where YAML needs spaces; indent with spaces only"
    return Slip(stumble.at[0] + 1, place + 1, "tab-indentation", message)


def reserved_character(stumble: Stumble) -> Slip:
    """Text begins with a character that YAML has reserved."""
    if stumble.char == "\t":
        return tab(stumble)
    if stumble.line.startswith("%") and stumble.at[1] == 0:
        return directive(stumble)
    return stumble.here("reserved-character", f"text cannot begin with {stumble.char}; put the whole text in quotes")


def second_colon(stumble: Stumble) -> Slip:
    """A key stands where none can: in text with a colon, or in a line that continues the one above."""
    if re.search(r":[ \t]", stumble.before):
        message = "unquoted text cannot hold a colon with a space behind it; put the text in quotes or below `|`"
        return stumble.here("colon-in-text", message)
    above = stumble.line_above(stumble.at[0])
    if above >= 0 and (found := _missing_space(stumble.lines[above], above)):
        return found
    column = len(stumble.line) - len(stumble.line.lstrip())
    message = (
        f"this line is indented so that it continues the text of line {above + 1}; "
        "indent a key like the keys beside it, and put text that holds a colon below `|`"
    )
    return Slip(stumble.at[0] + 1, column + 1, "bad-indentation", message)


def _missing_space(line: str, place: int) -> Slip | None:
    if found := _MISSING_SPACE.match(line):
        message = f"a space is missing behind the colon of {line[: found.start('colon')].lstrip(' -')}"
        return Slip(place + 1, found.start("colon") + 1, "missing-space", message)
    if found := _FULL_WIDTH.match(line):
        message = "a full-width colon (：) ends no key; write an ASCII colon and a space"
        return Slip(place + 1, found.start("colon") + 1, "missing-space", message)
    return None


def no_colon(stumble: Stumble) -> Slip:
    """A line that must be a key has no colon, or it is text that is not indented enough."""
    place = stumble.begun[0]
    above = stumble.line_above(place)
    if above >= 0 and _BLOCK_MARK.match(stumble.lines[above]):
        message = f"the text below the `|` of line {above + 1} must be indented more than its key or label"
        return stumble.there("bad-indentation", message)
    if found := _missing_space(stumble.line_at(place), place):
        return found
    if len(stumble.line_at(place)) - stumble.begun[1] > 1024:
        return stumble.there("missing-colon", "a key and its colon must stand within 1,024 characters of a line")
    message = "this line is no `key: value`; add the colon, or indent it if it continues the text above"
    return stumble.there("missing-colon", message)


def colon_without_space(stumble: Stumble) -> Slip:
    """Between braces a bracket follows a colon directly."""
    return stumble.there("missing-space", "a space is missing behind a colon in what begins here")


def open_quote(stumble: Stumble) -> Slip:
    """Quoted text has no end."""
    return stumble.there("unclosed-quote", f"the quotation mark ({stumble.mark}) that opens here is never closed")


def directive(stumble: Stumble) -> Slip:
    """A line begins with %, or something stands behind the end of the document."""
    for place, line in enumerate(stumble.lines[: stumble.at[0] + 1]):
        if line.startswith("%"):
            return Slip(place + 1, 1, *directive_found(line))
    return behind_end(stumble) or stumble.here("several-documents", "this stands behind the end of the piece")


def directive_found(line: str) -> tuple[str, str]:
    """Return code and message for a `line` that begins with %."""
    message = f"a directive ({line.split()[0]}) cannot be used in a transcript"
    return "directive", message + "; remove the line, or put text that begins with % in quotes"


def escape(stumble: Stumble) -> Slip:
    """A backslash in double quotes begins no escape of YAML."""
    line, column = stumble.begun
    text = "\n".join(stumble.lines[line : stumble.at[0] + 1])
    for found in _BAD_ESCAPE.finditer(text, column):
        if found["bad"]:
            line += text.count("\n", 0, found.start())
            column = found.start() - text.rfind("\n", 0, found.start())
            what = "writes no character" if found["bad"] in "xuU" else "is no escape"
            message = f"\\{found['bad']} {what} here; in double quotes a backslash is written \\\\"
            return Slip(line + 1, column, "bad-escape", message)
    return stumble.there("bad-escape", "what is quoted here holds an escape that YAML does not know")


def behind_block_mark(stumble: Stumble) -> Slip:
    """Something stands behind | or >."""
    message = f"text cannot follow {stumble.mark} in its line; begin it in the next line"
    return stumble.here("text-after-block-mark", f"{message}, or put text that begins with {stumble.mark} in quotes")


def property_character(stumble: Stumble) -> Slip:
    """Text begins with & (an anchor), * (an alias) or ! (a tag)."""
    if stumble.line_at(stumble.begun[0]).startswith("%") or stumble.line.startswith("%"):
        return directive(stumble)
    return stumble.there("reserved-character", f"text cannot begin with {stumble.mark}; put the whole text in quotes")


def open_bracket(stumble: Stumble) -> Slip:
    """Something else than a comma or the closing bracket follows a value between brackets."""
    close = {"[": "]", "{": "}"}.get(stumble.mark, "the closing bracket")
    if stumble.at[0] != stumble.begun[0] or stumble.char in ("]", "}", ""):
        return stumble.there("unclosed-bracket", f"the {stumble.mark} that opens here is not closed by {close}")
    message = f"a comma or {close} is missing before this; put text that holds any of , : [ ] {{ }} in quotes"
    return behind_end(stumble) or stumble.here("missing-comma", message)


def block(stumble: Stumble) -> Slip:
    """A line fits neither the block it stands in nor one around it."""
    if stumble.before.strip():
        return behind_end(stumble) or unexpected(stumble)
    line, column = stumble.begun
    if stumble.char in ("]", "}"):
        return unexpected(stumble)
    above = stumble.line_above(stumble.at[0])
    if stumble.at[1] == column and stumble.mark == "-":
        message = f"this line must begin with `- ` like the other items of the list from line {line + 1}"
    elif stumble.at[1] == column and stumble.char == "-":
        message = f"a list item stands among the keys from line {line + 1}; indent it more, or remove the `- `"
    elif above >= 0 and _BLOCK_MARK.match(stumble.lines[above]):
        message = f"the text below the `|` of line {above + 1} must be indented more than its key or label"
    elif stumble.at[1] == column:
        return unexpected(stumble)
    else:
        message = (
            f"this line is indented by {stumble.at[1]} spaces, which fits nothing above it; "
            f"what it stands in is indented by {column} from line {line + 1}"
        )
    return stumble.here("bad-indentation", message)


def behind_end(stumble: Stumble) -> Slip | None:
    """Text goes on behind a closing quotation mark or bracket."""
    last = stumble.before.rstrip()[-1:]
    if last and last in "\"'":
        twice = " (inside '…' a ' is written twice)" if last == "'" else ' (inside "…" a " is written \\")'
        message = f"text goes on behind the closing quotation mark{twice}; or one before it was never closed"
        return stumble.here("text-after-quote", message)
    if last and last in "]}":
        message = f"text goes on behind the closing {last}; put text that begins with a bracket in quotes"
        return stumble.here("text-after-bracket", message)
    return None


def depth(stumble: Stumble) -> Slip:
    """So many brackets are open that libyaml, which reads ahead of what it tells, gives up before anything is told."""
    from roundtable_tui.source.tree import TOO_DEEP

    return stumble.here("too-deep", TOO_DEEP)


def unexpected(stumble: Stumble) -> Slip:
    """A character stands where it has no meaning."""
    if stumble.line.startswith("%"):
        return directive(stumble)
    if not stumble.char:
        return stumble.here("yaml-syntax", "something is missing here: the value, or what closes a quote or bracket")
    message = f"{stumble.char} cannot stand here; put text that begins with it in quotes"
    return stumble.here("unexpected-character", message)
