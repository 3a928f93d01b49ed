"""Which differences between characters searching ignores: the rules, for one cluster at a time.

Strictly, those of writing and not of spelling: compatibility forms and width (NFKC, UAX #15), case (casefold), the two
kana scripts, accents of Latin, Greek and Cyrillic letters, the many shapes of a dash and of the long-vowel mark, wave
dashes, curly quotes, and what draws nothing. A voiced mark is no accent: か and が stay two letters, however they are
written. Names and dates are compared so, since 髙橋 is not 高橋.

Widely, also those of spelling: old and new kanji, small kana, and ヴ as ブ, where ヴァ is one バ.

NFKC is not followed where it would take a visible sign apart into a space or glue signs together: a spacing accent
(¨ is not a space) and a Hangul compatibility jamo (ㄱㅏ is not 가) stay what they are. Nor are … and ‥ taken apart into
full stops: nobody looks for them so, and they stand in every other turn.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, decomposition, normalize

from roundtable_tui.text.graphemes import extends
from roundtable_tui.text.old_kanji import USUAL
from roundtable_tui.text.safe import is_dropped

_VOICED = str.maketrans({"゛": "\u3099", "゜": "\u309a", "ﾞ": "\u3099", "ﾟ": "\u309a"})
"""Voiced marks that stand alone, full and half width: the combining marks that they mean."""


def _same() -> dict[int, str]:
    """Return what each code point is replaced by after NFKC and casefold, in NFD: ガ is カ and its mark."""
    pairs = {chr(code): chr(code - 0x60) for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}  # katakana
    pairs |= dict.fromkeys("ー‐‑‒–—―−─━⸺⸻", "-")
    pairs |= dict.fromkeys("〜∼〰˜", "~")
    pairs |= dict.fromkeys("‘’ʼ′", "'")
    pairs |= dict.fromkeys("“”", '"')
    return str.maketrans(pairs)


_SAME = _same()

_V_SOUNDS = {"ゔぁ": "ば", "ゔぃ": "び", "ゔぇ": "べ", "ゔぉ": "ぼ", "ゔゃ": "びや", "ゔゅ": "びゆ", "ゔょ": "びよ"}
"""ゔ and a small kana, which are folded together."""


def _wide() -> dict[int, str]:
    """Return what each code point of strictly folded text is replaced by."""
    small = zip(
        "ぁぃぅぇぉっゃゅょゎゕゖゔ〻ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
        "あいうえおつやゆよわかけぶ々くしすとぬはひふへほむらりるれろ",
        strict=True,
    )
    return str.maketrans(USUAL | dict(small))


_WIDE = _wide()


def leans(character: str) -> bool:
    """Return whether the one code point `character` is folded together with what stands before it."""
    return extends(character) or is_dropped(character) or ord(character) in _VOICED


def _compatible(character: str) -> str:
    """Return NFKC of one code point, or the sign itself where NFKC would spoil it."""
    if "\u3131" <= character <= "\u318e" or character in "…‥":
        return character
    if "\uffa0" <= character <= "\uffdc" and (wide := decomposition(character)):
        return chr(int(wide.removeprefix("<narrow> "), 16))
    plain = normalize("NFKC", character)
    return character if plain[0] == " " and len(plain) > 1 else plain


def _without_accents(decomposed: str) -> str:
    """Return NFD text without the marks on Latin, Greek and Cyrillic letters, which all lie below U+0530."""
    kept = []
    on_letter = False
    for character in decomposed:
        if category(character)[0] != "M":
            on_letter = character < "\u0530" and character.isalpha()
        elif on_letter:
            continue
        kept.append(character)
    return "".join(kept)


def _fold_once(cluster: str) -> str:
    composed = normalize("NFC", "".join(map(_compatible, cluster)))
    letters = _without_accents(normalize("NFD", composed.casefold()))
    return normalize("NFC", letters.translate(_SAME))


def _drawn(cluster: str) -> str:
    return "".join(character for character in cluster if not is_dropped(character)).translate(_VOICED)


@lru_cache(maxsize=4096)
def fold_cluster_strictly(cluster: str) -> str:
    """Return one code point and all that lean on it, folded by the strict rules; twice changes nothing."""
    cluster = _drawn(cluster)
    while (folded := _fold_once(cluster)) != cluster:
        cluster = folded
    return folded


def joins(before: str, small: str) -> bool:
    """Return whether the cluster `small` is folded together with the cluster `before` it: the ァ of ヴァ."""
    return fold_cluster_strictly(before) == "ゔ" and "ゔ" + fold_cluster_strictly(small) in _V_SOUNDS


@lru_cache(maxsize=4096)
def fold_cluster(cluster: str) -> str:
    """Return the folded form of one code point and all that lean on it; what draws nothing folds to nothing.

    A ヴ and the small kana that `joins` it count as one. Folding a folded cluster changes nothing.
    """
    folded = fold_cluster_strictly(cluster)
    while (wide := _V_SOUNDS.get(folded) or folded.translate(_WIDE)) != folded:
        folded = fold_cluster_strictly(wide)
    return folded
