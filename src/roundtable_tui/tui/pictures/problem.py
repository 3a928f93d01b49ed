"""Why a picture is not shown."""

from __future__ import annotations


class PictureError(Exception):
    """A picture that is there and cannot be shown; its text is a clause that says why, in the interface's language."""


class NoPictureError(Exception):
    """There is no such file: what the picture shows is told in words, as it is without this program."""
