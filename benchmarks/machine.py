"""The machine and the versions that figures were measured with."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("roundtable-tui", "textual", "rich", "pyyaml", "rapidfuzz")


def machine() -> dict[str, str]:
    """Return the processor, its cores, the system and the versions, by name."""
    facts = {
        "processor": _processor(),
        "cores": str(os.cpu_count() or "?"),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }
    if hasattr(os, "getloadavg"):
        facts["load at the start"] = " ".join(f"{load:.1f}" for load in os.getloadavg())
    return facts | {name: _version(name) for name in _PACKAGES} | {"executable": sys.executable}


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() in ("model name", "Hardware", "cpu model"):
                return value.strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
