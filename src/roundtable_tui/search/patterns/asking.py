"""From a folded text to the tokens that a row which holds it must have."""

from __future__ import annotations

import re

from roundtable_tui.search.grams import EDGE, EDGES, START, is_letter, text_tokens

MOST = 6
"""Tokens that are asked for at once, the rarest: more of them only cost time."""

_FIRST_LETTERS = "[a-zß-öø-ʯͰ-ԯ]{1,2}(?![a-zß-öø-ʯͰ-ԯ])"


def tokens_of(folded: str) -> list[str]:
    """Return tokens that every row which holds `folded` has, the rarest first, at most MOST; none for common signs."""
    tokens = {token for token in text_tokens(folded).split(" ") if token and not token.startswith(START)}
    pairs = "".join(token for token in tokens if len(token) == 2)
    tokens = {token for token in tokens if len(token) > 1 or token not in pairs}
    tokens |= {START + run.group() for run in _short_runs(folded)}
    return sorted(tokens, key=lambda token: (_commonness(token), token))[:MOST]


def ask_all(tokens: list[str]) -> str | None:
    """Return the expression for rows with all of `tokens`; None for no tokens."""
    return " AND ".join(f'"{token}"' for token in tokens) or None


def ask_any(expressions: list[str | None]) -> str | None:
    """Return the expression for rows that answer to one of `expressions`; None where one of them is."""
    if None in expressions or not expressions:
        return None
    unlike = list(dict.fromkeys(f"({expression})" for expression in expressions))
    return unlike[0] if len(unlike) == 1 else f"({' OR '.join(unlike)})"


def edge(collapsed: str) -> str:
    """Return the token of words that begin like `collapsed`: kana without long vowels, not empty."""
    return EDGE + collapsed[: next(size for size in EDGES if size <= len(collapsed))]


def _short_runs(folded: str) -> list[re.Match[str]]:
    """The runs of one or two letters: what stands before such a run is no letter, in the text as in the query."""
    if not any(map(is_letter, folded)):
        return []  # most queries: no pattern need be compiled
    found = re.finditer(_FIRST_LETTERS, folded)
    return [run for run in found if run.start() == 0 or not is_letter(folded[run.start() - 1])]


def _commonness(token: str) -> int:
    """A guess at how many rows have a token, from its script: small for few."""
    kana = sum("ぁ" <= sign <= "ゖ" or sign == "-" for sign in token)
    kanji = sum(sign >= "\u4e00" for sign in token if not "\ue000" <= sign <= "\uf8ff")
    return kana * 3 - kanji + (3 if len(token) == 1 else 0)
