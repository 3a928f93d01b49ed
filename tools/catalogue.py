"""Keep the translations of the interface in step with the code: `python tools/catalogue.py`.

Finds every `_("…")` and `N_("…")` in the package, brings the .po files up to date (translations stay, messages that are
gone go, new ones come in untranslated) and compiles each to a .mo. The same code gives the same bytes. With `--check`
nothing is written and the exit code is 1 where something would be, or where a message has no translation.
Standard library only; the formats are those of the GNU gettext manual.
"""

from __future__ import annotations

import argparse
import ast
import struct
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "roundtable_tui"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("ja",)
_MARKS = ("_", "N_")
_HEADER = (
    "Project-Id-Version: roundtable-tui\\nLanguage: {language}\\nMIME-Version: 1.0\\n"
    "Content-Type: text/plain; charset=UTF-8\\nContent-Transfer-Encoding: 8bit\\n"
)


def messages(package: Path) -> dict[str, list[str]]:
    """Return every message of the code in `package` with the files that use it, in the order of files and lines.

    Raises SystemExit where a message is no literal, which nobody could translate.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in _MARKS:
                continue
            argument = node.args[0] if len(node.args) == 1 else None
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                places = found.setdefault(argument.value, [])
                if place not in places:
                    places.append(place)
            elif isinstance(argument, ast.Constant) or argument is None:
                raise SystemExit(f"{path}:{node.lineno}: a message is one literal text")
    return found


def read_po(text: str) -> dict[str, str]:
    """Return the translations in a .po file, the header under the empty message."""
    found: dict[str, str] = {}
    field, entry = "", {"msgid": "", "msgstr": ""}
    for line in [*text.splitlines(), 'msgid ""']:
        keyword, _space, rest = line.partition(" ")
        if keyword == "msgid":
            if field:
                found[entry["msgid"]] = entry["msgstr"]
            entry = {"msgid": "", "msgstr": ""}
        if keyword in entry:
            field, line = keyword, rest
        if field and line.startswith('"'):
            entry[field] += ast.literal_eval(line)
    return found


def write_po(language: str, used: dict[str, list[str]], translations: dict[str, str]) -> str:
    """Return a .po file of the messages in `used` with what `translations` has for them."""
    header = _HEADER.format(language=language)
    blocks = [f'# The interface in {language}.\nmsgid ""\nmsgstr "{header}"\n']
    for message, places in used.items():
        blocks.append(
            "".join(f"#: {place}\n" for place in places)
            + f"msgid {_quoted(message)}\nmsgstr {_quoted(translations.get(message, ''))}\n"
        )
    return "\n".join(blocks)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def compile_mo(translations: dict[str, str]) -> bytes:
    """Return the .mo file of `translations`, sorted by message; what has no translation is left out."""
    pairs = sorted((key.encode(), text.encode()) for key, text in translations.items() if text)
    count = len(pairs)
    tables, texts = ([], []), b""
    start = 28 + 16 * count
    for column in (0, 1):
        for pair in pairs:
            tables[column].append(struct.pack("<2I", len(pair[column]), start + len(texts)))
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + b"".join(tables[0]) + b"".join(tables[1]) + texts


def outdated(language: str, used: dict[str, list[str]]) -> tuple[dict[Path, bytes], list[str]]:
    """Return the files of `language` that are not what they should be, as they should be, and what is untranslated."""
    po = LOCALE / language / "LC_MESSAGES" / "roundtable.po"
    mo = po.with_suffix(".mo")
    old = read_po(po.read_text(encoding="utf-8")) if po.exists() else {}
    text = write_po(language, used, old)
    due = {po: text.encode(), mo: compile_mo(read_po(text))}
    wrong = {path: data for path, data in due.items() if not path.exists() or path.read_bytes() != data}
    return wrong, [message for message in used if not old.get(message)]


def main() -> int:
    """Bring every language up to date, or say what is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    used = messages(PACKAGE)
    clean = True
    for language in LANGUAGES:
        wrong, untranslated = outdated(language, used)
        for path, data in wrong.items():
            clean = clean and not check
            print(f"{path}: {'is out of date' if check else 'written'}", file=sys.stderr)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        for message in untranslated:
            clean = False
            print(f"{language}: no translation of {message!r}", file=sys.stderr)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
