"""Start an installed `roundtable` once through its commands and in a terminal: `start.py PATH`.

To be run outside the checkout, so that the transcripts, the schema and the translations found are those installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import environment
from terminal import main as in_a_terminal

BUNDLED = len(list(Path(__file__).parents[1].glob("transcripts/*.yaml")))


def run(program: str, *arguments: str, folder: str, silent: bool = True) -> str:
    """Return what `program` writes to stdout.

    Raises SystemExit where its exit code is not 0, or where it is to be `silent` and stderr is not empty.
    """
    done = subprocess.run(
        [program, *arguments], env=environment(folder), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode or (silent and done.stderr):
        raise SystemExit(f"{program} {' '.join(arguments)} ends with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def expect(holds: bool, what: str) -> None:
    """Raise SystemExit that says `what` unless it holds."""
    if not holds:
        raise SystemExit(f"not so: {what}")
    print(what)


def main(program: str) -> int:
    """Return 0 where every command does what a new reader expects; raises SystemExit at the first that does not."""
    with tempfile.TemporaryDirectory() as folder:
        version = run(program, "--version", folder=folder)
        expect(version.startswith("roundtable 0."), f"--version says {version.strip()}")
        module = run(str(Path(program).with_name("python")), "-m", "roundtable_tui", "--version", folder=folder)
        expect(module == version, "python -m roundtable_tui is the same program")
        pieces = [json.loads(line) for line in run(program, "list", "--json", folder=folder).splitlines()]
        expect(len(pieces) == BUNDLED, f"list knows the {BUNDLED} bundled pieces")
        hits = run(program, "search", "チャット", folder=folder)
        expect("チャット" in hits, f"search finds チャット, in {len(hits.splitlines())} lines")
        document = run(program, "export", pieces[0]["id"], "-o", "-", folder=folder)
        expect(pieces[0]["title"][:6] in document, f"export writes {pieces[0]['id']}, {len(document)} characters")
        run(program, "check", folder=folder, silent=False)  # its summary goes to stderr
        expect(True, "check is content with the bundled pieces")
        keys = run(program, "keys", folder=folder)
        expect(len(keys.splitlines()) > 10, f"keys lists {len(keys.splitlines())} lines")
        english, japanese = (run(program, "--lang", tag, "--help", folder=folder) for tag in ("en", "ja"))
        expect(any("ぁ" <= character <= "ん" for character in japanese), "--lang ja speaks Japanese")
        expect(english.isascii() or "…" in english, "--lang en speaks English")
    return in_a_terminal([program])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
