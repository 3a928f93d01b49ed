"""The cases by which searching is measured are sound: each can be passed and can be failed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def test_every_case_can_be_passed_and_every_class_has_enough_of_them() -> None:
    check = [sys.executable, "-X", "utf8", "-m", "benchmarks.relevance.check"]
    done = subprocess.run(check, cwd=TOP, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("cases: ")


def test_a_case_that_nothing_answers_is_named(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from benchmarks.relevance.cases import read_cases\n"
        "from benchmarks.relevance.check import faults\n"
        "from benchmarks.relevance.expect import Pieces\n"
        "from benchmarks.relevance.sets import CaseSet\n"
        "folder = Path(sys.argv[1])\n"
        "print(*faults(CaseSet('made', folder, read_cases(folder / 'cases.yml'), Pieces(folder))), sep='\\n')\n"
    )
    (tmp_path / "1.yaml").write_text(
        "roundtable: 1\ntitle: 椅子\nparticipants:\n  青木: {org: 町}\n"
        "sections:\n  - heading: 机\n    turns:\n      - 青木: 椅子は四脚。\n",
        encoding="utf-8",
    )
    (tmp_path / "cases.yml").write_text(
        "exact:\n  - {query: 四脚, holds: 四脚}\n  - {query: 五脚, holds: 五脚}\n  - {query: 机, none: true}\n"
        "  - {query: 青木, at: ['1:9']}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, tmp_path],
        cwd=TOP,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [
        "made, exact, 五脚: no row is accepted",
        "made, exact, 机: it does occur",
        "made, exact, 青木: there is no 1:9",
    ]
