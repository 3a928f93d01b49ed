"""The YAML event stream: PyYAML's C parser where libyaml is there, and its pure parser where it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml import CBaseLoader
except ImportError:  # PyYAML built without libyaml
    HAVE_LIBYAML = False
else:
    HAVE_LIBYAML = True

_TAB = "found a tab character in the indentation"
_SURROGATE = "[\ud800-\udfff]"


_BREAKS = "\r\n"  # the others have stand-ins
_BLANK = "\0 \t\r\n"


class PureLoader(yaml.BaseLoader):
    """PyYAML's pure parser, made to agree with libyaml where the two differ on what is YAML: mostly on tabs.

    Differences are left in what no transcript needs: `? ` between brackets, a comment right behind | or >, and where
    the name of a tag ends, which is refused either way.
    """

    def scan_to_next_token(self) -> None:
        """Skip blanks as libyaml does: a tab separates tokens wherever no indentation can stand."""
        while True:
            super().scan_to_next_token()
            if self.peek() != "\t" or (self.allow_simple_key and not self.flow_level):
                return
            self.forward()

    def scan_plain(self) -> Any:
        """Return the token of unquoted text. Between brackets a ? is text, and a colon before a bracket is refused."""
        start = end = self.get_mark()
        words: list[str] = []
        between: list[str] = []
        while self.peek() != "#" and not self._at_document_mark() and (length := self._word_length(start)):
            self.allow_simple_key = False
            words += [*between, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            between = self.scan_plain_spaces(self.indent + 1, start)
            if not between or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(words), True, start, end)

    def _word_length(self, start: Any) -> int:
        length = 0
        while (char := self.peek(length)) not in _BLANK and not (self.flow_level and char in ",[]{}"):
            if char == ":":
                if self.flow_level and self.peek(length + 1) in ",?[]{}":
                    problem = "found unexpected ':'"
                    raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
                if self.peek(length + 1) in _BLANK:
                    break
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str]:
        """Return what joins two words of unquoted text: blanks, tabs among them, or folded line breaks."""
        blanks = self._skip_blanks()
        if self.peek() not in _BREAKS:
            return [blanks] if blanks else []
        self.scan_line_break()  # type: ignore[no-untyped-call]
        self.allow_simple_key = True
        empty_lines: list[str] = []
        while not self._at_document_mark():
            self._skip_blanks(indent, start_mark)
            if self.peek() not in _BREAKS:
                return empty_lines or [" "]
            empty_lines.append(self.scan_line_break())  # type: ignore[no-untyped-call]
        return []

    def _skip_blanks(self, indent: int = 0, start_mark: Any = None) -> str:
        blanks = ""
        while self.peek() in (" ", "\t"):
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError("while scanning a plain scalar", start_mark, _TAB, self.get_mark())
            blanks += self.peek()
            self.forward()
        return blanks

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK

    def scan_block_scalar_indentation(self) -> Any:
        """Refuse, as libyaml does, a tab before the text below | or > has shown how far it is indented."""
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            raise ScannerError("while scanning a block scalar", None, _TAB, self.get_mark())
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Refuse, as libyaml does, a tab in the indentation of text below | or >."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent and self.peek() == "\t":
            raise ScannerError("while scanning a block scalar", None, _TAB, self.get_mark())
        return found

    def scan_directive(self) -> Any:
        """Refuse, as libyaml does, a directive that YAML does not know."""
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            problem = "found unknown directive name"
            raise ScannerError("while scanning a directive", token.start_mark, problem, token.end_mark)
        return token

    def scan_flow_scalar(self, style: str) -> Any:
        """Refuse, as libyaml does, an escape for what is no character."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (ValueError, OverflowError):
            token = None
        if token is None or re.search(_SURROGATE, token.value):
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start, problem, self.get_mark())
        return token


def event_source(text: str, *, pure: bool = False) -> Callable[[], Any]:
    """Return a function that gives the next event of the YAML `text` each time it is called.

    `pure` asks for the parser written in Python even where libyaml is there. The function raises `yaml.YAMLError`
    where the text is no YAML.
    """
    if pure or not HAVE_LIBYAML:
        get_event: Callable[[], Any] = PureLoader(text).get_event
    else:
        get_event = CBaseLoader(text).get_event
    return get_event
