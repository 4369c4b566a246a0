"""With what it was done: weapons and equipment, by their words and by their designations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.find.tree import Tree
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import Means
from sayso.vocab.loader import load_all
from sayso.vocab.shapes.kit import KitFile

NAMED = frozenset({"NOUN", "PROPN", "NUM", "X", "ADJ", "VERB"})
PIECES = 3
"""Tokens that the parser may cut one designation into."""
VERB_DEPS = frozenset({"advcl", "xcomp", "conj", "acl", "ROOT", "ccomp", "relcl"})


@dataclass(frozen=True, slots=True)
class Kit:
    """Classes of equipment, laid out for look-up: phrases by their last word, patterns by their first letter."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    designations: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    modifiers: dict[str, frozenset[str]]


@cache
def kit() -> Kit:
    """Return the equipment lists, read once."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    modifiers: dict[str, set[str]] = {}
    for c in (c for f in load_all("kit", KitFile) for c in f.classes):
        modifiers.setdefault(c.id, set()).update(c.modifiers)
        for words in c.words:
            parts = tuple(words.split())
            for last in {parts[-1], plural(parts[-1])}:
                phrases.setdefault(last, []).append(((*parts[:-1], last), c.id, c.act))
        for d in c.designations:
            patterns.setdefault(d[0], []).append((re.compile(d), c.id))
    return Kit(
        {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in phrases.items()},
        {k: tuple(v) for k, v in patterns.items()},
        {k: frozenset(v) for k, v in modifiers.items()},
    )  # fmt: skip


@cache
def weapons() -> frozenset[str]:
    """Return the single words of weapons and the words that come before them."""
    k = kit()
    return frozenset(k.phrases) | frozenset(w for m in k.modifiers.values() for w in m)


def plural(word: str) -> str:
    """Return a noun's plural by the regular rules."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def means(unit: Unit, article: Article) -> tuple[Means, ...]:
    """Return the weapons and equipment that the unit names, in reading order, each with its class."""
    found: list[tuple[int, int, str, str]] = []
    tree, tokens, taken = unit.tree, unit.tokens, -1
    for i in tokens:
        if i <= taken:
            continue
        hit = _designated(tree, i) or _phrase(tree, i, tokens)
        if hit:
            first, last, class_, rule = hit
            if found and first <= found[-1][1]:
                first = found.pop()[0] if first <= found[-1][0] else found[-1][1] + 1
            found.append((min(first, last), last, class_, rule))
            taken = last
    return tuple(_means(tree, article, a, b, c, rule) for a, b, c, rule in found if c != "person")


def _means(tree: Tree, article: Article, first: int, last: int, class_: str, rule: str) -> Means:
    span = tree.words(first, last)
    return Means(" ".join(span.of(article.text).split()), class_, span, rule)


def _designated(tree: Tree, i: int) -> tuple[int, int, str, str] | None:
    for pattern, class_ in kit().designations.get(tree.text[i][0], ()):
        last = next((k for k in range(min(i + PIECES, len(tree)) - 1, i - 1, -1) if _whole(tree, i, k, pattern)), -1)
        if last >= 0:
            while (
                last + 1 < len(tree)
                and last < i + 3
                and tree.head[last] in (last + 1, last + 2, last + 3)
                and _of_class(tree, last + 1)
            ):
                last += 1
            return i, last, class_, "means.designation"
    return None


def _whole(tree: Tree, first: int, last: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether tokens that stand without a space between them are one designation: the parser takes the M of "PMM-2M" for metres."""
    text = "".join(tree.text[first : last + 1])
    span = tree.words(first, last)
    return pattern.fullmatch(text) is not None and span.end - span.start == len(text)


def _of_class(tree: Tree, i: int) -> bool:
    return tree.lower[i] in weapons() or tree.text[i] == "-"


def _phrase(tree: Tree, i: int, tokens: Sequence[int]) -> tuple[int, int, str, str] | None:
    """Read the longest listed phrase that ends at token i, with the words of its class before it."""
    del tokens
    options = kit().phrases.get(tree.lower[i])
    if options is None or tree.pos[i] not in NAMED or (tree.pos[i] == "VERB" and tree.tag[i] != "VBG"):
        return None
    if tree.dep[i] in ("compound", "nmod", "amod") and (tree.head[i] == i + 1 or _continues(tree, i)):
        return None
    for parts, class_, act in options:
        first = i - len(parts) + 1
        if first < 0 or tree.lower[first : i + 1] != parts:
            continue
        if act and len(parts) == 1 and _verbal(tree, i):
            return None
        while (
            first > 0
            and tree.lower[first - 1] in kit().modifiers[class_]
            and tree.head[first - 1] >= first - 1
            and i - first < 6
        ):
            first -= 1
        if tree.lower[first] in ("-", "to"):
            first += 1
        return first, i, class_, "means.act" if act else "means.word"
    return None


def _verbal(tree: Tree, i: int) -> bool:
    """Tell whether "shelling" and the like stand for a verb here and not for the deed ("[mass] shelling")."""
    if tree.tag[i] != "VBG" or tree.dep[i] not in VERB_DEPS:
        return False
    named = i > 0 and tree.tag[i - 1] in ("JJ", "NN", "NNP") and not tree.kids(i, "dobj")
    return not named and tree.head[i] != i - 1


def _continues(tree: Tree, i: int) -> bool:
    """Tell whether the word before the next belongs to a longer listed phrase ("[mortar] shells")."""
    return i + 1 < len(tree) and tree.lower[i + 1] in kit().phrases
