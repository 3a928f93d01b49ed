"""The ways from here to a clipboard: an escape sequence to the terminal, or tmux, which stands between.

Neither tells whether the words arrived, which is why a copy goes into a file as well.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Way = Literal["osc52", "tmux", "buffer", "none"]
"""By OSC 52; through tmux to the terminal around it; only into tmux's own buffer; not at all, being too long."""

LONGEST = 74_994
"""Bytes of UTF-8 that a terminal takes, where it takes any: several stop at a sequence of 100,000 bytes."""

_TMUX_SECONDS = 5


def osc52(text: str) -> str:
    """Return the sequence that puts `text` on the clipboard of the terminal (xterm's OSC 52)."""
    return f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"


def way_for(text: str, environ: Mapping[str, str]) -> Way:
    """Return the way that `text` has to go: tmux takes any length, but no sequence unless it is set up for that."""
    if environ.get("TMUX"):
        return "tmux"
    return "osc52" if len(text.encode()) <= LONGEST else "none"


def to_tmux(text: str) -> Way:
    """Hand `text` to the tmux around us, for a thread; return how far it came.

    `load-buffer -w` also sends it on to the terminal, as `set-clipboard external`, tmux's default, allows; a sequence
    of our own would be dropped by that default. Before tmux 3.2 there is no `-w`. A tmux that cannot be asked leaves
    the sequence as the only way.
    """
    from subprocess import DEVNULL, SubprocessError, run

    ways: tuple[tuple[str, Way], ...] = (("-w", "tmux"), ("", "buffer"))
    for option, way in ways:
        command = ["tmux", "load-buffer", *filter(None, [option]), "-"]
        try:
            done = run(command, input=text.encode(), stdout=DEVNULL, stderr=DEVNULL, timeout=_TMUX_SECONDS, check=False)
        except (OSError, SubprocessError):
            break
        if not done.returncode:
            return way
    return "osc52" if len(text.encode()) <= LONGEST else "none"
