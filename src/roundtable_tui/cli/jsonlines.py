"""One object as one line of JSON Lines that is safe to look at in a terminal."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
"""The version of every object that `--json` prints; a change that breaks a reader raises it."""

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def encode(obj: Mapping[str, object]) -> str:
    r"""Return `obj` as one line of JSON (RFC 8259) without the line break, `"v": 1` first.

    Japanese stays readable; control characters, bidirectional controls, lone surrogates, line separators and tag
    characters are written as `\uXXXX`, so that the line reads back to the same text and cannot steer a terminal.
    """
    line = json.dumps({"v": VERSION, **obj}, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1], line)
