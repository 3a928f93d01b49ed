"""The process's own streams, made fit for use whatever they were started with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO


def prepare(environ: Mapping[str, str]) -> bool:
    """Make stdin, stdout and stderr usable; return whether stdout was open.

    A stream that was closed leads nowhere afterwards. Otherwise its number would go to the next file that is opened,
    and what is printed would be written into that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    had_stdout = sys.stdout is not None
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    make_writable(sys.stdout, environ)
    make_writable(sys.stderr, environ)
    return had_stdout


def make_writable(stream: TextIO, environ: Mapping[str, str]) -> None:
    r"""Let `stream` write any text whatever the locale: UTF-8, and what it cannot encode as a visible `\udc80`.

    PYTHONIOENCODING is honoured: the encoding stays as it says, and so does the error handler where it names one.
    """
    asked = environ.get("PYTHONIOENCODING", "")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None or ":" in asked:
        return
    if asked:
        reconfigure(errors="backslashreplace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def abandon(stream: TextIO) -> None:
    """Point `stream` nowhere if it can no longer be written, so that what is still buffered fails nobody at exit."""
    try:
        stream.flush()
    except (OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
