"""Look into what was built: `packed.py DIST CHECKOUT`.

The sdist is to hold every file of the checkout; the wheel the whole package and what it reads, and nothing else.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

MOVED = {"src/": "", "transcripts/": "roundtable_tui/transcripts/", "schema/": "roundtable_tui/schema/"}
"""What of the checkout is in the wheel, and where."""

NEEDED = ("py.typed", "schema/roundtable-1.schema.json", "locale/ja/LC_MESSAGES/roundtable.mo", "transcripts/001.yaml")
"""What no wheel may lack, were it missing from the checkout, too."""


def tracked(checkout: Path) -> set[str]:
    """Return the path of every file that git knows in `checkout`."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, check=True, capture_output=True).stdout
    return set(listed.decode().split("\0")) - {""}


def in_wheel(files: set[str]) -> set[str]:
    """Return where the wheel is to have those of `files` that it takes."""
    return {new + file.removeprefix(old) for file in files for old, new in MOVED.items() if file.startswith(old)}


def in_sdist(path: Path) -> set[str]:
    """Return the files of the sdist `path`, without its top folder and what packaging adds."""
    with tarfile.open(path) as archive:
        names = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    return names - {"PKG-INFO"}


def differences(name: str, found: set[str], wanted: set[str]) -> list[str]:
    """Return a line for each file that `name` lacks or should not have."""
    lacking = [f"{name} lacks {file}" for file in sorted(wanted - found)]
    return lacking + [f"{name} should not have {file}" for file in sorted(found - wanted)]


def main(dist: Path, checkout: Path) -> int:
    """Print every difference and return 1, or how much there is and return 0."""
    (sdist,), (wheel,) = dist.glob("*.tar.gz"), dist.glob("*.whl")
    files = tracked(checkout)
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
        wrong = differences(wheel.name, packed, in_wheel(files) | {f"roundtable_tui/{file}" for file in NEEDED})
    source = in_sdist(sdist)
    wrong += differences(sdist.name, source, files - {".gitattributes"} | {".gitignore"})
    print(
        "\n".join(wrong)
        or f"{sdist.name} has {len(source)} files, {wheel.name} {len(packed)}, {wheel.stat().st_size} bytes"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
