"""The YAML event stream: PyYAML's C parser where libyaml is there, and its pure parser where it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.scanner import ScannerError

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml import CBaseLoader
except ImportError:  # PyYAML built without libyaml
    HAVE_LIBYAML = False
else:
    HAVE_LIBYAML = True

_SURROGATE = re.compile("[\ud800-\udfff]")


class PureLoader(yaml.BaseLoader):
    """PyYAML's pure parser, made to agree with libyaml where the two differ on what is YAML."""

    def scan_to_next_token(self) -> None:
        """Skip blanks as libyaml does: a tab separates tokens wherever no indentation can stand."""
        while True:
            super().scan_to_next_token()
            if self.peek() != "\t" or (self.allow_simple_key and not self.flow_level):
                return
            self.forward()

    def scan_plain(self) -> Any:
        """Refuse, as libyaml does, a colon right before a bracket, a comma or a question mark between brackets."""
        start = self.get_mark()
        token = super().scan_plain()
        if self.flow_level and ((self.peek() == ":" and self.peek(1) in ",[]{}") or ":?" in token.value):
            raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
        return token

    def scan_flow_scalar(self, style: str) -> Any:
        """Refuse, as libyaml does, an escape for what is no character."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (ValueError, OverflowError):
            token = None
        if token is None or _SURROGATE.search(token.value):
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
