"""The YAML event stream: PyYAML's C parser where libyaml is there, and its pure parser where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml import CBaseLoader
except ImportError:  # PyYAML built without libyaml
    HAVE_LIBYAML = False
else:
    HAVE_LIBYAML = True


class PureLoader(yaml.BaseLoader):
    """PyYAML's pure parser, made to agree with libyaml on tabs."""

    def scan_to_next_token(self) -> None:
        """Skip blanks as libyaml does: a tab separates tokens wherever no indentation can stand."""
        while True:
            super().scan_to_next_token()
            if self.peek() != "\t" or (self.allow_simple_key and not self.flow_level):
                return
            self.forward()


def event_source(text: str, *, pure: bool = False) -> Callable[[], Any]:
    """Return a function that gives the next event of the YAML `text` each time it is called.

    `pure` asks for the parser written in Python even where libyaml is there. The function raises `yaml.YAMLError`
    where the text is no YAML, and the pure parser also ValueError or OverflowError for an escape beyond U+10FFFF.
    """
    if pure or not HAVE_LIBYAML:
        get_event: Callable[[], Any] = PureLoader(text).get_event
    else:
        get_event = CBaseLoader(text).get_event
    return get_event
