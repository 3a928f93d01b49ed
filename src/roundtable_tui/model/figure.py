"""A picture that a piece refers to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: `src` is relative to the file of the piece, `alt` says what it shows."""

    src: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
