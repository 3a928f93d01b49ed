"""Print a command of a document: `command.py README.md 'the test command'`.

The command is the fenced block that follows the comment `<!-- the test command -->`, word for word.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def command(document: str, name: str) -> str:
    """Return the block after the comment `name` in `document`. Raises SystemExit where there is not exactly one."""
    blocks = re.findall(rf"<!-- {re.escape(name)} -->\n+```[a-z]*\n(.*?)\n```", document, re.DOTALL)
    if len(blocks) != 1:
        raise SystemExit(f"there is to be one block after <!-- {name} -->, there are {len(blocks)}")
    return str(blocks[0])


if __name__ == "__main__":
    print(command(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2]))
