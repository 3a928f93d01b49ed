"""Print a command of the README: `readme.py README.md 'the test command'`.

The command is the fenced block that follows the comment `<!-- the test command -->`, word for word.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def command(readme: str, name: str) -> str:
    """Return the block after the comment `name` in `readme`. Raises SystemExit where there is not exactly one."""
    blocks = re.findall(rf"<!-- {re.escape(name)} -->\n+```[a-z]*\n(.*?)\n```", readme, re.DOTALL)
    if len(blocks) != 1:
        raise SystemExit(f"the README is to have one block after <!-- {name} -->, it has {len(blocks)}")
    return str(blocks[0])


if __name__ == "__main__":
    print(command(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2]))
