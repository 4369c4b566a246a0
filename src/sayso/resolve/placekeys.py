"""Keys under which place names are looked up: what is left of a name when spelling habits are taken off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLE = re.compile(r"^(?:al|el|ul)$|^(?:a[dnrstz]|e[dnrstz]|a[st]h|e[st]h|adh)$")
"""The Arabic article as a word of its own, its l assimilated or not: al-Bab, ar-Raqqa, Deir ez-Zor, ash-Shaddadi."""
GLUED = re.compile(r"^[ae]([dnrstz]|sh|th)\1(?=\w)")
"""The article grown together with the word it assimilates to: Ezzor, Arraqqa."""
JOINED = re.compile(r"^(?:al|el)(?=[bcdfghjkmnpqrstvwxz])")
"""The article written without a gap: Alraqqa, Elbab."""
SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ch", "sh"), ("sh", "s"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"), ("p", "b"),
)  # fmt: skip
"""Letters that stand for one sound in one system of transliteration and another in the next, longest first."""
WORD = re.compile(r"[^\W_]+")
DOUBLED = re.compile(r"(.)\1+")
SHORTEST_SKELETON = 2


@lru_cache(maxsize=20_000)
def plain(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents, apostrophes and the marks that stand for ayn and hamza."""
    flat = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").casefold())
    kept = "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’‘ʿʾʼ`´ʻ")
    return tuple(WORD.findall(kept))


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """Return the spelling key: no case, accents, spaces, hyphens, doubled letters, final h or Arabic article.

    "Al-Bab" and "el Bab" give "bab"; "Raqqah" and "Raqqa" give "raqa".
    """
    words = plain(name)
    kept = [w for w in words if not ARTICLE.match(w)] or words
    single = DOUBLED.sub(r"\1", "".join(_bare(w) for w in kept))
    return single[:-1] if single.endswith(("ah", "eh")) and len(single) > SHORTEST_SKELETON else single


def skeleton(name: str) -> str:
    """Return the consonants of the spelling key, sounds that transliterations confuse made one; "" when too few are left.

    "Dayr az-Zawr", "Deir Ezzor" and "Dier Ezzor" all give "drsr".
    """
    sounds = key(name)
    for written, sound in SOUNDS:
        sounds = sounds.replace(written, sound)
    first = "a" if sounds[:1] in "aeiou" else ""
    bones = first + re.sub(r"[aeiouyw]", "", sounds)
    thin = DOUBLED.sub(r"\1", bones)
    thin = thin.removesuffix("h")
    return thin if len(thin) >= SHORTEST_SKELETON else ""


def _bare(word: str) -> str:
    """Return a word without an article grown onto it."""
    stripped = GLUED.sub(r"\1", word)
    stripped = JOINED.sub("", stripped) if stripped == word and len(word) > len("alxxx") else stripped
    return stripped or word


VOWELS = (("ay", "i"), ("ai", "i"), ("ei", "i"), ("ey", "i"), ("ie", "i"), ("aw", "u"), ("au", "u"), ("ou", "u"), ("ow", "u"), ("w", "u"), ("y", "i"), ("e", "i"), ("o", "u"))  # fmt: skip
"""Vowels that one transliteration writes for another."""
SOFT = frozenset("aiu")


@lru_cache(maxsize=20_000)
def voiced(spelled: str) -> str:
    """Return a spelling key with sounds and vowels folded: "bolel" and "bulayl" both give "bulil"."""
    for written, sound in (*SOUNDS, *VOWELS):
        spelled = spelled.replace(written, sound)
    return DOUBLED.sub(r"\1", spelled)


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> float:
    """Return how alike two voiced keys are, 0 to 1: an edit distance in which vowels weigh less than consonants."""
    if one == other:
        return 1.0
    row = [0.0]
    for b in other:
        row.append(row[-1] + _cost(b))
    for a in one:
        line = [row[0] + _cost(a)]
        for n, b in enumerate(other):
            swap = 0.0 if a == b else 0.45 if a in SOFT and b in SOFT else 1.0
            line.append(min(row[n] + swap, row[n + 1] + _cost(a), line[n] + _cost(b)))
        row = line
    return max(0.0, 1 - row[-1] / max(len(one), len(other), 1))


def _cost(letter: str) -> float:
    return 0.5 if letter in SOFT else 1.0
