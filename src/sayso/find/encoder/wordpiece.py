"""Words to the numbers of their pieces, as BERT cuts them: lower case, accents off, the longest known piece first."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST = 100
"""Characters beyond which a word is unknown."""


class WordPiece:
    """A vocabulary of pieces, asked word by word; what was asked is remembered."""

    def __init__(self, vocabulary: Mapping[str, int], remembered: int = 50_000) -> None:
        self.vocabulary = vocabulary
        self.remembered = remembered
        self.known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the word's pieces; at least one."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= self.remembered:
                self.known.clear()
            found = self.known[word] = self._cut(plain(word))
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        numbers: list[int] = []
        at = 0
        while at < len(word) <= LONGEST:
            mark = "##" if at else ""
            end = next((e for e in range(len(word), at, -1) if mark + word[at:e] in self.vocabulary), None)
            if end is None:
                return (UNKNOWN,)
            numbers.append(self.vocabulary[mark + word[at:end]])
            at = end
        return tuple(numbers) or (UNKNOWN,)


def plain(word: str) -> str:
    """Return the word in lower case without accents and without marks that are not seen."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))


@cache
def wordpiece(file: Path) -> WordPiece:
    """Return the vocabulary of a file, one piece a line, numbered from 0."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return WordPiece({piece: number for number, piece in enumerate(lines)})
