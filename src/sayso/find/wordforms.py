"""Part of speech and lemma of parsed words: what spaCy's attribute ruler and lemmatizer give, remembered by word, tag and relation.

Both look at one word at a time but for a few pairs ("gonna", "let's", "there is"), so each word form needs them once. They are a third of
the parse when run on every word.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

RULED = ("attribute_ruler", "lemmatizer")
"""The parts of the pipeline that this module stands in for."""
KEPT = 200_000
"""Word forms remembered."""
APART = (".", ".", "punct")
"""What is put between two word forms when they are asked for together, so that they are no pair."""

Form = tuple[str, str, str]
"""A word, its Penn Treebank tag, and its relation to its governor."""


class WordForms:
    """Parts of speech and lemmas, asked form by form."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.text = importlib.import_module("spacy.tokens").Doc
        self.parts = [nlp.get_pipe(name) for name in RULED if name in nlp.pipe_names]
        self.known: dict[Form, tuple[str, str]] = {}
        self.pairs = frozenset(_pairs(nlp))

    def of(self, forms: Sequence[Form]) -> list[tuple[str, str]]:
        """Return (Universal part of speech, lemma) of each word of a text, in order."""
        unknown = list(dict.fromkeys(f for f in forms if f not in self.known))
        if unknown:
            if len(self.known) > KEPT:
                self.known.clear()
                unknown = list(dict.fromkeys(forms))
            spaced = [f for form in unknown for f in (form, APART)]
            self.known.update(zip(unknown, self._ask(spaced)[::2], strict=True))
        found = [self.known[f] for f in forms]
        lower = [f[0].lower() for f in forms]
        for k in range(len(forms) - 1):
            if lower[k] in self.pairs or forms[k][2] == "expl":
                found[k : k + 2] = self._ask(forms[k : k + 2])
        return found

    def _ask(self, forms: Sequence[Form]) -> list[tuple[str, str]]:
        """Run the parts themselves over made-up text of the forms."""
        tokens = self.text(
            self.nlp.vocab,
            words=[f[0] for f in forms],
            tags=[f[1] for f in forms],
            deps=[f[2] or "dep" for f in forms],
            heads=list(range(len(forms))),
        )
        for part in self.parts:
            tokens = part(tokens)
        return [(t.pos_, t.lemma_) for t in tokens]


def _pairs(nlp: Language) -> Iterable[str]:
    """Yield the first words, in lower case, of the ruler's patterns that span two words."""
    if RULED[0] not in nlp.pipe_names:
        return
    for rule in nlp.get_pipe(RULED[0]).patterns:
        for pattern in rule["patterns"]:
            if len(pattern) > 1 and "LOWER" in pattern[0]:
                lower = pattern[0]["LOWER"]
                yield from ([lower] if isinstance(lower, str) else ["y'", "y"])
