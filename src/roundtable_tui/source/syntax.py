"""Says in plain words what is wrong where a file is no YAML."""

from __future__ import annotations

from typing import Any


def explain(error: Exception, text: str) -> tuple[int, int, str, str]:
    """Return line and column (from 1), code and message for `error`, raised while YAML `text` was parsed."""
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    if mark is None:
        return 0, 0, "yaml-syntax", f"this is not YAML: {problem}"
    return mark.line + 1, mark.column + 1, "yaml-syntax", f"this is not YAML: {problem}"
